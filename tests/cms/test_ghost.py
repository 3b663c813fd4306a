"""Ghost's own renderer of posts leaves a snippet in an HTML card as it is, on the site and in what it mails."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from seen import CASES

import tradecontext as tc
from golden import golden

HERE = Path(__file__).parent
RENDER = """
const { DEFAULT_NODES } = require("@tryghost/kg-default-nodes");
const { LexicalHTMLRenderer } = require("@tryghost/kg-lexical-html-renderer");
const { JSDOM } = require("jsdom");
const { snippets, target } = JSON.parse(require("fs").readFileSync(0, "utf8"));
const line = { direction: "ltr", format: "", indent: 0, version: 1 };
const text = (words) => ({ ...line, type: "paragraph", children: [{ type: "extended-text", text: words, version: 1 }] });
const cards = snippets.map((html) => ({ type: "html", version: 1, html }));
const root = { ...line, type: "root", children: [text("Before it."), ...cards, text("After it.")] };
const renderer = new LexicalHTMLRenderer({ nodes: DEFAULT_NODES, dom: new JSDOM() });
renderer.render(JSON.stringify({ root }), { target, dom: new JSDOM() }).then((html) => console.log(JSON.stringify(html)));
"""
CARD = ("<!--kg-card-begin: html-->\n", "\n<!--kg-card-end: html-->")


def rendered(snippets: list[str], target: str) -> str:
    """Return the HTML of a post with a paragraph, a card for each snippet, and a paragraph."""
    given: dict[str, Any] = {"snippets": snippets, "target": target}
    done = subprocess.run(
        ["node", "-e", RENDER],
        input=json.dumps(given),
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
        cwd=HERE,
    )
    html: str = json.loads(done.stdout)
    return html


@pytest.mark.parametrize("target", ["html", "email"])
@pytest.mark.parametrize("kind", ["safe", "srcdoc", "inline"])
def test_a_snippet_in_an_html_card_is_left_as_it_is(kind: Any, target: str) -> None:
    snippets = [tc.from_spec(golden(case)).embed(kind) for case in CASES]
    html = rendered(snippets, target)
    assert html.startswith("<p>Before it.</p>")
    assert html.endswith("<p>After it.</p>")
    places = [html.index(CARD[0] + snippet + CARD[1]) for snippet in snippets]
    assert places == sorted(places)
