"""The snippet for AMP has only what AMP's published rules allow in it, and what they demand.

AMP's own validator is asked by ``make test-cms``. The rules that concern these few elements are written down here, after
``validator-amp-iframe.protoascii`` and the documentation of layouts, with what is ours: the sandbox and the height.
"""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

import pytest

import tradecontext as tc
from golden import golden
from tradecontext.outputs.iframe import tall

URL = "https://charts.example.org/deficits.html?a=1&b=2"

# Attributes of each element that may be there, each with the values that it may have; None allows any.
FRAME = {
    "layout": {"fixed-height"},
    "width": {"auto"},
    "height": None,
    "title": None,
    "sandbox": None,
    "frameborder": {"0", "1"},
    "resizable": {None},
    "src": None,
}
PICTURE = {"layout": {"intrinsic"}, "width": None, "height": None, "src": None, "alt": None}
ALLOWED: dict[str, dict[str, Any]] = {
    "amp-iframe": FRAME,
    "amp-img": PICTURE,
    "div": {"placeholder": {None}, "overflow": {None}, "tabindex": {"0"}, "role": {"button"}},
}


class Elements(HTMLParser):
    """The elements of a snippet, each with its parent and attributes."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.found: list[tuple[str, str | None, dict[str, str | None]]] = []
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, self.open[-1] if self.open else None, dict(attrs)))
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("case", ["deficit_ranking/hostile", "input_reliance/second", "deficit_ranking/right_to_left"])
def test_it_has_only_what_amp_allows(case: str) -> None:
    spec = golden(case)
    parsed = Elements(tc.from_spec(spec).embed("amp", URL))
    assert parsed.open == []
    assert [(tag, parent) for tag, parent, _ in parsed.found] == [
        ("amp-iframe", None),
        ("div", "amp-iframe"),
        ("amp-img", "div"),
        ("div", "amp-iframe"),
    ]
    for tag, _, attributes in parsed.found:
        assert set(attributes) <= set(ALLOWED[tag]), tag
        assert all(ALLOWED[tag][name] is None or value in ALLOWED[tag][name] for name, value in attributes.items()), tag
    frame, placeholder, picture, overflow = (attributes for _, _, attributes in parsed.found)
    assert frame["src"] == URL
    # A page of the same site may not lift its own sandbox.
    assert "allow-same-origin" not in frame["sandbox"].split()
    assert list(placeholder) == ["placeholder"]
    # What is resizable has to have something to press where AMP may not resize it by itself.
    assert "overflow" in overflow
    assert picture["src"] == "https://charts.example.org/deficits.narrow.png"
    assert picture["alt"] == spec["frame"]["alt"]
    # A height that no phone cuts, and in which the picture is whole.
    assert int(frame["height"]) >= max(tall(spec, 320), int(picture["height"]))


def test_an_address_that_amp_would_refuse_is_refused() -> None:
    chart = tc.from_spec(golden("deficit_ranking/plain"))
    with pytest.raises(tc.DataError, match=r"AMP shows pages of https:// alone, not 'http://a\.example/x\.html'"):
        chart.embed("amp", "http://a.example/x.html")
    with pytest.raises(tc.DataError, match="AMP needs the address of the hosted page"):
        chart.embed("amp")
    chart.url = URL
    assert dict(Elements(chart.embed("amp")).found[0][2])["src"] == URL
