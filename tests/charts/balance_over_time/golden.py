"""The golden specs of BalanceOverTime."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

import tradecontext as tc
from shapes import MADE_UP, mirrored

if TYPE_CHECKING:
    from collections.abc import Iterator

PAIR = ["MEX", "CHN"]
EVENTS = [("2001-12", "China joins the WTO"), (2020, "USMCA replaces NAFTA")]


def cases() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each case's name and spec."""
    months = tc.data.us_goods_trade(by="month")

    def case(name: str, data: pd.DataFrame = months, **options: Any) -> tuple[str, dict[str, Any]]:
        return name, tc.BalanceOverTime(data, **options).spec

    yield case("plain", partners=PAIR, period=(2000, "2025-02"), annotations=EVENTS)
    yield case("crossing", partners=[*PAIR, "CAN"], highlight=PAIR, measure="imports", period=(2010, 2025))
    yield case("months", partners=["NLD", "MEX", "HKG"], by="month", period=(2023, "2024-06"))
    yield case("to_date", partners=PAIR, by="year_to_date", measure="deficit", period=(2015, 2025))
    yield case(
        "six",
        tc.data.us_goods_trade(),
        partners=[*PAIR, "CAN", "VNM", "DEU", "JPN"],
        measure="deficit",
        provisional=2023,
        groups={"USMCA": ["MEX", "CAN"]},
        annotations=[("VNM", "A remark made up for a test")],
    )
    spanish = [("2001-12", "China ingresa en la OMC")]
    yield case("spanish", partners=PAIR, measure="exports", locale="es", period=(2000, 2025), annotations=spanish)
    _, dark = case("dark", partners=["MEX", "CAN", "NLD"], by="year", theme="dark", annotations=EVENTS[1:])
    yield "dark", dark
    yield "right_to_left", mirrored(dark)
    yield case(
        "gaps",
        made_up({"MEX": [-5.0] * 20 + [None, -4.0] + [-6.0] * 18, "CAN": [None] * 4 + [1.0, -1.0] * 17 + [None] * 2}),
        source=MADE_UP,
        unit="usd_billion",
        by="month",
        breaks=[("MEX", "2002-01", "another classification (made up)")],
        provisional="2002-12",
    )
    yield case("one", made_up({"MEX": [-5.0, -4.0]}), source=MADE_UP, unit="usd_million", by="month")
    yield case("nothing", made_up({"MEX": [0.0] * 14}), source=MADE_UP, unit="usd_million")
    yield case(
        "hostile",
        made_up({"MEX": [-5.0] * 14, "X1": [float(-each) for each in range(14)], "X2": [2.0] * 14}),
        unit="usd_billion",
        source=("</script><script>alert(1)</script>", "https://example.org/?a=1&b=2"),
        entities={"X1": "<img src=x onerror=alert(1)> {year}", "X2": '=HYPERLINK("https://example.org")'},
        headline="</script><script>alert(1)</script> & “quotes” ' \" `",
        note="<!-- ${alert(1)} -->",
        by="month",
        annotations=[("2000-07", "a\u2028b <b>not bold</b> {name}")],
        breaks=[("X2", "2000-09", "<i>{year}</i>")],
        labels={"deficit": "<b>gap {year}", "partner": "<b>who</b>"},
    )


def made_up(balances: dict[str, list[float | None]]) -> pd.DataFrame:
    """Return monthly balances from January 2000 on."""
    rows = [
        (code, f"{2000 + place // 12}-{place % 12 + 1:02d}", each)
        for code, values in balances.items()
        for place, each in enumerate(values)
    ]
    return pd.DataFrame(rows, columns=["partner", "period", "balance"])
