"""What tests run in a process of its own, which imports it by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tradecontext.chart import Chart


def headlined(chart: Chart) -> tuple[str, Chart]:
    """Give a chart another headline; return the one its spec has then, and the chart."""
    chart.headline = f"{chart.stem} in another process"
    return chart.spec["frame"]["headline"], chart
