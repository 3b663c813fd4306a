"""Programs that process a snippet or page before a browser find no commands in it: template engines, CMS, feeds."""

from __future__ import annotations

import json
import re
import sys
from html import unescape
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import jinja2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import tradecontext as tc
from golden import golden
from markup import Tags
from tradecontext.outputs.embed import KINDS, embed
from tradecontext.outputs.page import page
from tradecontext.outputs.pasted import pasted
from tradecontext.spec import to_inline_json

if TYPE_CHECKING:
    from tradecontext.outputs.embed import Kind

pytestmark = pytest.mark.slow

URL = "https://example.org/a.html"
CHARTS = {
    name: golden(name)
    for name in ("deficit_ranking/everything", "input_reliance/second", "comparative_advantage/groups", "adjusted_balance/bridge")
}  # fmt: skip

# Jinja, Django, Liquid, Handlebars, Vue and Hugo; ERB and EJS; JavaScript, Groovy and Ruby; Thymeleaf; Blade; and CDATA.
COMMANDS = re.compile(r"\{\{|\{%|\{#|<%|\$\{|#\{|\[\[|\{!!|\]\]>")
HOSTILE = st.lists(
    st.sampled_from(
        ["{{ 7*7 }}", "{% raw %}", "{# a #}", "<% b %>", "${x}", "#{x}", "[[y]]", "{!! z !!}", "{{{{", "]]>", "<![CDATA[", "[gallery]",
         "[/caption]", "{", "}", "[", "]", "$", "%", "#", "!", "\\", '"', "'", "</script>", "<!--", "&", "https://youtu.be/x", " ", "a"]
    ),
    min_size=1, max_size=6,
).map("".join).filter(str.strip)  # fmt: skip

# Fields of the spec with text of an author or the data that readers see.
WORDS = ("headline", "subtitle", "alt", "note", "byline", "credit")


def said(spec: dict[str, Any], text: str) -> dict[str, Any]:
    """Return the spec with that text in every field for words."""
    frame = spec["frame"] | dict.fromkeys(WORDS, text) | {"notes": [text]}
    frame["sources"] = [line | {"text": text} for line in frame["sources"]]
    rows = [row | {key: text for key in ("name", "annotation", "readout") if key in row} for row in spec["rows"]]
    columns = {key: text if isinstance(value, str) else value for key, value in spec["columns"].items()}
    return spec | {"frame": frame, "rows": rows, "columns": columns}


def made(spec: dict[str, Any]) -> dict[str, str]:
    """Return every snippet, and the page without its own script, which contains no words of the spec."""
    carried = {kind: embed(spec, kind, URL if kind in {"iframe", "image"} else None) for kind in KINDS}
    published = page(spec | {"frame": spec["frame"] | {"url": URL}})
    return carried | {"page": re.sub(r"<script>.*?</script>", "", published, flags=re.DOTALL)}


@pytest.mark.parametrize("name", CHARTS)
@settings(max_examples=6)
@given(text=HOSTILE)
def test_no_text_is_a_command_to_what_reads_it_and_all_of_it_is_read(name: str, text: str) -> None:
    spec = said(CHARTS[name], text)
    for kind, snippet in made(spec).items():
        assert not COMMANDS.search(snippet), kind
        styles = re.sub(r"<style.*?</style>", "", snippet, flags=re.DOTALL)
        assert not re.search(r"\[/?[a-z]", re.sub(r"\[(true|false|null)\b", "", styles)), kind
        assert jinja2.Template(snippet, keep_trailing_newline=True).render() == snippet, kind
        [carried] = ET.fromstring(f"<feed><content><![CDATA[{snippet}]]></content></feed>")
        assert carried.text == snippet, kind
        own = dict(Tags(snippet).attributes).get("srcdoc")
        words = "".join(Tags(own or snippet).text)
        if kind != "iframe":
            assert " ".join(text.split()) in " ".join(words.split()), kind
    assert tc.from_spec(spec).spec == spec


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in {"iframe", "srcdoc"}])
@pytest.mark.parametrize(
    "text", ["https://youtu.be/dQw4w9WgXcQ", "HTTP://a.org/?x=1&y=[2]", "see\nhttps://a.org/x\nthere"]
)
def test_an_address_in_words_is_no_embed_and_reads_and_links_the_same(kind: Kind, text: str) -> None:
    # A picture refuses line breaks, for which the font has no glyph.
    spec = said(golden("deficit_ranking/plain"), text.replace("\n", " ") if kind == "image" else text)
    snippet = embed(spec, kind, URL if kind == "image" else None)
    # WordPress's patterns for URLs: alone in a paragraph, or alone on a line.
    for alone in (
        r"<p(?: [^>]*)?>\s*https?://[^\s<>\"]+\s*</p>",
        r"^\s*https?://[^\s<>\"]+\s*$",
        r">\s*https?://[^\s<>\"]+\s*</(?:p|td|th)>",
    ):
        assert not re.search(alone, snippet, re.IGNORECASE | re.MULTILINE)
    with pytest.MonkeyPatch.context() as patch:
        # The same snippet without what is done to it for an article.
        patch.setattr(sys.modules[KINDS[kind].__module__], "pasted", str)
        plain = embed(spec, kind, URL if kind == "image" else None)
    assert plain != snippet
    before, after = Tags(plain), Tags(snippet)
    assert "".join(after.text) == "".join(before.text)
    links = [[value for name, value in tags.attributes if name == "href"] for tags in (before, after)]
    assert links[0] == links[1]


def test_words_in_styles_and_scripts_stay_as_they_are() -> None:
    raw = "<style>a[b]{c:d}</style><p title='x'>[a] {b}</p><script>a[0]={}</script>"
    assert pasted(raw) == "<style>a[b]{c:d}</style><p title='x'>&#91;a&#93; &#123;b}</p><script>a[0]={}</script>"


@given(text=HOSTILE)
def test_json_in_a_script_says_what_the_spec_says(text: str) -> None:
    written = to_inline_json({text: [[text, 1], [[None]]], "{": {"$": "{{"}})
    assert json.loads(written) == {text: [[text, 1], [[None]]], "{": {"$": "{{"}}
    assert not COMMANDS.search(written)
    assert unescape(written) == written
