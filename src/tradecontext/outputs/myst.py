"""A snippet for MyST Markdown: its directive for anywidgets, with the chart's spec."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradecontext.spec import to_inline_json

if TYPE_CHECKING:
    from tradecontext.spec import Spec

BESIDE = "widget.js"
"""The file beside the page that draws all charts of a site, as ``save("widget.js")`` writes it."""


def myst(spec: Spec, url: str | None = None) -> str:
    """Return the directive, which draws the chart with the module at `url`, or that beside the page.

    The spec is on one line, so that no line of it can end the directive or be taken for one of its options.
    """
    body = f'{{"spec":{to_inline_json(spec)}}}'
    return f"```{{anywidget}} {url or BESIDE}\n{body}\n```\n"
