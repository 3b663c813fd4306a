"""Copying and pickling a chart: a copy has everything but the connection to the page that shows the chart."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any, NamedTuple

from tradecontext.widget.connection import ChartWidget
from tradecontext.widget.traits import Option, frozen, thawed

if TYPE_CHECKING:
    from tradecontext.widget.chart import Chart

OF_ONE_CHART = {
    *("_trait_values", "_trait_notifiers", "_trait_validators", "_cross_validation_lock"),
    *("_model_id", "_shown", "_holding_sync", "_repr_mimebundle_"),
}
"""Attributes in which traitlets and ipywidgets keep the observers of a chart and its connection to a page."""

OF_THE_PAGE = {"tooltip", "tabbable", "_dom_classes"}
"""Traits of every widget that an author may set. The other traits of a widget belong to its connection to a page and
are made anew for a copy."""


class Kept(NamedTuple):
    """The state of a chart without its connection to a page."""

    kind: type[Chart]
    traits: dict[str, Any]
    attributes: dict[str, Any]
    layout: dict[str, Any]


def kept(chart: Chart) -> Kept:
    """Return the state of a chart in types that can be copied and pickled."""
    own = set(chart.trait_names()) - set(ChartWidget.class_trait_names()) | OF_THE_PAGE
    values = chart._trait_values  # noqa: SLF001 (reading a trait would create its default, for example a layout)
    layout = values.get("layout")
    attributes = {name: each for name, each in vars(chart).items() if name not in OF_ONE_CHART}
    return Kept(
        type(chart),
        {name: thawed(value) for name, value in values.items() if name in own},
        {**attributes, "_given": {name: thawed(value) for name, value in attributes["_given"].items()}},
        {} if layout is None else layout.get_state(drop_defaults=True),
    )


def restored(kind: type[Chart], *parts: dict[str, Any]) -> Chart:
    """Make a chart from the state of another, without drawing, checking or warning a second time."""
    traits, attributes, layout = parts
    chart = kind.__new__(kind)
    options = {name for name, trait in kind.class_traits().items() if isinstance(trait, Option)}
    given = {name: frozen(value) for name, value in attributes["_given"].items()}
    chart.__dict__.update({**attributes, "_given": given})  # pyright: ignore[reportAttributeAccessIssue]
    chart._trait_values |= {  # noqa: SLF001 (assigning them would draw the chart)
        name: frozen(value) if name in options else value for name, value in traits.items()
    }
    ChartWidget.__init__(chart)
    if layout:
        chart.layout = layout
    return chart


def deeply(chart: Chart, memo: dict[int, Any]) -> Chart:
    """Copy a chart together with the data frames it holds."""
    kind, *parts = kept(chart)
    return restored(kind, *copy.deepcopy(parts, memo))
