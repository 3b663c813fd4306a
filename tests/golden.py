"""The golden specs, as Python and browser tests read them."""

from __future__ import annotations

import atexit
import json
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from tradecontext.charts.input_reliance.averages import average
from tradecontext.spec import copied
from tradecontext.text.language import Language

CHARTS = Path(__file__).parent / "charts"


@cache
def _specs(chart: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((CHARTS / chart / "specs.json").read_text("utf-8"))
    return found


CASES = [
    f"{path.parent.name}/{name}" for path in sorted(CHARTS.glob("*/specs.json")) for name in _specs(path.parent.name)
]
"""Every golden spec by its name, "chart/case"."""


@cache
def golden_folder() -> Path:
    """Return a folder with a file for each golden spec, for what reads files: ``<chart>/<case>.json``."""
    folder = Path(tempfile.mkdtemp(prefix="golden-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    for case in CASES:
        path = folder / f"{case}.json"
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(golden(case)), "utf-8")
    return folder


def golden_file(case: str) -> Path:
    """Return a file with a golden spec."""
    return golden_folder() / f"{case}.json"


def golden(case: str) -> dict[str, Any]:
    """Return a golden spec by "chart/case"."""
    chart, name = case.split("/")
    spec: dict[str, Any] = copied(_specs(chart)[name])
    return spec


def told(spec: dict[str, Any]) -> list[tuple[str, str]]:
    """Return the name and the printed value of each row a page begins with, in the order drawn."""
    if spec["chart"] == "adjusted_balance":
        return _balances(spec)
    if spec["chart"] != "input_reliance":
        return [(row["name"], row["text"]) for row in spec["rows"]]
    language = Language("es" if spec["locale"]["tag"] == "es" else "en")
    found = [(average(row, spec["years"], spec["method"], spec["initial"]["period"]), row) for row in spec["rows"]]
    # Largest first, those without an average last; equal ones by the order they have in the spec.
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


def _balances(spec: dict[str, Any]) -> list[tuple[str, str]]:
    """Return the rows of a chart of adjusted balances, and the amounts under them."""
    key = "value_added_text" if spec["view"] == "value_added" else "text"
    rows = [(row["name"], row.get(key, "")) for row in _in_order(spec)]
    amounts, share = spec.get("amounts"), spec["initial"]["us_content"]
    if amounts is None:
        return rows
    language = Language("es" if spec["locale"]["tag"] == "es" else "en")
    lines, exports, imports = amounts["lines"], amounts["exports"], amounts["imports"]
    flows = [(lines["exports"], exports), (lines["imports"], imports), (lines["balance"], exports - imports)]
    if share is not None:
        cents = amounts["cents"].format(n=round(share * 100))
        rows.append((amounts["own"], cents))
        without = imports * (1 - share)
        flows += [(amounts["applied"].format(cents=cents), imports - without), (lines["without"], without)]
    if share is not None and "one_sided" in amounts:
        flows.append((amounts["one_sided"]["name"], exports - without))
    return rows + [(name, language.number(value / 10 ** amounts["power"], 1)) for name, value in flows]


def _in_order(spec: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the rows as a page sorts them at the start, the total last."""
    by, turned = spec["initial"]["sort_by"].removeprefix("-"), spec["initial"]["sort_by"].startswith("-")
    if by not in {"gross", "value_added", "change"}:
        return list(spec["rows"])
    partners = [row for row in spec["rows"] if row["role"] == "partner"]
    there = [row for row in partners if row.get(by) is not None]
    # The largest deficit and the largest change come first.
    there.sort(key=lambda row: row[by], reverse=(by == "change") != turned)
    return (
        there + [row for row in partners if row not in there] + [row for row in spec["rows"] if row["role"] == "total"]
    )
