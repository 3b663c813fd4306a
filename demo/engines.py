"""Take what three browsers paint of every chart's page, for the gallery: ``python demo/engines.py``.

Chromium, Firefox and WebKit come from the system's packages (``make browsers``); the demo has to be built before.
"""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from gallery import ENGINES, SCHEMES, WIDTHS
from PIL import Image
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
    """Take with WebKit on a virtual screen: what its window has room for."""
    sys.path.insert(0, str(ROOT / "tests/browser"))
    from webkit import webkit

    with tempfile.TemporaryDirectory() as folder, webkit(Path(folder)) as tab:

        def shoot(place: Path, width: int, picture: Path) -> None:
            tab.driver.get(place.as_uri())
            # A window has a least width, so the page is as wide as it is told, and the window's picture is cut to it.
            tab.evaluate(f"document.documentElement.style.width = '{width}px'")
            # What is painted follows after a frame.
            tab.driver.execute_async_script("requestAnimationFrame(() => requestAnimationFrame(arguments[0]))")
            height = tab.evaluate("Math.min(innerHeight, Math.ceil(document.body.getBoundingClientRect().bottom))")
            whole = Image.open(io.BytesIO(tab.driver.get_screenshot_as_png()))
            whole.crop((0, 0, width, height)).save(picture)

        take(shoot)


TAKING = dict(zip(ENGINES, (_with_playwright, _with_playwright, _with_webkit), strict=True))


def main() -> None:
    """Take every page in every colour scheme and width."""
    pages = sorted(GALLERY.glob("*/*/page.*.html"))
    if not pages:
        raise SystemExit("the gallery is not built: run `make demo SERVE=0`")
    for engine, taking in TAKING.items():

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
