"""Write the golden specs that Python, TypeScript and browser tests read alike.

``python scripts/make_specs.py`` writes ``tests/specs/<chart>/<case>.json``; with ``--check`` it only compares.
Figures are the package's own but for the cases named for an odd shape, whose source line says so.
"""

from __future__ import annotations

import copy
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

import tradecontext as tc
from tradecontext.spec import validate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SPECS = Path(__file__).parent.parent / "tests" / "specs"
MADE_UP = "Figures made up to test a shape; no statistic"


def deficit_ranking() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each case's name and spec."""
    trade = tc.data.us_goods_trade()
    original = tc.data.us_goods_trade("2025-04")
    share = tc.data.us_share_of_imports()

    def case(name: str, data: pd.DataFrame = trade, **options: Any) -> tuple[str, dict[str, Any]]:
        return name, tc.DeficitRanking(data, **options).spec

    usmca = {"USMCA": ["MEX", "CAN"]}
    yield case("plain", year=2024)
    yield case("context", year=2024, highlight=["MEX"], context=share, groups=usmca)
    yield case("compare", year=2024, highlight=["MEX", "IRL", "CAN"], compare=2023)
    yield case(
        "everything",
        year=2024,
        top=9,
        surpluses=4,
        others=True,
        total=True,
        compare=2023,
        context=share,
        highlight=["MEX", "CAN", "VNM", "IRL", "DEU", "NLD"],
        groups={"USMCA": ["MEX", "CAN"], "*": ("a partner in the European Union", ["IRL", "DEU", "NLD"])},
        annotations=[("MEX", "Revised from 171.8 in the figures published by April 2025")],
        headline="Mexico and Canada, two partners of one agreement, stand far apart in the ranking",
        note="A note by the author.",
        byline="By A. Reporter",
        credit="Chart: tradecontext",
        published="2025-10-20",
        updated="2025-10-21",
        correction=("2025-10-22", "An earlier version named the wrong year in a note."),
        chart_id="us-deficits-2024",
    )
    yield case("near_tie", original, year=2024)
    yield case(
        "spanish", original, year=2024, locale="es", highlight=["MEX"], context=share, compare=2023, groups=usmca
    )
    _, dark = case("dark", year=2024, highlight=["MEX"], context=share, theme="dark")
    yield "dark", dark
    yield "right_to_left", _mirrored(dark)
    yield case("many", year=2024, top=1000, surpluses=1000)
    yield case("one_row", year=2024, top=1, headline="", subtitle="")
    yield case("no_row", _made_up([("MEX", 3e9), ("CAN", 1e9)]), source=MADE_UP)
    yield case("sizes", _sizes(), source=MADE_UP, surpluses=9, entities={"EU27": "European Union (27 countries)"})
    yield case(
        "hostile",
        _made_up([("MEX", -3e9), ("X1", -2e9), ("X2", -1e9)]),
        source=("</script><script>alert(1)</script>", "https://example.org/?a=1&b=2"),
        entities={"X1": "<img src=x onerror=alert(1)>", "X2": '=HYPERLINK("https://example.org")'},
        headline="</script><script>alert(1)</script> & “quotes” ' \" `",
        note="<!-- ${alert(1)} -->",
        annotations=[("MEX", "a\u2028b <b>not bold</b>")],
        labels={"deficit": "<i>gap</i>"},
    )


def _made_up(rows: list[tuple[str, float]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["partner", "balance"]).assign(year=2020)


def _sizes() -> pd.DataFrame:
    """Return long names beside very large and very small values."""
    return _made_up([("COD", -12e12), ("BIH", -4e6), ("EU27", -4e11), ("SPM", -2e5), ("KOR", 3e9), ("JPN", 2e11)])


def _mirrored(spec: dict[str, Any]) -> dict[str, Any]:
    spec = copy.deepcopy(spec)
    spec["locale"] |= {"tag": "he", "dir": "rtl"}
    return validate(spec)


CHARTS: dict[str, Callable[[], Iterator[tuple[str, dict[str, Any]]]]] = {"deficit_ranking": deficit_ranking}


def main() -> int:
    """Write or compare every case."""
    stale = []
    for chart, cases in CHARTS.items():
        folder = SPECS / chart
        folder.mkdir(parents=True, exist_ok=True)
        for name, spec in cases():
            path = folder / f"{name}.json"
            text = json.dumps(spec, ensure_ascii=False, indent=1) + "\n"
            if "--check" in sys.argv:
                if not path.exists() or path.read_text("utf-8") != text:
                    stale.append(f"{chart}/{name}")
            else:
                path.write_text(text, "utf-8")
    if stale:
        print(f"Golden specs no longer as made: {', '.join(stale)}; look, then run python scripts/make_specs.py")
    return bool(stale)


if __name__ == "__main__":
    raise SystemExit(main())
