"""AdjustedBalance: a dollar of imports by origin, from accounts and from published estimates."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import tradecontext as tc
from balances import SOURCE, chart, claim, claims, headline, notes, own, partner, rows
from tradecontext.text.word_files import languages

if TYPE_CHECKING:
    from collections.abc import Sequence

TIVA = Path(__file__).parents[2] / "fixtures/tiva/imgrva.csv"
MEXICO = ["degortari-2019-customs", "commerce-2017-mex-1995", "degortari-2019-conventional", "commerce-2017-mex-2011"]


@pytest.fixture(scope="module")
def goods() -> pd.DataFrame:
    return tc.data.value_added_balances("goods")


@pytest.fixture(scope="module")
def trade() -> pd.DataFrame:
    return tc.data.us_goods_trade()


@pytest.fixture(scope="module")
def estimates() -> pd.DataFrame:
    return tc.data.us_content_estimates()


class TestAccounts:
    def test_the_parts_of_a_dollar_are_the_data_s(self, goods: pd.DataFrame) -> None:
        there = goods[goods["year"] == 2011].set_index("partner")
        drawn = tc.AdjustedBalance(goods, top=39)
        assert (drawn.spec["view"], drawn.spec["initial"]["sort_by"]) == ("content", "content")
        assert set(rows(drawn)) == set(there.index)
        for code, row in rows(drawn).items():
            first, second, third = row["content"]
            imports = there.loc[code, "imports"]
            assert first == pytest.approx(there.loc[code, "imports_reporter_content"] / imports, rel=1e-15)
            assert second == pytest.approx(there.loc[code, "imports_partner_content"] / imports, rel=1e-15)
            assert third == pytest.approx(1 - first - second, abs=1e-15)
            assert third == pytest.approx(there.loc[code, "imports_third_content"] / imports, abs=1e-6)
        shares = [row["content"][0] for row in drawn.spec["rows"]]
        assert shares == sorted(shares, reverse=True)

    def test_mexico_in_2011(self, goods: pd.DataFrame) -> None:
        drawn = tc.AdjustedBalance(goods, highlight=["MEX"])
        row = rows(drawn)["MEX"]
        assert (row["text"], row["partner_text"], row["third_text"]) == ("12\u00a2", "67\u00a2", "21\u00a2")
        assert headline(drawn) == "Of a dollar imported from Mexico, 12 cents was US content"
        assert "amounts" not in drawn.spec
        assert "already counted in exports: taking it off imports alone would count it twice" in notes(drawn)
        assert len(drawn.spec["rows"]) == 10
        assert "not shown: 29." in notes(drawn)

    def test_all_trade_when_asked_and_one_country_alone(self) -> None:
        accounts = tc.data.value_added_balances()
        there = accounts[(accounts["year"] == 2005) & (accounts["partner"] == "MEX")].iloc[0]
        drawn = tc.AdjustedBalance(accounts, view="content", year=2005, country="Mexico")
        (row,) = drawn.spec["rows"]
        assert row["content"][0] == pytest.approx(there["imports_reporter_content"] / there["imports"], rel=1e-15)
        assert "goods and services" in drawn.spec["frame"]["subtitle"]

    @pytest.mark.parametrize("scope", ["all", "manufactures"])
    def test_tiva(self, scope: str) -> None:
        frame = tc.readers.read_tiva(TIVA, scope=scope)
        there = frame[(frame["year"] == 2022) & (frame["partner"] == "MEX")].set_index("origin")["share"]
        drawn = tc.AdjustedBalance(frame, highlight=["MEX"])
        first, second, third = rows(drawn)["MEX"]["content"]
        assert (first, second) == (pytest.approx(there["USA"]), pytest.approx(there["MEX"]))
        assert third == pytest.approx(there.drop(["USA", "MEX"]).sum(), abs=1e-6)
        assert f"tiva_imgrva_{scope}" == drawn.spec["frame"]["sources"][0]["definition"]
        shuffled = frame.sample(frac=1, random_state=2)
        assert tc.AdjustedBalance(shuffled, highlight=["MEX"]).spec == drawn.spec

    def test_tiva_of_another_importer(self) -> None:
        frame = tc.readers.read_tiva(TIVA, scope="all")
        swapped = frame.assign(reporter="CAN", reporter_name="Canada")[frame["partner"] == "MEX"]
        drawn = tc.AdjustedBalance(pd.concat([frame, swapped]), reporter="CAN", year=2022)
        there = frame[(frame["year"] == 2022) & (frame["partner"] == "MEX")].set_index("origin")["share"]
        assert rows(drawn)["MEX"]["content"][0] == pytest.approx(there["CAN"])
        assert drawn.spec["legend"][0] == "Canada\u2019s content"

    @pytest.mark.parametrize(
        ("share", "text"),
        [(0.0, "0\u00a2"), (0.004, "<1\u00a2"), (0.01, "1\u00a2"), (0.145, "15\u00a2"), (1.0, "100\u00a2")],
    )
    def test_cents_as_printed(self, share: float, text: str) -> None:
        data = own(partner("MEX", 40, 100, theirs=(share, 1 - share), own=(share, 1 - share)), partner("CAN", 1, 2))
        data[["imports_reporter_content", "imports_partner_content", "imports_third_content"]] = [
            [round(100 * share, 1), round(100 - 100 * share, 1), 0],
            [1, 1, 0],
        ]
        assert rows(chart(data, view="content"))["MEX"]["text"] == text

    @given(st.tuples(*[st.floats(min_value=0, max_value=500, allow_subnormal=False)] * 3))
    def test_any_parts_add_up(self, parts: tuple[float, float, float]) -> None:
        if not sum(parts):
            return
        names = [f"imports_{each}_content" for each in ("reporter", "partner", "third")]
        data = own(partner("MEX", 40, 100)).assign(imports=sum(parts), **dict(zip(names, parts, strict=True)))
        content = rows(chart(data, view="content"))["MEX"]["content"]
        assert sum(content) == pytest.approx(1, abs=1e-15)
        assert content == pytest.approx([part / sum(parts) for part in parts], abs=1e-12)

    def test_a_partner_without_imports_has_no_dollar_to_split(self) -> None:
        drawn = chart(own(partner("MEX", 40, 100), partner("CAN", 40, 0)), view="content")
        assert "content" not in rows(drawn)["CAN"]
        assert "No figure in the data for Canada, 2020." in notes(drawn)

    def test_accents_are_counted_by_the_partners_drawn(self, goods: pd.DataFrame) -> None:
        one = chart(goods, year=2011, view="content", country="MEX", highlight=["CAN", "MEX"])
        assert [row["highlight"] for row in one.spec["rows"]] == [1]


class TestEstimates:
    def test_one_named_twice_has_one_accent(self, estimates: pd.DataFrame) -> None:
        one, other = MEXICO[0], MEXICO[2]
        found = rows(tc.AdjustedBalance(estimates=estimates, country="MEX", highlight=[one, one, other]))
        assert (found[one]["highlight"], found[other]["highlight"]) == (1, 2)

    def test_the_confirmed_ones_of_the_country(self, trade: pd.DataFrame, estimates: pd.DataFrame) -> None:
        drawn = tc.AdjustedBalance(trade, estimates=estimates, country="MEX")
        known = estimates.set_index("estimate")
        assert list(rows(drawn)) == MEXICO
        assert all(row["content"][0] == known.loc[code, "share"] for code, row in rows(drawn).items())
        assert drawn.spec["legend"] == ["US content", "everything else"]
        assert tc.AdjustedBalance(trade, estimates=estimates, highlight=["MEX"]).spec == drawn.spec
        one = tc.data.us_content_estimates("MEX")
        assert tc.AdjustedBalance(trade, estimates=one).spec == drawn.spec
        assert tc.AdjustedBalance(estimates=one).spec == tc.AdjustedBalance(None, estimates=one).spec

    def test_a_row_says_scope_and_year_and_its_detail_method_and_where_it_was_seen(
        self, estimates: pd.DataFrame
    ) -> None:
        row = rows(tc.AdjustedBalance(None, estimates=estimates, country="MEX"))["degortari-2019-customs"]
        assert (row["group"], row["detail"], "annotation" in row) == ("Manufactures", "in 2014", False)
        assert row["readout"].startswith("de Gortari 2019, customs data. Input-output tables with Mexican customs")
        assert "its tables were not read." in row["readout"]
        assert "marks" not in row

    def test_estimates_of_one_scope_stand_together_the_largest_first(self, estimates: pd.DataFrame) -> None:
        drawn = tc.AdjustedBalance(None, estimates=estimates, country="MEX", quotations=True)
        there = [(row["group"], -row["content"][0]) for row in drawn.spec["rows"]]
        groups = list(dict.fromkeys(group for group, _ in there))
        # What has only estimates that are quoted or not confirmed is last.
        assert groups == ["Manufactures", "Goods", "Scope not stated"]
        assert there == sorted(there, key=lambda each: (groups.index(each[0]), each[1]))

    @given(st.lists(st.floats(min_value=0, max_value=1), min_size=1, max_size=5))
    def test_the_line_of_cents_ends_beyond_the_largest(self, shares: list[float]) -> None:
        made = claims(*(claim(f"e{n}", share) for n, share in enumerate(shares)))
        ticks = [tick["value"] for tick in tc.AdjustedBalance(None, estimates=made).spec["scale"]["ticks"]]
        assert ticks[0] == 0
        assert max(shares) < ticks[-1] or ticks[-1] == 1
        assert all(abs(100 * tick - round(100 * tick)) < 1e-9 for tick in ticks)
        assert 3 <= len(ticks) <= 5

    def test_quotations_only_when_asked_for_and_flagged(self, estimates: pd.DataFrame) -> None:
        plain = tc.AdjustedBalance(None, estimates=estimates, country="MEX")
        assert "atlantic-council-2025" not in rows(plain)
        drawn = tc.AdjustedBalance(None, estimates=estimates, country="MEX", quotations=True)
        assert rows(drawn)["atlantic-council-2025"]["marks"] == ["quoted"]
        assert rows(drawn)["kpww-2010-mex"]["marks"] == ["not confirmed"]
        hollow = {code for code, row in rows(drawn).items() if row.get("hollow")}
        assert hollow == {"atlantic-council-2025", "kpww-2010-mex"}, "what is not confirmed is drawn hollow"
        assert "repeats a figure that someone else computed" in notes(drawn)
        assert "degortari-2018-conventional" not in rows(drawn)
        assert headline(drawn) == headline(plain), "a quotation does not count twice"
        old = tc.AdjustedBalance(None, estimates=estimates, which=["degortari-2018-conventional"])
        assert rows(old)["degortari-2018-conventional"]["marks"] == ["superseded"]

    def test_every_row_s_words_fit_in_both_languages(self, estimates: pd.DataFrame) -> None:
        for locale in ("en", "es"):
            drawn = tc.AdjustedBalance(None, estimates=estimates, which=list(estimates["estimate"]), locale=locale)
            for code, row in rows(drawn).items():
                known = estimates.set_index("estimate").loc[code]
                assert known["citation"].rstrip(".") in row["readout"] or row["readout"].startswith(row["name"])
                assert known[f"checked_{locale}"].rstrip(".") in row["readout"]

    @pytest.mark.parametrize(
        ("given", "words"),
        [
            (
                [(0.3, "goods", 2014), (0.18, "goods", 2014)],
                "US content in goods from Mexico at 18\u201330 cents",
            ),
            ([(0.3, "goods", 2014), (0.3, "goods", 2014)], "US content in goods from Mexico at 30 cents"),
            (
                [(0.3, "goods", 2014), (0.18, "goods", 2011)],
                "US content in goods from Mexico at 18\u201330 cents",
            ),
            ([(0.3, "goods", None)], "US content in goods from Mexico at 30 cents"),
            ([(0.01, "goods", None)], "US content in goods from Mexico at 1 cent"),
            (
                [(0.3, "final_goods", None), (0.2, "final_goods", None)],
                "Estimates put US content in final goods from Mexico at 20\u201330 cents",
            ),
            ([(0.3, "goods", 2014), (0.18, "manufactures", 2014)], "imports from Mexico cover different things"),
        ],
    )
    def test_a_range_only_of_one_scope(self, given: Sequence[tuple[Any, ...]], words: str) -> None:
        made = [claim(f"e{n}", share, scope=scope, data_year=year) for n, (share, scope, year) in enumerate(given)]
        drawn = tc.AdjustedBalance(None, estimates=claims(*made))
        assert words in headline(drawn)

    def test_several_partners_are_named_and_have_no_range(self, estimates: pd.DataFrame) -> None:
        drawn = tc.AdjustedBalance(None, estimates=estimates)
        row = rows(drawn)["commerce-2017-can-2011"]
        assert (row["name"], row["detail"]) == ("Canada: US Commerce Department 2017", "in 2011")
        assert headline(drawn) == "Estimates of US content in imports cover different things"

    @pytest.mark.parametrize("tag", languages())
    def test_a_study_is_named_without_its_method(self, tag: str) -> None:
        drawn = tc.AdjustedBalance(estimates=tc.data.us_content_estimates("MEX"), locale=tag)
        studies = [line["short"] for line in drawn.spec["frame"]["sources"]]
        assert len(studies) == 2
        for each in studies:
            assert not set(each) & {",", "،"}
            assert each[-1].isdecimal()

    def test_years_stand_at_the_figures_only_where_they_differ(self) -> None:
        years = ((2014, 2014), (2014, 2011), (2014, None))
        drawn = [
            tc.AdjustedBalance(
                None, estimates=claims(*(claim(f"e{n}", 0.2, data_year=year) for n, year in enumerate(each)))
            )
            for each in years
        ]
        told = [[row.get("detail") for row in rows(each).values()] for each in drawn]
        assert told == [[None, None], ["in 2014", "in 2011"], ["in 2014", None]]

    def test_each_citation_is_a_source_line_once(self, trade: pd.DataFrame, estimates: pd.DataFrame) -> None:
        drawn = tc.AdjustedBalance(trade, estimates=estimates, country="MEX")
        lines = drawn.spec["frame"]["sources"]
        assert [line["text"].split()[0] for line in lines] == ["de", "Flatness", "US"]
        assert lines[0]["url"].startswith("http://econpapers")
        assert (lines[0]["vintage"], lines[0]["definition"]) == ("2025-03", "us_content_estimates")
        mine = tc.AdjustedBalance(trade, estimates=estimates, country="MEX", source="Mine")
        assert mine.spec["frame"]["sources"] == [{"text": "Mine"}]

    def test_the_subtitle_says_the_years_of_the_data(self, estimates: pd.DataFrame) -> None:
        drawn = tc.AdjustedBalance(None, estimates=estimates, country="MEX")
        assert drawn.spec["frame"]["subtitle"].endswith("from Mexico, as published, data of 1995\u20132014")
        drawn.update(which=MEXICO[:1])
        assert drawn.spec["frame"]["subtitle"].endswith("from Mexico, as published, data of 2014")
        undated = tc.AdjustedBalance(None, estimates=claims(claim("e", 0.3)))
        assert undated.spec["frame"]["subtitle"].endswith("from Mexico, as published")

    def test_estimates_stand_out_by_name_and_take_remarks(self, estimates: pd.DataFrame) -> None:
        code = "degortari-2019-customs"
        drawn = tc.AdjustedBalance(
            None, estimates=estimates, country="MEX", highlight=[code], annotations=[(code, "Our choice")]
        )
        assert rows(drawn)[code]["highlight"] == 1
        assert rows(drawn)[code]["annotation"] == "Our choice"

    def test_a_highlighted_estimate_is_drawn_though_it_is_not_by_itself(self) -> None:
        made = claims(claim("a", 0.2, by_default=True), claim("b", 0.3, by_default=False))
        assert list(rows(tc.AdjustedBalance(None, estimates=made))) == ["a"]
        assert list(rows(tc.AdjustedBalance(None, estimates=made, highlight=["b"]))) == ["b", "a"]

    def test_equal_ones_in_the_order_named(self) -> None:
        made = claims(claim("a", 0.2), claim("b", 0.2), claim("c", 0.4))
        drawn = tc.AdjustedBalance(None, estimates=made, which=["b", "a", "c"])
        assert list(rows(drawn)) == ["c", "b", "a"]

    def test_without_flows_nothing_has_a_year_or_amounts(self, estimates: pd.DataFrame) -> None:
        spec = tc.AdjustedBalance(None, estimates=estimates, country="MEX").spec
        assert not {"year", "currency", "amounts"} & set(spec)
        assert all("applied" not in row for row in spec["rows"])


def test_a_source_is_asked_for_where_none_is_known() -> None:
    with pytest.raises(tc.DataError, match="'e' has no citation; add a column, or name sources with source="):
        tc.AdjustedBalance(None, estimates=claims(claim("e", 0.3, citation=None)))
    assert tc.AdjustedBalance(None, estimates=claims(claim("e", 0.3, citation=None)), source=SOURCE)
