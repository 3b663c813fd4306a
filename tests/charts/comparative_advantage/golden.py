"""The golden specs of ComparativeAdvantage."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

import tradecontext as tc
from shapes import MADE_UP, mirrored

if TYPE_CHECKING:
    from collections.abc import Iterator

PARTNERS = ["USA", "MEX", "CAN", "CHN", "DEU", "KOR", "JPN", "VNM", "IND", "BRA", "IRL", "CHE"]
PERIOD = (1994, 2013)


def cases() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each case's name and spec."""
    bundled = tc.data.rca_intermediate_goods()

    def case(name: str, data: pd.DataFrame = bundled, **options: Any) -> tuple[str, dict[str, Any]]:
        return name, tc.ComparativeAdvantage(data, **options).spec

    averages = {
        "period": PERIOD,
        "partners": PARTNERS,
        "highlight": ["USA", "MEX"],
        "ratio": ("USA", "MEX"),
        "top": None,
    }
    yield case("plain", **averages)
    yield case("year", year=2013, partners=PARTNERS, top=None, highlight=["MEX"], ratio=("USA", "MEX"))
    yield case("spanish", **averages, locale="es")
    _, dark = case("dark", **averages, theme="dark")
    yield "dark", dark
    yield "right_to_left", mirrored(dark)
    yield case("across_breaks", period=(1994, 2021), partners=["USA", "MEX", "CAN"], across_breaks=True)
    yield case("first_and_last", **averages, trend=False)
    yield case("all", bundled[bundled["year"] >= 2019], top=None)
    yield case("largest", period=PERIOD, highlight=["MEX", "USA"], ratio=("USA", "CAN"))
    yield case("odd", _odd(), source=MADE_UP, entities={"EU27": "European Union (27 countries)"}, good="odd goods")
    yield case("sixty", _sixty(), source=MADE_UP, period=(1960, 2019), good="made-up goods", top=None)
    yield case("one", _made_up([("MEX", 1.25)]), source=MADE_UP, headline="", subtitle="")
    yield case(
        "hostile",
        _made_up([("MEX", 3.0), ("X1", 2.0), ("X2", 0.5)]),
        source=("</script><script>alert(1)</script>", "https://example.org/?a=1&b=2"),
        entities={"X1": "<img src=x onerror=alert(1)>", "X2": '=HYPERLINK("https://example.org")'},
        headline="</script><script>alert(1)</script> & “quotes” ' \" `",
        note="<!-- ${alert(1)} -->",
        annotations=[("MEX", "a\u2028b <b>not bold</b>")],
        good="<b>goods</b> {year}",
        labels={"rca": "<i>index</i>"},
        ratio=("X1", "X2"),
    )
    yield case(
        "groups",
        year=2013,
        partners=PARTNERS,
        top=8,
        highlight=["MEX", "CAN"],
        groups={"USMCA": ["USA", "MEX", "CAN"], "*": ("a member of the European Union", ["DEU", "IRL"])},
        annotations=[("MEX", "The last year before a break"), ("IRL", "Medicines count as intermediate goods in part")],
        published="2025-10-20",
        chart_id="rca-2013",
    )


def _made_up(rows: list[tuple[str, float | None]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["partner", "rca"]).assign(year=2020)


def _odd() -> pd.DataFrame:
    """Return indices that are 0, missing, off the scale and exactly 1, under short and long names."""
    return _made_up(
        [("COD", 0.0), ("BIH", None), ("EU27", 500.0), ("SPM", 0.0001), ("KOR", 1.0), ("JPN", 12.34), ("VCT", 1.0)]
    )


def _sixty() -> pd.DataFrame:
    """Return sixty countries over sixty years, some with missing years."""
    codes = tc.data.partners()["partner"].tolist()[:60]
    return pd.DataFrame(
        [
            (code, year, round((1 + place) / 20 + (year * (place + 3) % 17) / 50, 4))
            for place, code in enumerate(codes)
            for year in range(1960, 2020)
            if (place + year) % 11 or place % 3
        ],
        columns=["partner", "year", "rca"],
    )
