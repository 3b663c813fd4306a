"""Whether a spec's figures and words agree: what no schema can say, of specs that strangers and editors write.

A module a chart, of the chart's own name, finds its pairs of a figure and its text.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

Spec = dict[str, Any]


def disagreements(spec: Spec) -> Iterator[str]:
    """Yield what does not agree in a spec that holds to its schema, each with its field."""
    from tradecontext.agreement.common import chosen, dates, names, numerals

    yield from dates(spec)
    yield from names(spec)
    yield from chosen(spec)
    read = numerals(spec)
    if read is not None:
        yield from import_module(f"tradecontext.agreement.{spec['chart']}").disagreements(spec, read)
