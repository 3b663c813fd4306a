"""Create the site in an empty folder and serve it: ``NEWSROOM=folder python -m newsroom.serve port password``."""

from __future__ import annotations

import os
import sys

import django
from django.core.management import call_command


def main(port: str, password: str) -> None:
    """Create a home page and a moderator, who may publish but is not an administrator; then serve until terminated."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "newsroom.settings"
    django.setup()
    call_command("migrate", run_syncdb=True, verbosity=0)

    from django.contrib.auth.models import Group, Permission, User
    from wagtail.models import GroupPagePermission, Locale, Page, Site

    Locale.objects.create(language_code="en")
    root = Page.add_root(title="Root")
    home = root.add_child(instance=Page(title="The Daily Balance", slug="home"))
    Site.objects.create(hostname="127.0.0.1", port=int(port), root_page=home, is_default_site=True)
    moderators = Group.objects.create(name="Moderators")
    moderators.permissions.add(Permission.objects.get(codename="access_admin"))
    for allowed in ("add_page", "change_page", "publish_page"):
        GroupPagePermission.objects.create(
            group=moderators, page=home, permission=Permission.objects.get(codename=allowed)
        )
    User.objects.create_user("moderator", "moderator@news.test", password).groups.add(moderators)
    call_command("runserver", f"127.0.0.1:{port}", use_reloader=False)


if __name__ == "__main__":
    main(*sys.argv[1:])
