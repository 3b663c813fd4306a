"""DeficitRanking on an author's own frames, and the sources that it prints."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

import tradecontext as tc
from frames import SOURCE, own, ranking, rows, shares, table

REVISED = "2025-10"


@pytest.fixture(scope="module")
def trade() -> pd.DataFrame:
    return tc.data.us_goods_trade(REVISED)


class TestOwnFrames:
    def test_columns_by_any_name(self) -> None:
        data = own().rename(columns={"partner": "Country", "exports": "X", "imports": "M"})
        chart = ranking(data, partner="Country", exports="X", imports="M")
        assert chart.spec["rows"] == ranking().spec["rows"]
        numbered = own().rename(columns={"exports": 1, "imports": 2})
        assert ranking(numbered, exports=1, imports=2).spec["rows"] == ranking().spec["rows"]

    def test_a_balance_alone(self) -> None:
        chart = ranking(own(exports=None, imports=None, gap=[-171e9, -62e9, -295e9]), balance="gap")
        assert [row["deficit"] for row in chart.spec["rows"]] == [295e9, 171e9, 62e9]
        assert "exports" not in chart.spec["rows"][0]
        assert chart.spec["rows"][0]["readout"] == "China: deficit $295.0\u00a0billion; first by deficit."

    @pytest.mark.parametrize(
        ("unit", "scale"), [("usd", 1), ("usd_thousand", 1e3), ("usd_million", 1e6), ("usd_billion", 1e9)]
    )
    def test_units(self, unit: str, scale: float) -> None:
        plain = own()
        scaled = own(exports=plain["exports"] / scale, imports=plain["imports"] / scale)
        for chart in (ranking(scaled, unit=unit), ranking(scaled.assign(unit=unit))):
            assert [row["deficit"] for row in chart.spec["rows"]] == pytest.approx([295e9, 171e9, 62e9])

    def test_a_balance_wrong_by_a_thousand_is_refused_with_a_hint(self) -> None:
        with pytest.raises(tc.DataError, match=r"column 'exports', row 1: .* exceeds world trade; .*unit="):
            ranking(unit="usd_thousand")
        small = own(exports=[334.0, 349.0, 143.0], imports=[505.0, 411.0, 438.0])
        with pytest.raises(tc.DataError, match=r"largest is 505: if that is 505 billion USD, say unit='usd_billion'"):
            tc.DeficitRanking(small, source=SOURCE)
        assert ranking(small, unit="usd").spec["rows"][0]["deficit"] == 295
        with pytest.warns(UserWarning, match="more than any two countries trade"):
            ranking(own(exports=[3e12, 3e11, 1e11], imports=[4e12, 4e11, 4e11]))

    def test_whose_balances_they_are_is_asked_where_they_are_not_in_dollars(self) -> None:
        with pytest.raises(tc.DataError, match="whose balances are these"):
            ranking(unit="eur")

    def test_years_under_another_name_are_not_passed_over(self) -> None:
        data = own().drop(columns="year", errors="ignore").assign(ejercicio=2023)
        with pytest.raises(tc.DataError, match="'ejercicio' looks like one; name it: year_column='ejercicio'"):
            ranking(data, year=2024)

    def test_a_flow_that_looks_like_years_is_a_flow(self) -> None:
        small = own(exports=[1950, 2001, 2000], imports=[2010, 2020, 2050], year=None)
        assert ranking(small, year=2024, unit="usd_million").spec["rows"][0]["deficit"] == 60e6

    def test_another_currency(self) -> None:
        chart = ranking(
            own(exports=[334.0, 349.0, 143.0], imports=[505.0, 411.0, 438.0]),
            unit="eur_billion",
            currency="EUR",
            reporter="DEU",
        )
        assert chart.spec["currency"] == "EUR"
        assert chart.spec["columns"]["deficit"] == "Deficit, €\u00a0billion"
        assert "€295.0" in chart.spec["frame"]["alt"]
        assert "deficit_2024_EUR" in chart.to_csv()

    def test_partners_as_publishers_write_them(self) -> None:
        names = ["Korea, South", "Viet Nam", "Türkiye"]
        assert set(rows(ranking(own(partner=names)))) == {"KOR", "VNM", "TUR"}
        assert set(rows(ranking(own(partner=["MX", "CA", "CN"])))) == {"MEX", "CAN", "CHN"}
        assert set(rows(ranking(own(partner=pd.Categorical(["MEX", "CAN", "CHN"]))))) == {"MEX", "CAN", "CHN"}

    def test_entities_of_ones_own(self) -> None:
        chart = ranking(
            own(partner=["MEX", "CAN", "EU27"]), entities={"EU27": "European Union (27)"}, highlight=["EU27"]
        )
        assert rows(chart)["EU27"]["name"] == "European Union (27)"
        named = own(partner=["MEX", "CAN", "X9"], partner_name=["x", "y", "Freeport"])
        assert rows(ranking(named))["X9"]["name"] == "Freeport"
        assert rows(ranking(named))["MEX"]["name"] == "Mexico"

    @pytest.mark.parametrize(
        ("reporter", "entities", "words"),
        [
            ("DEU", None, "Germany\u2019s trade deficit with China"),
            ("Netherlands", None, "The Netherlands\u2019 trade deficit with China"),
            ("CAL", {"CAL": "California"}, "California\u2019s trade deficit with China"),
        ],
    )
    def test_another_reporter(self, reporter: str, entities: dict[str, str] | None, words: str) -> None:
        assert ranking(reporter=reporter, entities=entities).spec["frame"]["headline"].startswith(words)

    def test_the_reporter_is_no_partner_of_its_own(self) -> None:
        data = own(partner=["USA", "CAN", "CHN"])
        with pytest.raises(tc.DataError, match=r"partner 'USA' is the reporter itself: .*reporter="):
            ranking(data)
        assert (
            ranking(data, reporter="MEX").spec["frame"]["headline"].startswith("Mexico\u2019s trade deficit with China")
        )

    def test_figures_of_any_numeric_kind(self) -> None:
        plain = ranking().spec["rows"]
        for kind in ("Int64", "Float64", "int64", "object"):
            data = own()
            data[["exports", "imports"]] = data[["exports", "imports"]].astype(kind)
            assert ranking(data).spec["rows"] == plain, kind

    def test_a_frame_is_never_changed(self) -> None:
        data, context = own(unit="usd"), shares()
        before = data.copy(), context.copy()
        ranking(data, context=context, compare=None)
        pd.testing.assert_frame_equal(data, before[0])
        pd.testing.assert_frame_equal(context, before[1])

    def test_a_year_for_all_rows(self) -> None:
        assert ranking(own(year=None), year=2022).spec["year"] == 2022


class TestProvenance:
    def test_it_is_found_after_merge_and_concat(self, trade: pd.DataFrame) -> None:
        parts = pd.concat([trade[trade["partner"] < "MEX"], trade[trade["partner"] >= "MEX"]])
        merged = parts.merge(pd.DataFrame({"partner": ["MEX", "CAN", "CHN"], "extra": 1}), on="partner")
        assert merged.attrs == {}
        (line,) = tc.DeficitRanking(merged, year=2024).spec["frame"]["sources"]
        assert line["vintage"] == REVISED
        assert "revised figures retrieved by October 2025" in line["text"]
        assert line["url"] == "https://www.census.gov/foreign-trade/balance/country.xlsx"

    def test_a_frame_without_any_needs_a_source(self) -> None:
        with pytest.raises(tc.DataError, match="source='…'"):
            tc.DeficitRanking(own(), unit="usd")
        data = own(unit="usd")
        data.attrs["source"] = {"publisher": "A bureau", "title": "a table", "url": "https://example.org/t"}
        assert tc.DeficitRanking(data).spec["frame"]["sources"] == [
            {"text": "A bureau, a table", "url": "https://example.org/t"}
        ]

    @pytest.mark.parametrize(
        ("given", "lines"),
        [
            ("A bureau", [{"text": "A bureau"}]),
            (("A bureau", "https://example.org"), [{"text": "A bureau", "url": "https://example.org"}]),
            (["A bureau", "WITS: a table"], [{"text": "A bureau"}, {"text": "WITS: a table"}]),
            (
                [("A", "https://a.org"), {"text": "B", "vintage": "2024"}],
                [{"text": "A", "url": "https://a.org"}, {"text": "B", "vintage": "2024"}],
            ),
        ],
    )
    def test_a_source_of_ones_own(self, given: Any, lines: list[dict[str, str]]) -> None:
        assert ranking(source=given).spec["frame"]["sources"] == lines

    def test_it_stands_in_every_output(self, trade: pd.DataFrame) -> None:
        chart = tc.DeficitRanking(trade, year=2024)
        for output in (chart.to_html(), chart.embed("safe"), chart.embed("srcdoc"), chart.to_csv(), chart.to_json()):
            assert "revised figures retrieved by October 2025" in output
        assert {row["vintage"] for row in table(chart)} == {REVISED}
        assert {row["definition"] for row in table(chart)} == {"census_goods"}


class TestCsv:
    def test_what_is_displayed_with_units_in_the_header(self, trade: pd.DataFrame) -> None:
        chart = tc.DeficitRanking(trade, year=2024, top=3, surpluses=1, total=True, compare=2023)
        first, *_, hongkong, total = table(chart)
        assert list(first)[:8] == [
            *("partner", "name", "role", "rank", "deficit_2024_USD", "exports_2024_USD", "imports_2024_USD"),
            "deficit_2023_USD",
        ]
        assert first["deficit_2024_USD"] == "295515248710"
        assert hongkong["deficit_2024_USD"].startswith("-")
        assert (total["partner"], total["role"], total["rank"]) == ("_total", "total", "")
