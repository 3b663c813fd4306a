#!/bin/sh
# Installs the packages named as arguments by this system's package manager; none, and it does nothing.
set -eu
[ $# -gt 0 ] || exit 0
if ! command -v apt-get >/dev/null 2>&1; then
  echo "The tests need $*: install them with this system's package manager." >&2
  exit 1
fi
root=""
[ "$(id -u)" = 0 ] || root="sudo"
echo "Installing $*"
$root apt-get update -qq
DEBIAN_FRONTEND=noninteractive $root apt-get install -y -qq --no-install-recommends "$@" >/dev/null
