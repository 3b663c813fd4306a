#!/bin/sh
# What the tests in real content management systems run, from the system's packages where it is missing: WordPress with
# its theme, and the database server's program without a service that starts it. Wagtail comes with requirements/cms.txt.
set -eu
need=""
command -v chromium >/dev/null 2>&1 || need="$need chromium"
command -v php >/dev/null 2>&1 || need="$need php-cli"
php -m 2>/dev/null | grep -q mysqli || need="$need php-mysql"
[ -f /usr/share/wordpress/wp-load.php ] || need="$need wordpress"
[ -d /var/lib/wordpress/wp-content/themes/twentytwentythree ] || need="$need wordpress-theme-twentytwentythree"
[ -x /usr/sbin/mariadbd ] || need="$need mariadb-server-core"
command -v mariadb >/dev/null 2>&1 || need="$need mariadb-client-core"
# shellcheck disable=SC2086
sh "$(dirname "$0")/install.sh" $need
