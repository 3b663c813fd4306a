"""Headers and phrases with gaps that the renderer fills when a reader changes the period, and the scales."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradecontext.charts.scales import round_years
from tradecontext.text.language import capital

if TYPE_CHECKING:
    from tradecontext.charts.input_reliance.rows import Reliance
    from tradecontext.text.language import Language

GAPS = (
    "from to span n total name share why first first_year last last_year year low high "
    "measure how partner partners supplier late coverage years broken count above value names"
)
"""The gaps that the renderer fills, which stay open in the words that Python writes."""
OPEN = {name: f"{{{name}}}" for name in GAPS.split()}
ALWAYS = ("span", "years", "broken", "others", "range", "without", "from", "to")
OF_LINES = ("table", "other_lines", "both", "alike", "break_mark", "compare", "add", "remove", "year")
"""Phrases of every chart, and of charts with lines."""
PERCENTS = (1, 2, 5, 10, 20)
MOST_STEPS = 5


def columns(drawn: Reliance, language: Language) -> dict[str, str]:
    """Return the headers."""
    found = {
        "partner": language.terms["partner"],
        "share": language.phrase(f"column_{_kind(drawn)}", **OPEN),
        "one": language.phrase("column_one", **OPEN),
    }
    if drawn.second is not None:
        found |= {"first": capital(drawn.measure), "second": capital(drawn.second.name)}
    if drawn.method != "published" and len(drawn.years) > 1:
        ends = {"start": drawn.years[0], "end": drawn.years[-1]}
        found["trend"] = language.phrase("column_trend" if drawn.trend else "column_ends", **ends)
    return found


def phrases(drawn: Reliance, language: Language) -> dict[str, str]:
    """Return the phrases that the renderer fills with figures and counts."""
    kind = _kind(drawn)
    readout = kind if drawn.method != "published" else "whole" if kind == "ratio_of_sums" else "published"
    keys = {
        **{name: name for name in ALWAYS},
        **({} if drawn.view == "ranking" else {name: name for name in OF_LINES}),
        "period": f"period_{kind}",
        "readout": f"readout_{readout}",
        **({} if drawn.method == "published" or kind == "one" else {"readout_one": "readout_one"}),
        "readout_none": "readout_none_one" if kind == "one" else "readout_none",
    }
    return {"none": language.terms["no_data"]} | {name: language.phrase(key, **OPEN) for name, key in keys.items()}


def _kind(drawn: Reliance) -> str:
    """Return the kind of words for the average; "one" if the data has one year, of which there is no average."""
    return "one" if drawn.method != "published" and len(drawn.years) == 1 else drawn.kind


def scale(drawn: Reliance, language: Language) -> dict[str, Any]:
    """Return the axes of the lines: round percentages from zero, and round years between the first and the last."""
    figures = (
        each
        for row in drawn.rows
        for each in (*row["shares"], *row.get("second", ()), row.get("average"))
        if each is not None
    )
    return {
        "ticks": [{"value": each, "text": language.percent(each, 0)} for each in ticks(max(figures, default=0.0))],
        "years": round_years(drawn.years[0], drawn.years[-1]),
    }


def ticks(largest: float) -> list[float]:
    """Return two to six round fractions, from 0 to the first that is not below `largest`."""
    step = next((each for each in PERCENTS if largest <= MOST_STEPS * each / 100), PERCENTS[-1])
    count = next((n for n in range(1, MOST_STEPS) if largest <= n * step / 100), MOST_STEPS)
    return [n * step / 100 for n in range(count + 1)]
