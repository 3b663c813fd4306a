"""The list at the end of the demo article that says how each of its figures was computed, by table."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple

import figures
import value_added_figures

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from figures import Figures

HEAD = '<thead><tr><th scope="col">In the text<th scope="col">What it is</thead>'


class Group(NamedTuple):
    """The figures of one table: their subject, the code that loads the table, and the charts whose files have them."""

    heading: str
    call: str
    charts: tuple[str, ...]
    make: Callable[[], Figures]


GROUPS = (
    Group("The deficit", "tc.data.us_goods_trade()", ("deficit-ranking",), figures.trade_figures),
    Group(
        "The deficit by month",
        'tc.data.us_goods_trade(by="month")',
        ("balance-over-time",),
        figures.history_figures,
    ),
    Group("US share of imports", "tc.data.us_share_of_imports()", ("deficit-ranking",), figures.share_figures),
    Group("US share of inputs", "tc.data.input_shares()", ("input-reliance",), figures.reliance_figures),
    Group(
        "Comparative advantage",
        "tc.data.rca_intermediate_goods()",
        ("comparative-advantage",),
        figures.advantage_figures,
    ),
    Group(
        "A dollar by origin",
        'tc.data.value_added_balances("goods")',
        ("content-by-origin",),
        value_added_figures.content_figures,
    ),
    Group(
        "Published estimates",
        'tc.data.us_content_estimates("MEX")',
        ("content-estimates",),
        value_added_figures.estimate_figures,
    ),
    Group(
        "Manufactures",
        'tc.data.value_added_balances("manufactures")',
        ("content-by-origin", "content-estimates"),
        value_added_figures.weighed_figures,
    ),
    Group(
        "Balances",
        "tc.data.value_added_balances()",
        ("value-added-balance",),
        value_added_figures.balance_figures,
    ),
    Group("Step by step", "tc.data.value_added_balances()", ("bridge-mexico",), value_added_figures.bridge_figures),
)


def groups() -> dict[Group, Figures]:
    """Compute all figures, by the table they are from."""
    return {group: group.make() for group in GROUPS}


def together(made: Mapping[Group, Figures]) -> dict[str, str]:
    """Return each figure's text by its name in the article.

    Raises
    ------
    ValueError
        If two figures have one name: the article would print one for the other.
    """
    found: dict[str, str] = {}
    for each in made.values():
        if twice := found.keys() & each.keys():
            raise ValueError(f"two figures are called {', '.join(sorted(twice))}")
        found |= {name: escape(figure.text) for name, figure in each.items()}
    return found


def listed(made: Mapping[Group, Figures], used: Collection[str]) -> str:
    """Return the list of the figures that the text uses, and of the files in which each can be checked."""
    parts = []
    for group, each in made.items():
        rows = "".join(
            f"<tr><td>{escape(figure.text)}<td>{escape(figure.what)}" for name, figure in each.items() if name in used
        )
        files = ", ".join(files_of(chart) for chart in group.charts)
        parts.append(
            f"<h3>{group.heading}</h3>\n<p><code>{escape(group.call)}</code>, drawn in {files}</p>\n"
            f"<table>{HEAD}<tbody>{rows}</tbody></table>"
        )
    return "\n".join(parts)


def files_of(chart: str) -> str:
    """Return links to a chart's page, its figures and its spec."""
    links = "\N{MIDDLE DOT}".join(
        f' <a href="embeds/{chart}.{suffix}">{suffix}</a> ' for suffix in ("html", "csv", "json")
    )
    return f"{chart} ({links.strip()})"
