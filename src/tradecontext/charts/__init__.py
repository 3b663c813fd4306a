"""The charts, one file each: a data frame and options in, a spec out."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from tradecontext.errors import DataError
from tradecontext.spec import charts

if TYPE_CHECKING:
    from tradecontext.chart import Chart


def chart_class(stem: str) -> type[Chart]:
    """Return the chart that draws specs of this name."""
    if stem not in charts():
        raise DataError(f"no chart is called {stem!r}; there are {', '.join(charts())}")
    module = import_module(f"tradecontext.charts.{stem}")
    found: type[Chart] = getattr(module, "".join(part.capitalize() for part in stem.split("_")))
    return found
