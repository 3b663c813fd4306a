"""A real Wagtail site, with its own environment, folder and moderator."""

from __future__ import annotations

import json
import os
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from seen import AFTER, BEFORE

from service import free_port, listens, service

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

HERE = Path(__file__).parent
PYTHON = HERE.parent.parent / ".venv-cms/bin/python"
PASSWORD = "a password for tests"
CONTENT = "article"

# Submits the editor's own form with the blocks that its script would add.
SEND = """async ([title, slug, blocks]) => {
  const form = document.querySelector("form[data-edit-form]"), data = new FormData(form);
  data.set("title", title);
  data.set("slug", slug);
  data.set("body-count", blocks.length);
  blocks.forEach(([type, value], place) => {
    const fields = { deleted: "", order: place, type, id: "", value };
    for (const [name, each] of Object.entries(fields)) data.set(`body-${place}-${name}`, each);
  });
  data.set("action-publish", "action-publish");
  const answer = await fetch(form.action, { method: "POST", body: data });
  return [answer.status, answer.url, await answer.text()];
}"""


@dataclass
class Site:
    """A running Wagtail, and the browser of its moderator, who is logged in."""

    address: str
    page: Page

    def publish(self, title: str, snippets: list[str]) -> str:
        """Publish an article with each snippet in a raw HTML block, and return its address."""
        self.page.goto(f"{self.address}/admin/pages/add/newsroom/articlepage/2/")
        slug = title.lower().replace(" ", "-")
        blocks = [["text", _draft(BEFORE)], *(["raw", snippet] for snippet in snippets), ["text", _draft(AFTER)]]
        status, sent, said = self.page.evaluate(SEND, [title, slug, blocks])
        assert status == 200, said
        assert "/admin/pages/add/" not in sent, said
        return f"{self.address}/{slug}/"


def _draft(text: str) -> str:
    block = {"key": "a", "text": text, "type": "unstyled", "depth": 0, "inlineStyleRanges": [], "entityRanges": []}
    return json.dumps({"blocks": [block], "entityMap": {}})


@contextmanager
def wagtail(folder: Path, browser: Browser) -> Iterator[Site]:
    """Run Wagtail in `folder`."""
    assert PYTHON.exists(), "Wagtail is missing: run `make cms`"
    port = free_port()
    command = [str(PYTHON), "-m", "newsroom.serve", str(port), PASSWORD]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    environment |= {"NEWSROOM": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    with service(command, lambda: listens(port), folder / "wagtail.log", cwd=HERE, env=environment):
        address = f"http://127.0.0.1:{port}"
        page = browser.new_context().new_page()
        page.goto(f"{address}/admin/")
        page.get_by_placeholder("Enter your username").fill("moderator")
        page.get_by_placeholder("Enter password").fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url(f"{address}/admin/")
        yield Site(address, page)
        page.context.close()
