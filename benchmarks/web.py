"""Measure every library's page as readers open it: alone, on a slow phone, and with twenty charts on one page."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import painting
import serving
from painting import Sight
from peers import PEERS

if TYPE_CHECKING:
    from playwright.sync_api import Browser

MANY = 20
FRAME = '<iframe src="/page/{at}/{copy}" width="720" height="480"></iframe>'

Times = dict[str, dict[str, float]]


class Measured(NamedTuple):
    """Compressed bytes of a page and of twenty charts on one, and times by the library's name."""

    bytes: dict[str, int]
    bytes_together: dict[str, int]
    alone: Times
    slow: Times
    frames: Times
    together: Times


def measured(browser: Browser, rounds: int, few: int) -> Measured:
    """Paint every page: alone, from a file, in `rounds` turns, and the rest, from a server, in `few`."""
    names = list(PEERS)
    texts = [peer.page() for peer in PEERS.values()]
    places = {
        "page": [serving.packed(text) for text in texts],
        "together": [serving.packed(peer.together(MANY)) for peer in PEERS.values()],
        "frames": [
            serving.packed(
                "<!doctype html><h1>Twenty charts</h1>"
                + "".join(FRAME.format(at=at, copy=copy) for copy in range(MANY))
            )
            for at in range(len(names))
        ],
    }

    def page_at(path: str) -> bytes | None:
        kind, at, *_ = [*path[1:].split("/"), ""]
        return places[kind][int(at)] if kind in places and at else None

    def sights(form: str, charts: int = 1) -> dict[str, Sight]:
        return {name: Sight(form.format(at), PEERS[name].BARS, charts) for at, name in enumerate(names)}

    with tempfile.TemporaryDirectory() as folder, serving.served(page_at) as address:
        for at, text in enumerate(texts):
            (Path(folder) / f"{at}.html").write_text(text, "utf-8")
        framed = {name: sight._replace(framed=True) for name, sight in sights(address + "/frames/{}").items()}
        return Measured(
            {name: len(page) for name, page in zip(names, places["page"], strict=True)},
            {name: len(page) for name, page in zip(names, places["together"], strict=True)},
            painting.painted(browser, sights(f"{Path(folder).as_uri()}/{{}}.html"), rounds, warm=True),
            painting.painted(browser, sights(address + "/page/{}/0"), few, slow=True),
            painting.painted(browser, framed, few),
            painting.painted(browser, sights(address + "/together/{}", MANY), few),
        )
