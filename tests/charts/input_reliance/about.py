"""Facts about this chart for the tests that run on every chart: see ``about`` in ``golden.py``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import tradecontext as tc
from frames import SOURCE
from tradecontext.charts.input_reliance.averages import average
from tradecontext.text.language import Language

if TYPE_CHECKING:
    import pandas as pd

SCRIPT = 12_340
MARK = "tc-chips"
TABLE, OPTIONS = "tc.data.input_shares()", 'top=5, highlight=["MEX"], view="both"'
WORDY = ""
CONTROLS = "lines"
PUBLISHED = ("lines",)


def ranked(sizes: pd.DataFrame, **options: Any) -> tc.InputReliance:
    return tc.InputReliance(sizes.assign(share=sizes["size"] / 100), source=SOURCE, **options)


RANKINGS = {"averages": ranked}


def told(spec: dict[str, Any]) -> list[tuple[str, str]]:
    language = Language("es" if spec["locale"]["tag"] == "es" else "en")
    found = [(average(row, spec["years"], spec["method"], spec["initial"]["period"]), row) for row in spec["rows"]]
    # The largest come first, rows without an average last; ties keep the order of the spec.
    found.sort(key=lambda each: -1.0 if each[0].share is None else each[0].share, reverse=True)
    top = spec.get("top", len(found))
    shown = [each for place, each in enumerate(found) if place < top or "highlight" in each[1]]
    phrases = spec["phrases"]
    rows = []
    for mean, row in shown:
        none = phrases["none"] if mean.broken is None else phrases["broken"].format(year=mean.broken)
        rows.append((row["name"], none if mean.share is None else language.percent(mean.share)))
    rest = [mean.share for mean, row in found if (mean, row) not in shown]
    if rest:
        shares = [each for each in rest if each is not None]
        low, high = (language.percent(each(shares)) for each in (min, max))
        rows.append((phrases["others"].format(n=len(rest)), phrases["range"].format(low=low, high=high)))
    return rows


def lengths(spec: dict[str, Any]) -> list[list[float]]:
    return [[float(text.rstrip("%"))] for _, text in told(spec) if text.rstrip("%").replace(".", "").isdigit()]
