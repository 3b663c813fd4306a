"""The golden specs of DeficitRanking."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

import tradecontext as tc
from shapes import MADE_UP, mirrored

if TYPE_CHECKING:
    from collections.abc import Iterator


def cases() -> Iterator[tuple[str, dict[str, Any]]]:
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
        headline="Mexico and Canada, partners of one agreement, stand far apart",
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
    yield case("arabic", year=2024, locale="ar", highlight=["MEX"], context=share, compare=2023)
    _, dark = case("dark", year=2024, highlight=["MEX"], context=share, theme="dark")
    yield "dark", dark
    yield "right_to_left", mirrored(dark)
    yield case("many", year=2024, top=1000, surpluses=1000)
    yield case("beyond", year=2024, top=5, highlight=["CAN", "NLD"], others=True)
    yield case("one_row", year=2024, top=1, headline="", subtitle="")
    yield case("no_row", _made_up([("MEX", 3e9), ("CAN", 1e9)]), source=MADE_UP)
    yield case("sizes", _sizes(), source=MADE_UP, surpluses=9, entities={"EU27": "European Union (27 countries)"})
    now = _made_up([("MEX", -3e9), ("CAN", -1e9)]).assign(period="2020-01/2020-09")
    part = pd.concat([now, _made_up([("MEX", -2e9), ("CAN", -1e9)], year=2019).assign(period="2019-01/2019-09")])
    months = {"period": "2020-01/2020-09", "compare": "2019-01/2019-09"}
    yield case("part_of_a_year", part, source=MADE_UP, scope="services", **months)
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


def _made_up(rows: list[tuple[str, float]], year: int = 2020) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["partner", "balance"]).assign(year=year, unit="usd")


def _sizes() -> pd.DataFrame:
    """Return long names beside very large and very small values."""
    return _made_up([("COD", -12e12), ("BIH", -4e6), ("EU27", -4e11), ("SPM", -2e5), ("KOR", 3e9), ("JPN", 2e11)])
