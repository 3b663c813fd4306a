"""One HTML page: the whole chart as markup, and a script that hydrates it. The page makes no request."""

from __future__ import annotations

import base64
import hashlib
from html import escape
from typing import TYPE_CHECKING

from tradecontext.outputs import branded, published, renderer, take
from tradecontext.outputs.pasted import literal
from tradecontext.spec import to_inline_json, to_json
from tradecontext.spec.folders import part_if_any
from tradecontext.spec.shape import Shape
from tradecontext.text import around

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tradecontext.spec import Spec

BODY = "body{margin:0;padding:%s}main{max-width:720px;margin:auto}:root{color-scheme:light dark}"

TITLE = ("headline", "subtitle")
"""Words that name the table; without them, the alternative text does."""

FOLLOWING = ("alt", "key", "notes", "note")
"""Other words that change with a reader's choice, if a spec has sentences for it."""

END = "</section></figure>"
"""The tags that close a drawing: its last section's and its own."""

SETTLED = ("chart", "version", "theme", "brand")
"""Fields that only decide which script and styles a page has."""

AGED = "for(const each of document.querySelectorAll('[data-due]'))each.hidden=Date.now()<Date.parse(each.dataset.due)"
"""The only line of a page that reads a clock: the reader's."""

USED = ("sort", "hint", "find", "found", "remove", "reset")
"""The words of the interface that a page's script prints."""


def page(spec: Spec, *, framed: bool = False) -> str:
    """Draw a spec as a page.

    Parameters
    ----------
    spec : dict
        A valid spec.
    framed : bool
        Whether the page is shown only in a frame: then it has a small padding and no metadata.

    Returns
    -------
    str
        HTML that shows the whole chart with scripts off and is interactive with them on.
    """
    frame, locale = spec["frame"], spec["locale"]
    links = take.take(spec)
    drawn = renderer.draw("drawHtml", to_json(spec), "h1").removesuffix(END)
    kept = {name: value for name, value in redrawn(spec).items() if name not in SETTLED}
    scheme = {"light": ":root{color-scheme:light}", "dark": ":root{color-scheme:dark}"}.get(branded.scheme(spec), "")
    return literal(
        f'<!doctype html><html lang="{locale["tag"]}" dir="{locale["dir"]}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{escape(around.title(spec))}</title>"
        f'<meta name="description" content="{escape(frame["alt"])}">'
        f"{'' if framed else published.head(spec)}"
        f"<style>{BODY % ('4px' if framed or 'brand' in spec else '16px')}{scheme}{_bundle(spec, 'css')}"
        f"{links and take.STYLE}{_house(spec)}</style>"
        "</head>"
        f"<body><main>{drawn}{_aged(spec)}{links}{END}</main>"
        f'<script type="application/json" id="tc-spec">{to_inline_json(kept)}</script>'
        f"<script>{_script(spec)}</script></body></html>\n"
    )


def policy(spec: Spec) -> str:
    """Return the strictest Content-Security-Policy under which the page of this spec works fully.

    Bars need ``style`` attributes, so styles are allowed inline; scripts by their hash alone.
    """
    digest = base64.b64encode(hashlib.sha256(_script(spec).encode()).digest()).decode()
    fonts = " font-src data:;" if branded.faces(spec) else ""
    return f"default-src 'none'; style-src 'unsafe-inline'; img-src data:;{fonts} script-src 'sha256-{digest}'"


def redrawn(spec: Spec) -> dict[str, object]:
    """Return the part of a spec that the script needs: of the words around the drawing, those that it may change."""
    words: Mapping[str, object] = spec["locale"]["words"]
    locale = {**spec["locale"], "words": {name: words[name] for name in USED}}
    # Most charts show or offer all their rows.
    own = part_if_any(spec["chart"], "offered")
    offered = own.offered(spec) if own else spec
    # Fields of rows that only other outputs use; a page has them as words or lines.
    unread = set(Shape.of(spec["chart"]).at("rows").at("[]").saying("x-unread"))
    rows = [{name: value for name, value in row.items() if name not in unread} for row in offered["rows"]]
    frame: Mapping[str, object] = spec["frame"]
    named = any(frame[name] for name in TITLE)
    changed = dict.fromkeys((*TITLE, *(() if named else ("alt",)), *(FOLLOWING if "sentences" in spec else ())))
    return {**offered, "frame": {name: frame[name] for name in changed}, "locale": locale, "rows": rows}


def _script(spec: Spec) -> str:
    return _bundle(spec, "js") + AGED * ("aged" in spec["frame"])


def _house(spec: Spec) -> str:
    """Return the style of the chart's house, whose ground is that of the whole page."""
    if "brand" not in spec:
        return ""
    ground = ":root{background:var(--tc-paper)}@media print{:root{color-scheme:light}}"
    return f"{branded.faces(spec)}{branded.sheet(spec, ':root')}{ground}"


def _aged(spec: Spec) -> str:
    """Return what stands hidden until the figures are older than their publisher's next release."""
    said = spec["frame"].get("aged")
    return f'<p data-due="{said["due"]}" hidden>{escape(said["text"])}</p>' if said else ""


def _bundle(spec: Spec, kind: str) -> str:
    """Return the page's own script or styles. A view may have one without the code of the chart's other views."""
    of_view = f"page-{spec['chart']}-{spec.get('view')}.{kind}"
    return renderer.bundle(of_view if renderer.built(of_view) else f"page-{spec['chart']}.{kind}").strip()
