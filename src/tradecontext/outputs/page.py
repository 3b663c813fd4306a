"""One HTML page: the whole chart in its markup, and a script that takes that markup over. It makes no request."""

from __future__ import annotations

import base64
import hashlib
from html import escape
from typing import TYPE_CHECKING

from tradecontext.outputs import published, renderer, take
from tradecontext.outputs.pasted import literal
from tradecontext.spec import to_inline_json, to_json
from tradecontext.text import around

if TYPE_CHECKING:
    from tradecontext.spec import Spec

BODY = "body{margin:0;padding:%s}main{max-width:720px;margin:auto}:root{color-scheme:light dark}"

UNREAD = {"exports", "imports", "rank", "extremes"}
"""Fields of rows for other outputs alone: a page has them in words or lines, and its script does not read them."""

FOLLOWING = ("headline", "subtitle", "notes", "note")
"""Words around the drawing that follow a reader's choice, where a spec has sentences for it."""


def page(spec: Spec, *, framed: bool = False) -> str:
    """Draw a spec as a page.

    Parameters
    ----------
    spec : dict
        A valid spec.
    framed : bool
        Whether it stands in a frame and there alone: then it has no margin to speak of.

    Returns
    -------
    str
        HTML that shows the whole chart with scripts off and answers the reader with them on.
    """
    frame, locale = spec["frame"], spec["locale"]
    links = take.take(spec)
    scheme = {"light": ":root{color-scheme:light}", "dark": ":root{color-scheme:dark}"}.get(spec["theme"], "")
    return literal(
        f'<!doctype html><html lang="{locale["tag"]}" dir="{locale["dir"]}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{escape(around.title(spec))}</title>"
        f'<meta name="description" content="{escape(frame["alt"])}">'
        f"{'' if framed else published.head(spec)}"
        f"<style>{BODY % ('4px' if framed else '16px')}{scheme}{_styles(spec)}{links and take.STYLE}</style></head>"
        f"<body><main>{renderer.draw('drawHtml', to_json(spec), 'h1')}{links}</main>"
        f'<script type="application/json" id="tc-spec">{to_inline_json(redrawn(spec))}</script>'
        f"<script>{_script(spec)}</script></body></html>\n"
    )


def policy(spec: Spec) -> str:
    """Return the strictest Content-Security-Policy under which the page of this spec works fully.

    Bars need ``style`` attributes, so styles are allowed inline; scripts by their hash alone.
    """
    digest = base64.b64encode(hashlib.sha256(_script(spec).encode()).digest()).decode()
    return f"default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'sha256-{digest}'"


def redrawn(spec: Spec) -> Spec:
    """Return what a script needs that takes the drawing over: of the words around it, those that it may change."""
    words = spec["locale"]["words"]
    locale = {**spec["locale"], "words": {name: words[name] for name in ("sort", "hint")}}
    rows = [{name: value for name, value in row.items() if name not in UNREAD} for row in spec["rows"]]
    changed = ("alt", *(FOLLOWING if "sentences" in spec else ()))
    return {**spec, "frame": {name: spec["frame"][name] for name in changed}, "locale": locale, "rows": rows}


def _styles(spec: Spec) -> str:
    return renderer.bundle(f"page-{spec['chart']}.css").strip()


def _script(spec: Spec) -> str:
    return renderer.bundle(f"page-{spec['chart']}.js").strip()
