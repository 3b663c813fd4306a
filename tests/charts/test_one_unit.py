"""Numbers of one chart have one unit and one separator, and its words one kind of quotes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

import tradecontext as tc
from golden import CASES, golden

if TYPE_CHECKING:
    from collections.abc import Iterator

SCALES = {
    "en": re.compile(r"\b(thousand|million|billion)\b"),
    "ar": re.compile(r"(ألف|مليون|مليار)"),
    "es": re.compile(r"\b(miles de millones|mill[oó]n(?:es)?|miles)\b"),
}


def texts(spec: dict[str, Any]) -> Iterator[str]:
    """Yield the texts of a chart that have figures."""
    frame = spec["frame"]
    yield from (frame[name] for name in ("headline", "subtitle", "alt"))
    yield from (*frame["key"], *frame["notes"])
    for row in spec["rows"]:
        yield from (row[name] for name in ("readout", "text") if name in row)
    yield from (each if isinstance(each, str) else each.get("title", "") for each in spec["columns"].values())


@pytest.mark.parametrize("case", [case for case in CASES if "hostile" not in case])
def test_one_unit(case: str) -> None:
    spec = golden(case)
    scale = SCALES[spec["locale"]["tag"].replace("he", "en")]
    assert len({unit for text in texts(spec) for unit in scale.findall(text)}) <= 1


@pytest.mark.parametrize("case", [case for case in CASES if "hostile" not in case])
def test_quotes_are_curly(case: str) -> None:
    spec = golden(case)
    printed = [*texts(spec), *(line["text"] for line in spec["frame"]["sources"])]
    assert [text for text in printed if re.search("['\"]", text)] == []


def test_spanish_of_the_americas_has_a_decimal_point() -> None:
    trade = tc.data.us_goods_trade()
    for locale, amount in (("es", "171,5"), ("es-MX", "171.5"), ("es-419", "171.5")):
        chart = tc.DeficitRanking(trade, year=2024, highlight=["MEX"], locale=locale)
        assert f"{amount}\u00a0miles\u00a0de\u00a0millones" in chart.spec["frame"]["alt"].replace(" ", "\u00a0")
        assert any(row["text"] == amount for row in chart.spec["rows"])
        assert f'lang="{locale}"' in chart.to_html()
        assert tc.from_spec(chart.spec).spec == chart.spec


def test_a_possessive_knows_its_article_and_its_place() -> None:
    data = {"partner": ["MEX"], "year": [2024], "balance": [-3.0]}
    chart = tc.DeficitRanking(data, unit="gbp_billion", source="Made up", reporter="GBR")
    alt = chart.spec["frame"]["alt"]
    assert alt.startswith("Bar chart. The United Kingdom\u2019s trade deficit with Mexico was")
    chart.reporter = "USA"
    assert chart.spec["frame"]["alt"].startswith("Bar chart. The US trade deficit with Mexico was")
