"""How the chart prints an index, a ratio and a share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradecontext.text.exact import rounded

if TYPE_CHECKING:
    from tradecontext.text.exact import Figure
    from tradecontext.text.language import Language


def index_text(rca: Figure, language: Language) -> str:
    """Print an index with two decimals, or fewer if it is large. Only 0 itself is printed as 0."""
    if rca == 0:
        return language.number(0, 0)
    if rounded(rca, 2) == 0:
        return language.under(0.01, 2)
    return language.number(rca, 2 if rounded(rca, 2) < 10 else 1 if rounded(rca, 1) < 100 else 0)


def times_text(times: Figure, language: Language) -> str:
    """Print a ratio with one decimal, or two if it would be 0.0 with one."""
    if rounded(times, 1):
        return language.number(times, 1)
    return language.number(times, 2) if rounded(times, 2) else language.under(0.01, 2)


def percent_text(share: Figure, language: Language) -> str:
    """Print a share as a percentage. Only 0 itself is printed as 0."""
    text = language.percent(share)
    return language.under_percent(0.001, 1) if share and text == language.percent(0) else text
