"""The golden specs of InputReliance."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import pandas as pd

import tradecontext as tc
from shapes import MADE_UP, mirrored

if TYPE_CHECKING:
    from collections.abc import Iterator


def cases() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each case's name and spec."""
    inputs = tc.data.input_shares()
    some = inputs[inputs["partner"].isin(["MEX", "CAN", "BRA", "IRL", "JPN", "DEU"])]
    imports = tc.data.us_share_of_imports()

    def case(name: str, data: pd.DataFrame = inputs, **options: Any) -> tuple[str, dict[str, Any]]:
        return name, tc.InputReliance(data, **options).spec

    pair, accession = ["MEX", "CAN"], (2001, "China joins the World Trade Organization")
    yield case("plain", view="both", top=10, highlight=pair)
    remark = ("DEU", "A remark made up for a test")
    yield case("beyond", top=4, highlight=["MEX", "DEU"], annotations=[remark, accession])
    yield case("ranking", view="ranking", highlight=["MEX"], groups={"USMCA": pair})
    yield case("lines", highlight=["MEX", "CAN", "JPN"], annotations=[accession])
    yield case("second", view="both", second="look_through_share", highlight=["MEX"], top=8)
    yield case(
        "spanish",
        view="both",
        locale="es",
        top=10,
        highlight=pair,
        second="look_through_share",
        annotations=[(2001, "China ingresa en la Organización Mundial del Comercio")],
    )
    _, dark = case("dark", top=8, highlight=pair, annotations=[accession], theme="dark")
    yield "dark", dark
    yield "right_to_left", mirrored(dark)
    yield case("ratio_of_sums", method="ratio_of_sums", period=(2000, 2005), top=10, highlight=["MEX"])
    yield case("first_and_last", some, view="ranking", trend=False, highlight=["MEX"])
    few = imports["partner"].isin(["CAN", "CHE", "ESP", "MEX", "NPL", "UKR"])
    yield case("missing_years", imports[few], view="both", highlight=["CHE", "MEX"])
    yield case(
        "gaps",
        _made_up({"MEX": [0.6, 0.5, None, 0.4, 0.3], "CAN": [None, 0.5, 0.5, None, 0.2], "BRA": [0.1, None, None]}),
        source=MADE_UP,
        view="both",
        highlight=["CAN"],
        breaks=[("MEX", 2003, "another classification of goods"), ("BRA", 2002, "a break that nothing lies behind")],
        annotations=[(2002, "A remark on a year")],
    )
    yield case("published", tc.measures.average_share(imports[few], period=(1995, 2021)), highlight=["MEX"], top=4)
    yield case("none", _made_up({"MEX": [0.5, 0.4, 0.3], "CAN": [None] * 3, "BRA": [0.1, None, 0.2]}), source=MADE_UP)
    yield case(
        "sixty",
        _sixty(),
        source=MADE_UP,
        entities={code: f"Country {code[1:]}" for code in _codes()},
        view="both",
        top=12,
    )
    yield case("one", _made_up({"MEX": [0.5, 0.4]}), source=MADE_UP)
    yield case("one_year", inputs[inputs["year"] == 2011], top=10, highlight=["MEX"])
    yield case(
        "hostile",
        _made_up({"MEX": [0.5, 0.4, 0.3], "X1": [0.4, 0.4, 0.4], "X2": [0.1, 0.2, 0.3]}),
        source=("</script><script>alert(1)</script>", "https://example.org/?a=1&b=2"),
        entities={"X1": "<img src=x onerror=alert(1)> {share}", "X2": '=HYPERLINK("https://example.org")'},
        headline="</script><script>alert(1)</script> & “quotes” ' \" `",
        note="<!-- ${alert(1)} -->",
        highlight=["X1"],
        annotations=[(2001, "a\u2028b <b>not bold</b> {name}")],
        breaks=[("X2", 2002, "<i>{year}</i>")],
        labels={"measure": "<i>share</i> {from}", "partner": "<b>who</b>"},
    )


def _made_up(shares: dict[str, list[float | None]]) -> pd.DataFrame:
    rows = [(code, 2000 + place, each) for code, values in shares.items() for place, each in enumerate(values)]
    return pd.DataFrame(rows, columns=["partner", "year", "share"])


def _codes() -> list[str]:
    return [f"C{number:02d}" for number in range(60)]


def _sixty() -> pd.DataFrame:
    """Return sixty countries over sixty years, some with missing years."""
    rows = [
        (code, 1960 + place, round(0.5 + 0.3 * math.sin(number + place / 9) - number / 300, 3))
        for number, code in enumerate(_codes())
        for place in range(60)
        if (number * place) % 17 != 16
    ]
    return pd.DataFrame(rows, columns=["partner", "year", "share"])
