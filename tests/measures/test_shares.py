"""Shares of imports, and their averages with the number of years with data."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import tradecontext as tc
from tradecontext.measures import average_rca, average_share, import_share

AMOUNTS = st.lists(st.floats(min_value=0, max_value=1e12), min_size=3, max_size=3)
SUPPLIERS = ["USA", "CHN", "DEU"]


def imports(amounts: list[float], **changed: Any) -> pd.DataFrame:
    return pd.DataFrame({"partner": "MEX", "supplier": SUPPLIERS, "year": 2020, "imports": amounts, **changed})


def shares(values: dict[int, float], partner: str = "MEX", **more: Any) -> pd.DataFrame:
    return pd.DataFrame({"partner": partner, "year": list(values), "share": list(values.values()), **more})


def test_the_share_of_one_supplier() -> None:
    frame = import_share(imports([30.0, 50.0, 20.0], partner_name="Mexico", vintage="v", definition="d"))
    assert frame.columns.tolist() == [
        "partner", "partner_name", "year", "share", "total", "supplier", "definition", "vintage",
    ]  # fmt: skip
    assert frame.iloc[0].tolist() == ["MEX", "Mexico", 2020, 0.3, 100.0, "USA", "d", "v"]
    assert import_share(imports([30.0, 50.0, 20.0]), supplier="China")["share"].tolist() == [0.5]


@given(AMOUNTS)
def test_shares_add_up_to_one_over_suppliers(amounts: list[float]) -> None:
    found = [import_share(imports(amounts), supplier=each)["share"].iloc[0] for each in SUPPLIERS]
    if sum(amounts) > 0:
        assert sum(found) == pytest.approx(1)
        assert all(0 <= each <= 1 for each in found)
    else:
        assert all(math.isnan(each) for each in found), "a share of nothing is missing, not 0"


@given(
    st.lists(st.floats(min_value=1, max_value=1e9), min_size=3, max_size=3), st.floats(min_value=1e-6, max_value=1e6)
)
def test_the_unit_does_not_matter(amounts: list[float], factor: float) -> None:
    one = import_share(imports(amounts))["share"].iloc[0]
    other = import_share(imports([each * factor for each in amounts]))["share"].iloc[0]
    assert other == pytest.approx(one)


def test_where_the_total_comes_from() -> None:
    rows = pd.DataFrame({"partner": "MEX", "supplier": ["USA", "World"], "year": 2020, "imports": [30.0, 200.0]})
    assert import_share(rows)["share"].tolist() == [0.15]
    assert import_share(imports([30.0, 50.0, 20.0], world_imports=120.0))["share"].tolist() == [0.25]
    assert import_share(imports([30.0, 50.0, 20.0], all=300.0), total="all")["share"].tolist() == [0.1]


def test_missing_is_missing() -> None:
    nan = math.nan
    assert import_share(imports([30.0, nan, 20.0]))["share"].isna().all(), "a part is not the total"
    assert import_share(imports([nan, 50.0, 20.0], world_imports=100.0))["share"].isna().all()
    assert import_share(imports([0.0, 50.0, 20.0]))["share"].tolist() == [0.0]
    two = pd.concat([imports([30.0, 50.0, 20.0]), imports([0.0, 1.0, 1.0], year=2021).iloc[1:]])
    frame = import_share(two)
    assert frame["year"].tolist() == [2020, 2021]
    assert frame["share"].isna().tolist() == [False, True], "no row for the supplier is no zero"


@pytest.mark.parametrize(
    ("rows", "options", "words"),
    [
        (
            imports([1.0, 2.0, 3.0], supplier=["USA", "USA", "CHN"]),
            {},
            "MEX, supplier USA, year 2020 has 2 rows .rows 0, 1",
        ),
        (imports([1.0, -2.0, 3.0]), {}, "row 1: -2 is negative"),
        (imports([1.0, 2.0, 3.0]), {"supplier": "FRA"}, "no row has this supplier"),
        (imports([1.0, 2.0, 3.0]), {"imports": "value"}, "no column 'value'"),
        (imports([9.0, 2.0, 3.0], world_imports=5.0), {}, "larger than those from everyone"),
        (imports([9.0, 2.0, 3.0], world_imports=[50.0, 50.0, 51.0]), {}, "two totals for 2020"),
        (imports([1.0, 2.0, 3.0], definition=["a", "a", "b"]), {}, "two definitions in one series"),
        (imports([1.0, 2.0, 3.0], supplier=["USA", None, "CHN"]), {}, "row 1: .* is no code"),
    ],
)
def test_what_is_refused(rows: pd.DataFrame, options: dict[str, Any], words: str) -> None:
    with pytest.raises(tc.DataError, match=words):
        import_share(rows, **options)


def test_the_two_averages_are_different_numbers() -> None:
    rows = shares({2000: 0.5, 2001: 0.1}, total=[100.0, 900.0])
    assert average_share(rows)["share"].tolist() == [pytest.approx(0.3)]
    assert average_share(rows, method="ratio_of_sums")["share"].tolist() == [pytest.approx(0.14)]
    assert average_share(rows, method="ratio_of_sums")["method"].tolist() == ["ratio_of_sums"]


def test_a_missing_year_is_counted() -> None:
    rows = pd.concat([shares({2000: 0.5, 2001: math.nan, 2003: 0.1}), shares({1990: 0.2}, "CAN")])
    frame = average_share(rows, period=(2000, 2004)).set_index("partner")
    assert frame.loc["MEX", ["share", "years_with_data", "years_in_period"]].tolist() == [pytest.approx(0.3), 2, 5]
    assert math.isnan(frame.loc["CAN", "share"]), "one with no year in the period is listed, not dropped"
    assert frame.loc["CAN", ["years_with_data", "first_year", "last_year"]].tolist() == [0, 2000, 2004]


@given(st.dictionaries(st.integers(1990, 2020), st.floats(min_value=0, max_value=1), min_size=1), st.floats(1, 1e9))
def test_with_equal_totals_the_two_averages_are_one(values: dict[int, float], total: float) -> None:
    rows = shares(values, total=total)
    one, other = (average_share(rows, method=method)["share"].iloc[0] for method in ("mean_of_ratios", "ratio_of_sums"))
    assert other == pytest.approx(one)
    assert min(values.values()) - 1e-12 <= one <= max(values.values()) + 1e-12


@pytest.mark.parametrize(
    ("rows", "options", "words"),
    [
        (shares({2000: 50.0}), {}, "row 0: 50 is not a share"),
        (shares({2000: 0.5}), {"method": "median"}, "method='median'"),
        (shares({2000: 0.5}), {"method": "ratio_of_sums"}, "needs the column 'total'"),
        (shares({2000: 0.5}), {"period": 2000}, "period=2000"),
        (shares({2000: 0.5}), {"period": (2001, 2000)}, "first not after the last"),
        (pd.concat([shares({2000: 0.5})] * 2), {}, "has 2 rows"),
        (shares({2000: 0.5, 2001: 0.5}, vintage=["a", "b"]), {}, "two vintages"),
        (shares({2000: 0.5, 2001: 0.5}, supplier=["USA", "CHN"]), {}, "2 suppliers"),
    ],
)
def test_what_an_average_refuses(rows: pd.DataFrame, options: dict[str, Any], words: str) -> None:
    with pytest.raises(tc.DataError, match=words):
        average_share(rows, **options)


def test_an_average_across_a_break_has_to_be_asked_for() -> None:
    rca = tc.data.rca_intermediate_goods()
    with pytest.raises(tc.DataError, match=r"MEX: the series breaks before 2014.*across_breaks=True"):
        average_rca(rca, period=(1994, 2021))
    long = average_rca(rca, period=(1994, 2021), across_breaks=True).set_index("partner")
    assert long.loc[["USA", "MEX"], "rca"].tolist() == pytest.approx([0.9755, 0.4336], abs=0.0001)
    before = average_rca(rca, period=(1994, 2013)).set_index("partner")
    assert before.loc["USA", "rca"] / before.loc["MEX", "rca"] == pytest.approx(2.05, abs=0.005)
    average_rca(rca, period=(2014, 2021))
    average_rca(rca[rca["partner"] != "MEX"])


def test_the_published_claim_depends_on_the_measure() -> None:
    mean = average_share(tc.data.input_shares()).set_index("partner")["share"]
    assert mean.nlargest(2).round(3).to_dict() == {"MEX": 0.583, "CAN": 0.569}
    manufactures = average_share(tc.data.input_shares("manufactures")).set_index("partner")["share"]
    assert manufactures.idxmax() == "CAN"
