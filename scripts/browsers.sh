#!/bin/sh
# What the browser, sanitizer and picture tests drive, from the system's packages where it is missing.
set -eu
need=""
command -v chromium >/dev/null 2>&1 || need="$need chromium"
# Chromium without windows, tabs and extensions, of the same version: a page of it needs a fraction of the time.
command -v chromium-headless-shell >/dev/null 2>&1 || need="$need chromium-headless-shell"
command -v firefox-esr >/dev/null 2>&1 || need="$need firefox-esr"
command -v WebKitWebDriver >/dev/null 2>&1 || need="$need webkit2gtk-driver"
command -v Xvfb >/dev/null 2>&1 || need="$need xvfb"
command -v php >/dev/null 2>&1 || need="$need php-cli"
command -v pdftoppm >/dev/null 2>&1 || need="$need poppler-utils"
[ -f /usr/share/wordpress/wp-includes/kses.php ] || need="$need wordpress"
# shellcheck disable=SC2086
sh "$(dirname "$0")/install.sh" $need
