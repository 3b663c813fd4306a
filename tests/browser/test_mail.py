"""The "safe" snippet in a mail: declarations that a mail program drops do not move marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from golden import SOME
from tradecontext.outputs.embed import embed

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

NEGATIVE = re.compile(r"\s*margin[^:]*:(?:.*\s)?-")
FUNCTION = re.compile(r"[^(]*\(")
STYLE = re.compile(r'style="([^"]*)"')


def without(html: str, dropped: re.Pattern[str]) -> str:
    """Return the snippet without the declarations that a mail program drops."""
    return STYLE.sub(lambda found: f'style="{";".join(d for d in found[1].split(";") if not dropped.match(d))}"', html)


PROGRAMS: dict[str, Callable[[str], str]] = {
    # caniemail.com, css-margin, css-function-calc and css-height: Gmail; Outlook.com; Yahoo Mail.
    "no negative margins": lambda html: without(html, NEGATIVE),
    "no functions": lambda html: without(without(html, NEGATIVE), FUNCTION),
    "no heights": lambda html: html.replace(";height:", ";min-height:"),
}

# The sides of every mark, relative to the figure's left and top, in a mail of this width.
PLACES = """(width) => {
  document.body.style.width = `${width}px`;
  const figure = document.querySelector("figure"), from = figure.getBoundingClientRect();
  const marks = [...figure.querySelectorAll("td span:empty")].map((mark) => mark.getBoundingClientRect());
  return marks.map(({ left, right, top }) => [left - from.left, right - from.left, top - from.top]);
}"""


def places(leaf: Callable[..., Page], snippet: str) -> dict[int, list[list[float]]]:
    """Return the places of the marks by the width of the mail."""
    shown = leaf(f'<body style="margin:0;font:15px Arial">{snippet}')
    return {width: shown.evaluate(PLACES, width) for width in (320, 640)}


@pytest.mark.parametrize("case", SOME, indirect=True)
def test_no_mark_moves_whatever_a_mail_program_drops(
    leaf: Callable[..., Page], case: tuple[str, dict[str, Any]]
) -> None:
    snippet = embed(case[1], "safe")
    sent = places(leaf, snippet)
    # What a program leaves as it was sent is not shown again.
    received = {program: change(snippet) for program, change in PROGRAMS.items()}
    for program, html in received.items():
        for width, seen in places(leaf, html).items() if html != snippet else ():
            assert len(seen) == len(sent[width])
            for mark, before in zip(seen, sent[width], strict=True):
                assert mark == pytest.approx(before, abs=1), (program, width)


def test_what_programs_drop_is_found(leaf: Callable[..., Page]) -> None:
    style = "float:left;margin-left:50%;margin-right:-50%;width:calc(10% - 2px);height:1em"
    snippet = f'<figure><table style="width:100%"><tr><td><span style="{style}"></span></td></tr></table></figure>'
    sent = places(leaf, snippet)
    received = {name: program(snippet) for name, program in PROGRAMS.items()}
    assert "margin-right" not in received["no negative margins"]
    assert "calc" not in received["no functions"]
    assert "margin-left:50%" in received["no functions"]
    assert places(leaf, received["no functions"]) != sent
