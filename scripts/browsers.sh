#!/bin/sh
# What the browser and sanitizer tests drive, from the system's packages where it is missing.
set -eu
need=""
command -v chromium >/dev/null 2>&1 || need="$need chromium"
command -v firefox-esr >/dev/null 2>&1 || need="$need firefox-esr"
command -v php >/dev/null 2>&1 || need="$need php-cli"
[ -f /usr/share/wordpress/wp-includes/kses.php ] || need="$need wordpress"
[ -n "$need" ] || exit 0
if ! command -v apt-get >/dev/null 2>&1; then
  echo "The tests need$need: install them with this system's package manager." >&2
  exit 1
fi
root=""
[ "$(id -u)" = 0 ] || root="sudo"
echo "Installing$need"
$root apt-get update -qq
# shellcheck disable=SC2086
DEBIAN_FRONTEND=noninteractive $root apt-get install -y -qq --no-install-recommends $need >/dev/null
