"""AdjustedBalance: the flows to which published shares are applied, and the balance, which no share changes."""

from __future__ import annotations

from decimal import Context, Decimal
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import tradecontext as tc
from balances import chart, claim, claims, notes, rows, table

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


def flow(exports: float = 40e9, imports: float = 100e9, **columns: Any) -> pd.DataFrame:
    return pd.DataFrame({"partner": ["MEX"], "year": 2020, "exports": exports, "imports": imports}).assign(
        **{"unit": "usd", **columns}
    )


def said(drawn: tc.AdjustedBalance) -> dict[str, float]:
    """Return the amounts of a chart's CSV by line."""
    lines = table(drawn)
    kind = next(iter(lines[0]))
    name = next(column for column in lines[0] if column.startswith("amount_"))
    return {line[kind]: float(line[name]) for line in lines if line[name]}


class TestAmounts:
    def test_the_flows_are_the_data_s_and_the_balance_is_never_moved(
        self, trade: pd.DataFrame, estimates: pd.DataFrame
    ) -> None:
        there = trade[(trade["partner"] == "MEX") & (trade["year"] == 2024)].iloc[0]
        for share in (None, 0.0, 0.27, 1.0):
            drawn = tc.AdjustedBalance(trade, estimates=estimates, country="MEX", us_content=share, one_sided=True)
            amounts = drawn.spec["amounts"]
            assert (amounts["exports"], amounts["imports"]) == (there["exports"], there["imports"])
            assert drawn.spec["initial"]["us_content"] == share
            lines = said(drawn)
            assert lines["_balance"] == there["balance"]
            if share is None:
                assert not {"_us_content", "_without", "_one_sided"} & set(lines)
                continue
            assert lines["_us_content"] == pytest.approx(share * there["imports"])
            assert lines["_without"] == pytest.approx((1 - share) * there["imports"])
            assert lines["_one_sided"] == pytest.approx(there["exports"] - (1 - share) * there["imports"])

    def test_a_share_of_the_flows_own_scope_and_year_is_no_assumption(self, estimates: pd.DataFrame) -> None:
        manufactures = tc.data.value_added_balances("manufactures")
        drawn = tc.AdjustedBalance(manufactures, estimates=estimates, country="MEX", year=2011)
        applied = {row["partner"]: row["applied"] for row in drawn.spec["rows"]}
        assert applied["commerce-2017-mex-2011"] == "US content, 16\u00a0cents (US Commerce Department 2017)"
        assert applied["commerce-2017-mex-1995"].endswith("applied to all manufactures, 2011")

    def test_why_it_does_not_move_cannot_be_switched_off(self, trade: pd.DataFrame, estimates: pd.DataFrame) -> None:
        words = "already counted as US exports, to Mexico or to another country: no share moves the balance."
        twice = "counts those inputs twice"
        plain = tc.AdjustedBalance(trade, estimates=estimates, country="MEX")
        silent = tc.AdjustedBalance(
            *(trade,), estimates=estimates, country="MEX", one_sided=True, note="", subtitle="", headline="", alt=""
        )
        assert words in plain.spec["amounts"]["why"]
        balance = next(line for line in table(plain) if line["estimate"] == "_balance")
        assert words in balance["annotation"]
        assert twice not in notes(plain)
        assert "one_sided" not in plain.spec["amounts"]
        assert words in silent.spec["amounts"]["why"]
        assert twice in notes(silent)
        reading = silent.spec["amounts"]["one_sided"]
        assert reading["warning"] == "It counts those inputs twice and is no balance."
        for without in ({"name": reading["name"]}, {**reading, "warning": ""}):
            with pytest.raises(tc.DataError, match=r"amounts\.one_sided"):
                tc.from_spec({**silent.spec, "amounts": {**silent.spec["amounts"], "one_sided": without}})
        one_sided = next(line for line in table(_with(silent, 0.3)) if line["estimate"] == "_one_sided")
        assert "It counts those inputs twice and is no balance." in one_sided["name"]
        assert "balance" not in reading["name"].lower()

    def test_a_selected_estimate_comes_before_the_reader_s_own(
        self, trade: pd.DataFrame, estimates: pd.DataFrame
    ) -> None:
        drawn = tc.AdjustedBalance(trade, estimates=estimates, country="MEX", us_content=0.5)
        imports = drawn.spec["amounts"]["imports"]
        assert said(drawn)["_us_content"] == pytest.approx(0.5 * imports)
        drawn.selection = ["degortari-2019-conventional"]
        assert said(drawn)["_us_content"] == pytest.approx(0.18 * imports)
        drawn.selection = MEXICO[:2]
        drawn.us_content = 0.25
        assert said(drawn)["_us_content"] == pytest.approx(0.25 * imports)
        line = next(line for line in table(drawn) if line["estimate"] == "_us_content")
        assert line["name"] == "US content, if 25\u00a2 applied to all goods, 2024"

    @pytest.mark.parametrize(
        ("scope", "year", "of_flow", "words"),
        [
            ("goods", 2020, "goods", "US content, 30\u00a0cents (e)"),
            ("goods", 2019, "goods", "US content, if 30\u00a0cents (e) applied to all goods, 2020"),
            ("goods", None, "goods", "US content, if 30\u00a0cents (e) applied to all goods, 2020"),
            ("manufactures", 2020, "goods", "US content, if 30\u00a0cents (e) applied to all goods, 2020"),
            ("manufactures", 2020, "manufactures", "US content, 30\u00a0cents (e)"),
            ("goods", 2020, "all", "US content, if 30\u00a0cents (e) applied to all goods and services, 2020"),
            ("goods", 2020, None, "US content, if 30\u00a0cents (e) applied to all imports, 2020"),
        ],
    )
    def test_if_unless_scope_and_year_are_the_flows_own(
        self, scope: str, year: int | None, of_flow: str | None, words: str
    ) -> None:
        given = claims(claim("e", 0.3, scope=scope, data_year=year))
        drawn = chart(flow(scope=of_flow), estimates=given)
        assert rows(drawn)["e"]["applied"] == words
        assert ("is an assumption" in notes(drawn)) == ("if" in words)

    def test_accounts_are_flows_too(self, goods: pd.DataFrame, estimates: pd.DataFrame) -> None:
        drawn = tc.AdjustedBalance(goods, estimates=estimates, country="MEX")
        there = goods[(goods["partner"] == "MEX") & (goods["year"] == 2011)].iloc[0]
        assert drawn.spec["amounts"]["imports"] == there["imports"]
        assert "if 16\u00a0cents" in rows(drawn)["commerce-2017-mex-2011"]["applied"]

    @given(
        st.floats(min_value=0, max_value=1),
        st.floats(min_value=0, max_value=1e12),
        st.floats(min_value=0, max_value=1e12),
    )
    def test_any_share_of_any_flow_adds_up(self, share: float, exports: float, imports: float) -> None:
        given = claims(claim("e", 0.3))
        drawn = chart(flow(exports, imports), estimates=given, us_content=share, one_sided=True, unit="usd")
        lines = said(drawn)
        assert lines["_us_content"] + lines["_without"] == pytest.approx(imports, abs=1e-3)
        wide = Context(prec=800)
        assert lines["_balance"] == float(wide.subtract(Decimal(repr(exports)), Decimal(repr(imports))))
        assert lines["_one_sided"] - lines["_balance"] == pytest.approx(lines["_us_content"], abs=1e-3)

    def test_the_reader_s_share_both_ways(self, trade: pd.DataFrame, estimates: pd.DataFrame) -> None:
        drawn = tc.AdjustedBalance(trade, estimates=estimates, country="MEX", us_content=0.3)
        assert drawn.us_content == 0.3
        drawn.us_content = None
        assert drawn.us_content is None
        drawn.us_content = 0
        assert drawn.present()["initial"]["us_content"] == 0
        wrong: Any
        for wrong in (1.5, -0.1, "0.3", True, [0.3]):
            with pytest.raises(tc.DataError, match="us_content"):
                drawn.us_content = wrong
        assert drawn.us_content == 0
        drawn.us_content = 0.4
        drawn.update(data=tc.data.value_added_balances(), estimates=None, country=None)
        assert drawn.us_content is None


def _with(drawn: tc.AdjustedBalance, share: float) -> tc.AdjustedBalance:
    drawn.us_content = share
    return drawn
