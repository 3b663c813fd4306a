"""Take what three browsers paint of every chart's page, for the gallery: ``python demo/engines.py``.

Chromium, Firefox and WebKit come from the system's packages (``make browsers``); the demo has to be built before.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from gallery import SCHEMES, WIDTHS
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[1]
GALLERY = ROOT / "demo/site/gallery"


def _with_playwright(name: str, take: Callable[[Callable[[Path, int, Path], None]], None]) -> None:
    """Take with Chromium, or with Firefox through its own remote protocol."""
    path = shutil.which("chromium") if name == "chromium" else shutil.which("firefox-esr") or shutil.which("firefox")
    with sync_playwright() as running:
        if name == "chromium":
            browser = running.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        else:
            browser = running.firefox.launch(channel="moz-firefox", executable_path=path)
        page = browser.new_page()

        def shoot(place: Path, width: int, picture: Path) -> None:
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(place.as_uri())
            page.screenshot(path=picture, full_page=True)

        take(shoot)
        browser.close()


def _with_webkit(_: str, take: Callable[[Callable[[Path, int, Path], None]], None]) -> None:
    """Take with WebKit on a virtual screen: its window, as high as the page."""
    sys.path.insert(0, str(ROOT / "tests/browser"))
    from webkit import webkit

    with tempfile.TemporaryDirectory() as folder, webkit(Path(folder)) as tab:

        def shoot(place: Path, width: int, picture: Path) -> None:
            tab.driver.get(place.as_uri())
            # The window stays as it is: a page is as wide as it is told, since a window has a least width.
            tab.evaluate(f"document.documentElement.style.width = '{width}px'")
            tab.driver.find_element("css selector", "html").screenshot(str(picture))

        take(shoot)


ENGINES = {"chromium": _with_playwright, "firefox": _with_playwright, "webkit": _with_webkit}


def main() -> None:
    """Take every page in every colour scheme and width."""
    pages = sorted(GALLERY.glob("*/*/page.*.html"))
    if not pages:
        raise SystemExit("the gallery is not built: run `make demo SERVE=0`")
    for engine, taking in ENGINES.items():

        def take(shoot: Callable[[Path, int, Path], None], engine: str = engine) -> None:
            for page in pages:
                scheme = page.name.split(".")[1]
                for width in WIDTHS:
                    place = GALLERY / "engines" / page.parent.relative_to(GALLERY)
                    place.mkdir(parents=True, exist_ok=True)
                    shoot(page, width, place / f"{engine}.{scheme}.{width}.png")

        taking(engine, take)
        print(f"{engine}: {len(pages) * len(WIDTHS)} pictures of {len(SCHEMES)} colour schemes")


if __name__ == "__main__":
    main()
