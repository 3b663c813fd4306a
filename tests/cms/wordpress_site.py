"""A real WordPress from the system's packages, with its own database server, folder and users."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from seen import AFTER, BEFORE

from service import free_port, listens, service

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext

PACKAGE = Path("/usr/share/wordpress")
PACKAGE_CONTENT = Path("/var/lib/wordpress/wp-content")
PASSWORD = "a password for tests"
CONTENT = ".entry-content"

CONFIG = """<?php
define('DB_NAME', 'news');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:%(socket)s');
define('DB_CHARSET', 'utf8mb4');
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('WP_ACCESSIBLE_HOSTS', '127.0.0.1');
define('DISABLE_WP_CRON', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
define('FS_METHOD', 'direct');
%(keys)s
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
"""
# A site on the web may ask others on the web for what they offer to embed. Here all of them are this machine.
PLUGIN = """<?php
add_filter('http_request_host_is_external', '__return_true');
add_filter('http_allowed_safe_ports', fn($ports, $host, $url) => [...$ports, wp_parse_url($url, PHP_URL_PORT)], 10, 3);
if (isset($_GET['narrow'])) {
  add_filter('pre_option_template', fn() => 'narrow');
  add_filter('pre_option_stylesheet', fn() => 'narrow');
}
"""
# A classic theme with a column of its own width.
THEME = """<?php if (!isset($content_width)) $content_width = 480; ?><!doctype html><html <?php language_attributes(); ?>>
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><?php wp_head(); ?></head>
<body><?php while (have_posts()) { the_post(); ?><div class="entry-content" style="max-width:480px;margin:auto"><?php
the_content(); ?></div><?php } wp_footer(); ?></body></html>
"""
KEYS = [f"{name}_{kind}" for kind in ("KEY", "SALT") for name in ("AUTH", "SECURE_AUTH", "LOGGED_IN", "NONCE")]


@dataclass
class Site:
    """A running WordPress, with the sessions of its users."""

    address: str
    browser: Browser
    sessions: dict[str, tuple[BrowserContext, str]] = field(default_factory=dict)

    def log_in(self, user: str) -> BrowserContext:
        """Log a user in with the normal login form."""
        context = self.browser.new_context()
        page = context.new_page()
        page.goto(f"{self.address}/wp-login.php")
        page.get_by_label("Username or Email Address").fill(user)
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Log In").click()
        page.wait_for_url("**/wp-admin/**")
        page.close()
        return context

    def ask(self, user: str, route: str, data: dict[str, Any]) -> dict[str, Any]:
        """Send what the block editor sends: the logged-in user's own request to the REST interface."""
        if user not in self.sessions:
            context = self.log_in(user)
            nonce = context.request.get(f"{self.address}/wp-admin/admin-ajax.php?action=rest-nonce").text()
            self.sessions[user] = context, nonce
        context, nonce = self.sessions[user]
        answer = context.request.post(
            f"{self.address}/index.php?rest_route={quote(route)}", data=data, headers={"X-WP-Nonce": nonce}
        )
        assert answer.ok, answer.text()
        found: dict[str, Any] = answer.json()
        return found

    def publish(self, user: str, title: str, snippets: list[str]) -> str:
        """Publish an article with each snippet in a Custom HTML block, and return its address."""
        return self._publish(user, title, [f"<!-- wp:html -->\n{snippet}\n<!-- /wp:html -->" for snippet in snippets])

    def publish_addresses(self, user: str, title: str, addresses: list[str]) -> str:
        """Publish an article with the block that the editor makes of each address that is pasted into it."""
        block = """<!-- wp:embed {"url":"%s","type":"rich","providerNameSlug":"embed-handler","responsive":true} -->
<figure class="wp-block-embed is-type-rich is-provider-embed-handler"><div class="wp-block-embed__wrapper">
%s
</div></figure>
<!-- /wp:embed -->"""
        return self._publish(user, title, [block % (address, address) for address in addresses])

    def _publish(self, user: str, title: str, pasted: list[str]) -> str:
        before, after = (f"<!-- wp:paragraph -->\n<p>{text}</p>\n<!-- /wp:paragraph -->" for text in (BEFORE, AFTER))
        post = {"title": title, "status": "publish", "content": "\n\n".join([before, *pasted, after])}
        return str(self.ask(user, "/wp/v2/posts", post)["link"])


@contextmanager
def database(folder: Path) -> Iterator[Path]:
    """Run MariaDB without a port, and yield its socket."""
    # The server refuses to run as root unless it is told to.
    user = ["--user=root"] if os.geteuid() == 0 else []
    data, listening = folder / "data", folder / "sql"
    options = ["--no-defaults", *user, f"--datadir={data}"]
    made = subprocess.run(
        ["mariadb-install-db", *options, "--auth-root-authentication-method=normal", "--skip-test-db"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0, made.stdout + made.stderr
    server = shutil.which("mariadbd", path=os.environ["PATH"] + ":/usr/sbin")
    assert server, "MariaDB is missing: run `make cms`"
    # The data need not survive the tests, so writes need not reach the disk.
    quick = ["--innodb-flush-log-at-trx-commit=0", "--innodb-flush-method=nosync", "--innodb-doublewrite=0"]

    def ready() -> bool:
        with socket.socket(socket.AF_UNIX) as asked:
            return asked.connect_ex(str(listening)) == 0

    command = [server, *options, f"--socket={listening}", "--skip-networking", *quick]
    with service(command, ready, folder / "mariadb.log"):
        yield listening


@contextmanager
def wordpress(folder: Path, browser: Browser) -> Iterator[Site]:
    """Run WordPress in `folder`, with an administrator and an author."""
    root = folder / "wordpress"
    shutil.copytree(PACKAGE, root, ignore=shutil.ignore_patterns("wp-content"))
    shutil.copytree(PACKAGE_CONTENT, root / "wp-content")
    for path, text in {"mu-plugins/asks.php": PLUGIN, "themes/narrow/index.php": THEME}.items():
        (root / "wp-content" / path).parent.mkdir(parents=True, exist_ok=True)
        (root / "wp-content" / path).write_text(text, "utf-8")
    (root / "wp-content/themes/narrow/style.css").write_text("/* Theme Name: Narrow */\n", "utf-8")
    with database(folder) as listening:
        keys = "\n".join(f"define('{key}', 'for tests');" for key in KEYS)
        (root / "wp-config.php").write_text(CONFIG % {"socket": listening, "keys": keys}, "utf-8")
        subprocess.run(
            ["mariadb", "--no-defaults", "--user=root", f"--socket={listening}", "--execute=CREATE DATABASE news"],
            check=True,
        )
        port = free_port()
        # PHP sends no mail, and serves several requests at a time, as the editor sends them.
        command = ["php", "-d", "sendmail_path=/bin/true", "-S", f"127.0.0.1:{port}", "-t", str(root)]
        workers = os.environ | {"PHP_CLI_SERVER_WORKERS": "3"}
        with service(command, lambda: listens(port), folder / "php.log", env=workers):
            site = Site(f"http://127.0.0.1:{port}", browser)
            _install(site)
            (root / "favicon.ico").write_bytes(b"")
            yield site


def _install(site: Site) -> None:
    form = {
        "weblog_title": "The Daily Balance",
        "user_name": "administrator",
        "admin_password": PASSWORD,
        "admin_password2": PASSWORD,
        "admin_email": "administrator@news.test",
        "blog_public": "0",
        "Submit": "Install WordPress",
        "language": "",
    }
    context = site.browser.new_context()
    answer = context.request.post(f"{site.address}/wp-admin/install.php?step=2", form=form)
    assert "Success!" in answer.text(), answer.text()
    context.close()
    author = {"username": "author", "password": PASSWORD, "email": "author@news.test", "roles": ["author"]}
    site.ask("administrator", "/wp/v2/users", author)
