"""The figures that the chart's page needs: rounded as they are printed, where a line does not need more digits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradecontext.text.exact import fraction, rounded

if TYPE_CHECKING:
    from tradecontext.spec import Fields

ENOUGH = 100
"""If a figure has this size in the printed unit, tenths of the unit are finer than the pixels of a plot."""


def offered(spec: Fields) -> Fields:
    """Return the spec with figures in tenths of the printed unit, which are a third of the bytes."""
    power = spec["power"]
    largest = max(abs(value) for row in spec["rows"] for value in row["values"] if value is not None)
    if largest < ENOUGH * 10**power:
        return spec

    def tenths(value: float | None) -> int | None:
        return None if value is None else int(rounded(value, 1, power) * 10)

    rows = [{**row, "values": [tenths(value) for value in row["values"]]} for row in spec["rows"]]
    ticks = [{**tick, "value": float(fraction(tick["value"]) * 10 / 10**power)} for tick in spec["scale"]["ticks"]]
    return {**spec, "power": 1, "rows": rows, "scale": {**spec["scale"], "ticks": ticks}}
