"""Read a chart on a host's page as a reader sees it, and collect the page's errors."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import numpy as np
from places import ENVIRONMENT
from playwright.sync_api import expect

from contrast import contrast, luminance
from raster import picture

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page

# Visible text: its colour as the browser has resolved it, and where its line is within the chart.
TEXTS = """(figure) => {
  const brush = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const from = figure.getBoundingClientRect();
  const found = [];
  const walker = document.createTreeWalker(figure, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    const around = document.createRange();
    around.selectNodeContents(node);
    const line = around.getClientRects()[0];
    const holder = node.parentElement;
    if (!node.data.trim() || !line || line.width < 4 || !holder.checkVisibility({ visibilityProperty: true })) continue;
    if (holder.closest("caption, select, option, .tc-hidden")) continue;
    brush.clearRect(0, 0, 1, 1);
    brush.fillStyle = getComputedStyle(holder).color;
    brush.fillRect(0, 0, 1, 1);
    const ink = [...brush.getImageData(0, 0, 1, 1).data].slice(0, 3);
    found.push([node.data.trim(), ink, [line.left - from.left, line.top - from.top, line.right - from.left, line.bottom - from.top]]);
  }
  return found;
}"""
LOCAL = {"127.0.0.1", "localhost"}


def _packages() -> Path:
    (found,) = (ENVIRONMENT / "lib").glob("python3*/site-packages")
    return found


def answered(page: Page) -> list[str]:
    """Answer requests to CDNs from the files of the hosts' environment; return the requests that have no such file.

    Panel loads anywidget's front end from unpkg.com, marimo's export loads marimo's from jsDelivr. Icons and Solara's
    usage statistics are blocked.
    """
    unknown: list[str] = []

    def answer(route: Any) -> None:
        address = route.request.url
        open_to_all = {"access-control-allow-origin": "*"}
        if re.match(r"https://unpkg\.com/anywidget@[^/]+/dist/index(\.js)?$", address):
            file = ENVIRONMENT / "share/jupyter/nbextensions/anywidget/index.js"
            route.fulfill(path=file, content_type="text/javascript", headers=open_to_all)
        elif found := re.match(r"https://cdn\.jsdelivr\.net/npm/@marimo-team/frontend@[^/]+/dist/([^?#]+)", address):
            route.fulfill(path=_packages() / "marimo/_static" / found[1], headers=open_to_all)
        elif re.search(r"font-?awesome|fonts\.(googleapis|gstatic)|solara\.dev/static/public/success", address):
            route.fulfill(body="", content_type="text/css", headers=open_to_all)
        else:
            unknown.append(f"request of {address}")
            route.abort()

    page.route(lambda address: urlsplit(address).hostname not in {None, "", *LOCAL}, answer)
    return unknown


class Faults(list[str]):
    """Page errors, and errors on the console that name the chart, anywidget or the module a host runs it from."""

    def watch(self, page: Page) -> None:
        page.on("pageerror", lambda error: self.note(f"{error}\n{error.stack}"))
        page.on("console", lambda said: self.note(f"{said.text} {said.location}") if said.type == "error" else None)

    def note(self, text: str) -> None:
        if re.search(r"blob:|anywidget|tradecontext|@file/", text):
            self.append(text)


def opened(chromium: Browser, address: str, scheme: str) -> tuple[Page, list[str], Faults]:
    """Open a page in a context of its own."""
    page = chromium.new_context(viewport={"width": 1000, "height": 2000}, color_scheme=scheme).new_page()
    faults = Faults()
    faults.watch(page)
    unknown = answered(page)
    page.goto(address)
    return page, unknown, faults


def unreadable(figure: Locator) -> list[tuple[str, float]]:
    """Return the texts of a chart with a contrast of less than 4.5 : 1 to what is painted behind them."""
    seen = np.asarray(picture(figure.screenshot(animations="disabled")))
    texts = figure.evaluate(TEXTS)
    assert len(texts) > 10
    found = []
    for text, ink, corners in texts:
        left, top, right, bottom = (round(max(each, 0)) for each in corners)
        pixels = seen[top:bottom, left:right].reshape(-1, 3)
        # The most frequent colour in a line of text is its background.
        ratio = contrast(ink, most(pixels))
        if ratio < 4.5:
            found.append((text, round(ratio, 2)))
    return found


def ground(figure: Locator) -> float:
    """Return how light the background of a chart is, from 0 for black to 1 for white."""
    return luminance(most(np.asarray(picture(figure.screenshot(animations="disabled"))).reshape(-1, 3)))


def most(pixels: np.ndarray[Any, Any]) -> list[int]:
    """Return the most frequent of some colours, which are counted as one number each, since that is far quicker."""
    colours, counts = np.unique(pixels @ np.array([65536, 256, 1]), return_counts=True)
    return list(int(colours[counts.argmax()]).to_bytes(3, "big"))


def expect_readable(figure: Locator, *, dark: bool) -> None:
    """Wait until the background of the chart is dark or light, and all of its text is readable."""
    for _ in range(50):
        found = (ground(figure) < 0.2) is not dark or unreadable(figure)
        if not found:
            return
        figure.page.wait_for_timeout(100)
    assert (ground(figure) < 0.2) is dark
    assert found == []


def names(figure: Locator) -> Locator:
    """The names of a chart's rows."""
    return figure.locator("tbody th[scope=row]")


def expect_rows(figure: Locator) -> None:
    """Wait until a chart shows its rows; they are the reader's to unfold where lines lead."""
    expect(names(figure).first).to_be_attached()
    figure.evaluate("figure => { for (const each of figure.querySelectorAll('.tc-body details')) each.open = true }")
    expect(names(figure).first).to_be_visible()


def pressed(figure: Locator) -> Locator:
    """The rows that are selected."""
    return figure.locator("tbody").get_by_role("button", pressed=True)


def select(figure: Locator, name: str) -> None:
    """Click a row, as a reader does."""
    figure.locator("tbody").get_by_role("button", name=name, exact=True).first.click()
    expect(pressed(figure).first).to_have_text(name)
