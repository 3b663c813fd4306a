"""What a copy of a chart has, also one that pickle sends to another process: all but the page it is shown on."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any, NamedTuple

from tradecontext.widget.connection import Displayed
from tradecontext.widget.traits import Option, frozen, thawed

if TYPE_CHECKING:
    from tradecontext.widget.chart import Chart

OF_ONE_CHART = {
    *("_trait_values", "_trait_notifiers", "_trait_validators", "_cross_validation_lock"),
    *("_model_id", "_shown", "_holding_sync", "_repr_mimebundle_"),
}
"""Attributes in which traitlets and ipywidgets keep who watches a chart, and where it is shown."""

OF_THE_PAGE = {"tooltip", "tabbable", "_dom_classes"}
"""Traits that every widget has and an author may set; the others are the connection to a page, and made anew."""


class Kept(NamedTuple):
    """A chart apart from any page."""

    kind: type[Chart]
    traits: dict[str, Any]
    attributes: dict[str, Any]
    layout: dict[str, Any]


def kept(chart: Chart) -> Kept:
    """Return what a copy is made of, in types that can be copied and pickled."""
    own = set(chart.trait_names()) - set(Displayed.class_trait_names()) | OF_THE_PAGE
    values = chart._trait_values  # noqa: SLF001 (to read a trait would make its default, a layout for example)
    layout = values.get("layout")
    attributes = {name: each for name, each in vars(chart).items() if name not in OF_ONE_CHART}
    return Kept(
        type(chart),
        {name: thawed(value) for name, value in values.items() if name in own},
        {**attributes, "_given": {name: thawed(value) for name, value in attributes["_given"].items()}},
        {} if layout is None else layout.get_state(drop_defaults=True),
    )


def restored(kind: type[Chart], *parts: dict[str, Any]) -> Chart:
    """Make a chart of what was kept of another: nothing is drawn, checked or warned of a second time."""
    traits, attributes, layout = parts
    chart = kind.__new__(kind)
    options = {name for name, trait in kind.class_traits().items() if isinstance(trait, Option)}
    given = {name: frozen(value) for name, value in attributes["_given"].items()}
    chart.__dict__.update({**attributes, "_given": given})  # pyright: ignore[reportAttributeAccessIssue]
    chart._trait_values |= {  # noqa: SLF001 (to assign them would draw)
        name: frozen(value) if name in options else value for name, value in traits.items()
    }
    Displayed.__init__(chart)
    if layout:
        chart.layout = layout
    return chart


def deeply(chart: Chart, memo: dict[int, Any]) -> Chart:
    """Copy a chart together with the data frames it holds."""
    kind, *parts = kept(chart)
    return restored(kind, *copy.deepcopy(parts, memo))
