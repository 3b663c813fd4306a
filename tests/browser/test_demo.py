"""The demo article: its figures are the tables', it makes no request, and it fits a phone."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

DEMO = Path(__file__).parents[2] / "demo"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo as `make demo` writes it, in a folder of the test's own."""
    sys.path.insert(0, str(DEMO))
    import make as demo

    folder = tmp_path_factory.mktemp("site")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(demo, "SITE", folder)
        demo.main()
    return folder


def test_the_text_says_what_the_tables_say(site: Path) -> None:
    article = (site / "article.html").read_text("utf-8")
    for figure in ("$171.5", "$171.8", "$505.5", "$334.0", "14.9%", "12.7%", "43.7%", "48.6%"):
        assert figure in article
    # Mexico's and Canada's inputs by three definitions, and the two indices.
    for figure in (
        "71.5%",
        "48.5%",
        "48.8%",
        "58.3%",
        "56.9%",
        "22.2%",
        "15.5%",
        "60.9%",
        "58.1%",
        "0.98",
        "2.0 to one",
    ):
        assert figure in article
    for name in re.findall(r"\$([a-z]\w*)", (DEMO / "article.template.html").read_text("utf-8")):
        assert f"${name}" not in article


def test_every_embed_is_written(site: Path) -> None:
    names = {path.name for path in (site / "embeds").iterdir()}
    for stem in ("deficit-ranking", "deficit-ranking-es", "input-reliance", "comparative-advantage"):
        assert {f"{stem}{end}" for end in (".html", ".csv", ".json", ".safe.html", ".srcdoc.html")} <= names


@pytest.mark.parametrize("width", [320, 720])
def test_the_article_fits(show: Callable[..., Page], site: Path, width: int) -> None:
    page = show((site / "article.html").read_text("utf-8"), width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    frame = page.locator("iframe").first.content_frame
    assert frame.get_by_role("button", name="Mexico").is_visible()
