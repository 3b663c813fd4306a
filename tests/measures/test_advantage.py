"""Revealed comparative advantage: the index, its edge cases, and the tables that it has to reproduce."""

from __future__ import annotations

import math
import warnings
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import tradecontext as tc
from tradecontext.measures import balassa, rca, rsca

WITS = Path(__file__).parents[1] / "fixtures/wits"
SHARED = Path(__file__).parents[3] / "shared"
COUNTRIES, GOODS = ["MEX", "USA", "CAN"], ["a", "b"]
MATRIX = st.lists(st.floats(min_value=0, max_value=1e9), min_size=6, max_size=6)
POSITIVE = st.lists(st.floats(min_value=1e-3, max_value=1e9), min_size=6, max_size=6)


def exports(amounts: list[float], **changed: Any) -> pd.DataFrame:
    rows = [(country, good) for country in COUNTRIES for good in GOODS]
    return pd.DataFrame(rows, columns=["partner", "product"]).assign(year=2020, exports=amounts, **changed)


def index(frame: pd.DataFrame, partner: str, product: str = "a") -> float:
    return float(frame.set_index(["partner", "product"]).loc[(partner, product), "rca"])


def test_by_hand() -> None:
    frame = rca(exports([10.0, 90.0, 50.0, 50.0, 40.0, 160.0], partner_name="x", vintage="v", definition="d"))
    assert frame.columns.tolist() == [
        "partner", "partner_name", "product", "year", "share", "world_share", "rca", "vintage", "definition",
    ]  # fmt: skip
    assert index(frame, "MEX") == pytest.approx(0.1 / 0.25)
    assert index(frame, "USA") == pytest.approx(0.5 / 0.25)
    assert frame["vintage"].eq("v").all()
    assert frame["definition"].eq("d").all()


@given(MATRIX)
def test_the_export_weighted_mean_over_countries_is_one(amounts: list[float]) -> None:
    rows = exports(amounts)
    weights = rows.groupby("partner")["exports"].sum()
    assume(rows.groupby("product")["exports"].sum().min() > 1)
    assume(weights.min() > 1)
    for _, part in rca(rows).groupby("product"):
        mean = (part.set_index("partner")["rca"] * weights).sum() / weights.sum()
        assert mean == pytest.approx(1)


@given(POSITIVE, st.floats(min_value=1e-3, max_value=1e3))
def test_the_unit_does_not_matter(amounts: list[float], factor: float) -> None:
    one, other = rca(exports(amounts))["rca"], rca(exports([each * factor for each in amounts]))["rca"]
    np.testing.assert_allclose(one, other)


@given(POSITIVE)
def test_the_ratio_of_two_countries_cancels_the_world(amounts: list[float]) -> None:
    frame = rca(exports(amounts))
    share = frame.set_index(["partner", "product"])["share"]
    ratio = index(frame, "USA") / index(frame, "MEX")
    assert ratio == pytest.approx(share["USA", "a"] / share["MEX", "a"])


def test_the_edges() -> None:
    frame = rca(exports([0.0, 0.0, 0.0, 5.0, 5.0, 5.0]))
    assert math.isnan(index(frame, "MEX")), "exports nothing at all"
    assert index(frame, "USA") == 0.0
    assert rsca(index(frame, "USA")) == -1
    nothing = rca(exports([0.0, 1.0, 0.0, 5.0, 0.0, 5.0]))
    assert math.isnan(index(nothing, "MEX")), "the world exports none"
    one_good = rca(exports([1.0, 0.0, 2.0, 0.0, 3.0, 0.0]).query("product == 'a'"))
    assert one_good["rca"].tolist() == [1.0, 1.0, 1.0]


def test_a_missing_figure_leaves_its_country_out_of_the_world() -> None:
    frame = rca(exports([math.nan, 90.0, 50.0, 50.0, 40.0, 160.0]))
    assert math.isnan(index(frame, "MEX"))
    assert math.isnan(index(frame, "MEX", "b")), "the country's total is not known"
    alone = rca(exports([0.0, 0.0, 50.0, 50.0, 40.0, 160.0]))
    assert index(frame, "USA") == pytest.approx(index(alone, "USA"))
    lacking = exports([0.0, 90.0, 50.0, 50.0, 40.0, 160.0]).iloc[1:]
    assert math.isnan(index(rca(lacking), "MEX", "b"))
    assert index(rca(lacking, absent="zero"), "MEX") == 0
    assert index(rca(lacking, absent="zero"), "USA") == index(rca(exports([0.0, 90.0, 50.0, 50.0, 40.0, 160.0])), "USA")


def test_rows_of_totals() -> None:
    rows = exports([10.0, 100.0, 50.0, 100.0, 250.0, 1000.0]).replace(
        {"partner": {"CAN": "World"}, "product": {"b": "All"}}
    )
    frame = rca(rows, total="All", world="WLD")
    assert frame["partner"].tolist() == ["MEX", "USA"]
    assert frame["rca"].tolist() == pytest.approx([0.4, 2.0])
    with pytest.raises(tc.DataError, match='say world="WLD"'):
        rca(rows, total="All")


@pytest.mark.parametrize(
    ("rows", "options", "words"),
    [
        (exports([1.0] * 6, product="a"), {}, "has 2 rows"),
        (exports([1.0, -1.0, 1.0, 1.0, 1.0, 1.0]), {}, "row 1: -1 is negative"),
        (exports([1.0] * 6), {"total": "All"}, "no row has this product .the products are a, b"),
        (exports([5.0, 1.0, 1.0, 1.0, 1.0, 1.0]), {"total": "b"}, "larger than those of"),
        (exports([1.0] * 6), {"world": "WLD"}, "no row has this partner"),
        (exports([1.0] * 6), {"absent": "0"}, "absent='0'"),
        (exports([0.5] * 6), {"share": "exports"}, "name the rows that hold the world"),
        (exports([50.0] * 6), {"share": "exports", "world": "CAN"}, "50 is not a share"),
    ],
)
def test_what_is_refused(rows: pd.DataFrame, options: dict[str, Any], words: str) -> None:
    with pytest.raises(tc.DataError, match=words):
        rca(rows, **options)


@given(st.just(0.0) | st.floats(min_value=1e-6, max_value=1e6))
def test_the_symmetric_index(value: float) -> None:
    assert -1 <= rsca(value) < 1
    if value:
        assert rsca(1 / value) == pytest.approx(-rsca(value), abs=1e-9)
    assert rsca(pd.Series([value])).tolist() == [rsca(value)]


def test_the_symmetric_index_at_its_edges() -> None:
    assert math.isnan(rsca(math.nan))
    for wrong in (-0.1, math.inf):
        with pytest.raises(tc.DataError, match="cannot be"):
            rsca(wrong)
    with pytest.raises(tc.DataError, match="negative"):
        balassa([0.1, -0.1], 0.2)


def _from_wits(folder: Path) -> pd.DataFrame:
    files = sorted(folder.glob("en_*.CSV"))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        countries, groups = (
            tc.readers.read_wits(files, "SoP2", flow="exports", world=True, aggregates=each) for each in (False, True)
        )
    return rca(pd.concat([countries, groups]), share="product_share", world="WLD")


def test_the_bulk_file_gives_the_bundled_index() -> None:
    frame = _from_wits(WITS)
    bundled = tc.data.rca_intermediate_goods()
    both = frame.merge(bundled, on=["partner", "year"])
    assert len(both) == len(bundled[bundled["partner"] == "MEX"]) == 32
    np.testing.assert_allclose(both["rca_x"], both["rca_y"], rtol=1e-9)


@pytest.mark.slow
@pytest.mark.skipif(not SHARED.is_dir(), reason="the genuine files are not beside the repository")
def test_the_genuine_files_give_the_table_to_its_printed_precision() -> None:
    frame = _from_wits(SHARED / "raw/andygarcia830_TSA_Final_Project/wits_trade_summary")
    table = pd.read_csv(SHARED / "data/wits_rca_intermediate_goods_computed_1988_2021.csv", keep_default_na=False)
    both = frame.dropna(subset="rca").merge(table, left_on=["partner", "year"], right_on=["iso3", "year"])
    reporters = set(frame["partner"]) & set(table["iso3"])
    assert len(reporters) == 20
    assert len(both) == table["iso3"].isin(reporters).sum()
    # The table prints four decimals.
    assert (both["rca"] - both["rca_intermediate_goods_index"]).abs().max() <= 0.00005 + 1e-9
    assert (both["share"] * 100 - both["intermediate_share_of_exports_pct"]).abs().max() < 1e-9


@pytest.mark.slow
@pytest.mark.skipif(not SHARED.is_dir(), reason="the genuine files are not beside the repository")
def test_amounts_give_nearly_the_published_shares() -> None:
    folder = SHARED / "raw/andygarcia830_TSA_Final_Project/wits_trade_summary"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        rows = tc.readers.read_wits(sorted(folder.glob("en_*.CSV")), flow="exports", world=True)
    stages = ["Raw materials", "Intermediate goods", "Consumer goods", "Capital goods", "All Products"]
    rows = rows[rows["product"].isin(stages)]
    found = rca(rows.drop(columns="definition"), total="All Products")
    published = rows[["partner", "product", "year", "product_share"]]
    both = found.merge(published, on=["partner", "product", "year"]).dropna(subset=["share", "product_share"])
    assert len(both) > 2000
    assert (both["share"] - both["product_share"]).abs().max() <= 0.00011


def test_an_index_of_amounts_is_rounded_once() -> None:
    """249 of 1,000 over 200 of 1,000 is 1.245; the quotient of two shares as floats is a little less."""
    rows = [("MEX", "parts", 249.0), ("MEX", "all", 1000.0), ("WLD", "parts", 0.2e3), ("WLD", "all", 1e3)]
    data = pd.DataFrame(rows, columns=["partner", "product", "exports"]).assign(year=2020)
    found = rca(data, total="all", world="WLD").set_index("partner")["rca"]
    assert found["MEX"] == 1.245


@given(st.tuples(*[st.integers(1, 10**6)] * 4))
def test_the_index_is_the_float_nearest_to_the_ratio(amounts: tuple[int, ...]) -> None:
    own, rest, good, others = amounts
    rows = [("MEX", "parts", own), ("MEX", "all", own + rest), ("WLD", "parts", good), ("WLD", "all", good + others)]
    data = pd.DataFrame(rows, columns=["partner", "product", "exports"]).assign(year=2020)
    found = rca(data, total="all", world="WLD").set_index("partner")["rca"]
    assert found["MEX"] == float(Fraction(own, own + rest) / Fraction(good, good + others))
