"""A snippet is a string, which a notebook shows in a box to copy it from."""

from __future__ import annotations

import json
import pickle
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from IPython.core.formatters import DisplayFormatter

from frames import ranking
from markup import Tags
from tradecontext.outputs.embed import ADDRESSED, EVERY, KINDS, embed
from tradecontext.outputs.snippet import Snippet

if TYPE_CHECKING:
    from pathlib import Path

    import tradecontext as tc

ADDRESS = {"iframe": "https://example.org/x.html"}


@pytest.fixture(scope="module")
def chart() -> tc.DeficitRanking:
    return ranking(headline='</textarea><script>alert("1")</script> &amp; \N{NO-BREAK SPACE}x')


class Box(HTMLParser):
    """The content of the text area of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.inside, self.text = False, ""
        self.feed(page)

    def handle_starttag(self, tag: str, _: object) -> None:
        self.inside |= tag == "textarea"

    def handle_endtag(self, tag: str) -> None:
        self.inside &= tag != "textarea"

    def handle_data(self, data: str) -> None:
        self.text += data if self.inside else ""


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_text_for_every_use(chart: tc.DeficitRanking, kind: str, tmp_path: Path) -> None:
    snippet = chart.embed(kind, ADDRESS.get(kind))
    plain = embed(chart.present(), kind, ADDRESS.get(kind))
    assert isinstance(snippet, str)
    assert type(plain) is str
    assert snippet == plain
    assert hash(snippet) == hash(plain)
    assert repr(snippet) == repr(plain)
    assert f"{snippet}" == f"{snippet:s}" == "%s" % snippet == str(snippet) == plain  # noqa: UP031
    assert json.dumps(snippet) == json.dumps(plain)
    assert snippet[1:] == plain[1:]
    assert snippet + "" == plain
    assert pickle.loads(pickle.dumps(snippet)) == plain
    (tmp_path / "x.html").write_text(snippet, "utf-8")
    assert (tmp_path / "x.html").read_text("utf-8") == plain


@pytest.mark.parametrize("kind", EVERY)
def test_it_begins_with_a_comment_that_says_what_it_is_and_where_it_goes(kind: str) -> None:
    hostile = '--> <b>"x"</b> [gallery] {{ y }} `z`\n*/'
    chart = ranking(headline=hostile, url="https://example.org/a--b.html")
    snippet = chart.embed(kind)
    start, end = ("% ", "\n") if kind == "myst" else ("<!-- ", " -->")
    said, ended, after = snippet.removeprefix(start).partition(end)
    assert snippet.startswith(start)
    assert ended
    assert f" | {kind}: paste it into " in said
    assert said.endswith("| its page: https://example.org/a-%2Db.html")
    # Nothing of the words ends the comment early, opens a tag or a command, or is taken for a quote.
    assert "--" not in said
    assert not set('<>"`\n') & set(said)
    assert kind == "myst" or not set("[]{") & set(said)
    assert after.startswith("```{anywidget}" if kind == "myst" else "<")


@pytest.mark.parametrize("kind", ADDRESSED)
def test_the_page_that_it_names_is_the_one_that_it_shows(kind: str) -> None:
    given, own = "https://example.org/given.html", "https://example.org/own.html"
    said = ranking().embed(kind, given).splitlines()[0].partition("-->")[0]
    assert said.rstrip().endswith(f"| its page: {given}") == (kind in {"iframe", "amp"})
    assert ("its page" in said) == (kind in {"iframe", "amp"})
    both = ranking(url=own).embed(kind, given).splitlines()[0].partition("-->")[0]
    assert both.rstrip().endswith(f"| its page: {given if kind in {'iframe', 'amp'} else own}")


def test_a_notebook_offers_it_and_shows_no_code_of_python(chart: tc.DeficitRanking) -> None:
    snippet = chart.embed("safe")
    data, _ = DisplayFormatter().format(snippet)
    assert data["text/plain"] == snippet
    page = data["text/html"]
    assert Box(page).text == f"\n{snippet}"
    assert r"\xa0" not in page
    tags = Tags(page)
    assert sorted(tags.tags) == sorted(["div", "p", "button", "textarea", "script"])
    # It makes no requests. The button is hidden until its script runs, so there is never a dead button.
    assert not [name for name, _ in tags.attributes if name in {"src", "href"} or name.startswith("on")]
    assert ("hidden", None) in tags.attributes


@given(st.text())
def test_whatever_it_says_is_in_the_box_and_nowhere_else(text: str) -> None:
    page = Snippet(text)._repr_html_()
    assert Box(page).text.replace("\r\n", "\n").replace("\r", "\n")[1:] == text.replace("\r\n", "\n").replace(
        "\r", "\n"
    )
    assert re.sub(r"<textarea.*</textarea>", "", page, flags=re.DOTALL) == re.sub(
        r"<textarea.*</textarea>", "", Snippet("")._repr_html_(), flags=re.DOTALL
    )
