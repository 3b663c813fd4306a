"""The bundled value-added accounts and estimates of US content: they add up, and say what they are."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from tradecontext import data, partners
from tradecontext.data import _estimates, _value_added
from tradecontext.errors import DataError
from tradecontext.intake import one_source
from tradecontext.readers import read_icio

SOURCE = Path(__file__).parents[3] / "shared/data"
FLOWS = ("exports", "imports")
ORIGINS = ("reporter", "partner", "third")
#: Tolerances for sums of two, three and six amounts that are rounded to ten thousand dollars.
TWO, THREE, SIX = 1.5e4, 2e4, 3e4

ALL = data.value_added_balances()
WORLD = data.value_added_balances(aggregates=True)
GOODS = data.value_added_balances("goods")
MADE = data.value_added_balances("manufactures")
ESTIMATES = data.us_content_estimates()


def one(frame: pd.DataFrame, partner: str, year: int) -> pd.Series[Any]:
    rows = frame[(frame["partner"] == partner) & (frame["year"] == year)]
    assert len(rows) == 1
    return rows.iloc[0]


# --- balances ------------------------------------------------------------------------------------------------


def test_the_shape_of_the_balances() -> None:
    content = [f"{flow}_{origin}_content" for flow in FLOWS for origin in ORIGINS]
    first = ["partner", "partner_name", "year", "reporter", "scope", "exports", "imports", "balance", *content]
    last = ["vintage", "definition"]
    assert GOODS.columns.tolist() == MADE.columns.tolist() == [*first, *last]
    assert ALL.columns.tolist() == [
        *first, "value_added_exports", "value_added_imports", "value_added_balance",
        *(f"{flow}_{step}" for flow in FLOWS for step in _value_added.STEPS), *last,
    ]  # fmt: skip
    for frame, scope, years in ((ALL, "all", 17), (GOODS, "goods", 17), (MADE, "manufactures", 2)):
        assert len(frame) == 39 * years
        assert (frame["year"].min(), frame["year"].max()) == (1995, 2011)
        assert not frame.duplicated(["partner", "year"]).any()
        assert not set(frame["partner"]) & {"USA", "ROW", "WLD"}
        assert set(frame["scope"]) == {scope}
        assert set(frame["reporter"]) == {"USA"}
        assert frame["partner_name"].notna().all()
        definition, vintage = one_source.one_of(frame, "measure")
        assert (definition, vintage) == (_value_added.DEFINITIONS[scope], "2013")
        assert "computed by tradecontext" in frame.attrs["source"]["text"]
        figures = frame.drop(columns=[*first[:5], *last]).fillna(0).to_numpy()
        assert np.array_equal(figures, np.rint(figures)), "whole dollars"
    assert set(WORLD["partner_name"]) == {"Rest of world", "World"}


def test_gross_is_exports_minus_imports() -> None:
    for frame in (ALL, GOODS, MADE, WORLD):
        assert (frame["exports"] - frame["imports"] == frame["balance"]).all()


def test_content_adds_up_to_the_flow() -> None:
    for frame in (ALL, GOODS, MADE, WORLD):
        for flow in FLOWS:
            parts = frame[[f"{flow}_{origin}_content" for origin in ORIGINS]]
            assert (parts >= 0).all(axis=None)
            allowed = THREE * (40 if frame is WORLD else 1)
            assert (parts.sum(axis=1) - frame[flow]).abs().max() <= allowed


def test_gross_and_steps_are_value_added() -> None:
    bridged = ALL.dropna(subset=["exports_absorbed"])
    assert sorted(set(bridged["partner"])) == [
        "BRA", "CAN", "CHN", "DEU", "FRA", "GBR", "IND", "IRL", "ITA", "JPN", "KOR", "MEX", "TWN",
    ]  # fmt: skip
    steps = [f"{flow}_{step}" for flow in FLOWS for step in _value_added.STEPS]
    assert bridged[steps].notna().all(axis=None)
    assert ALL.drop(bridged.index)[steps].isna().all(axis=None)
    assert "AUS" in ALL.attrs["left_out"][0]
    assert "MEX" not in ALL.attrs["left_out"][0]
    total = bridged["balance"].copy()
    for flow, sign in (("exports", 1), ("imports", -1)):
        part = {step: bridged[f"{flow}_{step}"] for step in _value_added.STEPS}
        gross = part["absorbed"] + part["returned"] + part["onward"] + part["double_counted"] + part["foreign"]
        assert (gross - bridged[flow]).abs().max() <= SIX
        assert (part["absorbed"] + part["indirect"] - bridged[f"value_added_{flow}"]).abs().max() <= TWO
        other = "partner" if flow == "exports" else "reporter"
        content = bridged[f"{flow}_{other}_content"] + bridged[f"{flow}_third_content"]
        assert (part["foreign"] - content).abs().max() <= TWO
        total += sign * (part["indirect"] - bridged[flow] + part["absorbed"])
    assert (total - bridged["value_added_balance"]).abs().max() <= SIX


def test_value_added_balances_add_up_to_the_same_world() -> None:
    assert (ALL["value_added_exports"] - ALL["value_added_imports"] - ALL["value_added_balance"]).abs().max() <= TWO
    everyone = pd.concat([ALL, WORLD[WORLD["partner"] == "ROW"]]).groupby("year")
    world = WORLD[WORLD["partner"] == "WLD"].set_index("year")
    assert (everyone["balance"].sum() == world["balance"]).all()
    assert (world["value_added_balance"] - world["balance"]).abs().max() <= SIX
    assert world["exports_absorbed"].isna().all(), "no sum of some partners' steps"


def test_known_figures() -> None:
    mexico = one(ALL, "MEX", 2011)
    expected = {
        "balance": -60.192, "value_added_balance": -36.141, "exports": 167.275, "exports_absorbed": 95.390,
        "exports_returned": 22.421, "exports_onward": 12.439, "exports_double_counted": 1.501,
        "exports_foreign": 35.524, "imports_reporter_content": 26.739, "imports_foreign": 73.683,
        "exports_indirect": 4.950, "imports_indirect": 4.854,
    }  # fmt: skip
    for name, billion in expected.items():
        assert mexico[name] == pytest.approx(billion * 1e9, abs=0.6e6), name
    assert one(WORLD, "WLD", 2011)["balance"] == -557.772e9
    goods = one(GOODS, "MEX", 2011)
    assert goods["imports_reporter_content"] / goods["imports"] == pytest.approx(0.12, abs=0.02)


def test_manufactures_are_some_of_the_goods_and_hold_most_of_their_content() -> None:
    both = MADE.merge(GOODS, on=["partner", "year"], suffixes=("", "_goods"))
    assert len(both) == len(MADE)
    for name in ("exports", "imports", "exports_reporter_content", "imports_reporter_content"):
        assert (both[name] <= both[f"{name}_goods"]).all(), name
    # The Commerce Department found 26 and 16 cents with the OECD's tables.
    cents = [one(MADE, "MEX", year) for year in (1995, 2011)]
    assert [round(row["imports_reporter_content"] / row["imports"], 3) for row in cents] == [0.234, 0.145]


def test_the_scopes_do_not_mix() -> None:
    for one_scope, another in ((ALL, GOODS), (GOODS, MADE)):
        with pytest.raises(DataError, match="two definitions in one measure"):
            one_source.one_of(pd.concat([one_scope.head(1), another.head(1)]), "measure")
    for scope in ("services", 3, None, ["all"]):
        with pytest.raises(DataError, match="is not known; choose 'all', 'goods' or 'manufactures'"):
            data.value_added_balances(scope)


def test_frames_are_fresh() -> None:
    frame = data.value_added_balances()
    frame.loc[0, "exports"] = 0
    assert data.value_added_balances().loc[0, "exports"] != 0


# --- estimates -----------------------------------------------------------------------------------------------


def test_the_shape_of_the_estimates() -> None:
    assert ESTIMATES["estimate"].is_unique
    assert ESTIMATES["share"].between(0, 1, inclusive="neither").all()
    assert set(ESTIMATES["scope"]) == {"goods", "manufactures", "final_goods", "not_stated"}
    assert set(ESTIMATES["kind"]) == {"estimate", "quotation"}
    assert set(ESTIMATES["confirmation"]) == {"confirmed", "secondary", "superseded", "quotation"}
    dated = ESTIMATES.dropna(subset="data_year")
    assert (dated["data_year"] < dated["published"]).all()
    assert ESTIMATES.loc[ESTIMATES["confirmation"] == "secondary", "data_year"].isna().all()
    assert ESTIMATES["partner_name"].unique().tolist() == ["Mexico", "Canada", "Malaysia", "China"]
    for name in ("short_en", "short_es", "method_en", "method_es", "checked_en", "checked_es", "citation"):
        assert ESTIMATES[name].str.len().between(5, 300).all(), name
    assert one_source.one_of(ESTIMATES, "measure") == (_estimates.DEFINITION, _estimates.VINTAGE)
    assert ESTIMATES["url"].dropna().str.startswith("http").all()


def test_the_quotation_is_no_estimate() -> None:
    quotation = ESTIMATES[ESTIMATES["kind"] == "quotation"]
    assert quotation["citation"].str.contains("Atlantic Council").tolist() == [True]
    assert quotation[["share", "scope"]].to_numpy().tolist() == [[0.3, "not_stated"]]
    assert quotation["quotes"].isin(ESTIMATES.loc[ESTIMATES["kind"] == "estimate", "estimate"]).all()
    assert ESTIMATES.loc[ESTIMATES["kind"] == "estimate", "quotes"].isna().all()
    assert quotation["data_year"].isna().all()


def test_only_confirmed_estimates_are_for_everybody() -> None:
    shown = ESTIMATES[ESTIMATES["by_default"]]
    assert set(shown["confirmation"]) == {"confirmed"}
    assert not shown["citation"].str.contains("Koopman").any(), "seen only where others cite them"
    mexico = shown[shown["partner"] == "MEX"].sort_values(["data_year", "share"])
    assert list(zip(mexico["data_year"], mexico["share"], strict=True)) == [
        (1995, 0.26), (2011, 0.16), (2014, 0.18), (2014, 0.30),
    ]  # fmt: skip
    assert set(shown["scope"]) == {"manufactures"}


def test_one_partner() -> None:
    canada = data.us_content_estimates("Canadá")
    assert canada["share"].tolist() == [0.21, 0.15, 0.25]
    assert len(data.us_content_estimates("CHN")) == 1
    for unknown in ("VNM", "nowhere", 3):
        with pytest.raises(DataError, match="there are estimates for MEX, CAN, MYS, CHN only"):
            data.us_content_estimates(unknown)


# --- the source tables, where they are at hand ---------------------------------------------------------------


@pytest.mark.skipif(not SOURCE.is_dir(), reason="the source tables are not beside the repository")
def test_the_bundled_balances_are_the_computed_tables() -> None:
    table = pd.read_csv(SOURCE / "wiod2013_us_bilateral_balances.csv")
    both = pd.concat([ALL, WORLD]).merge(table, on=["partner", "year"])
    assert len(both) == len(table)
    for name, source in {
        "exports": "X_gross", "imports": "M_gross", "balance": "bal_gross", "value_added_balance": "bal_va",
        "value_added_exports": "vax_us_to_p", "value_added_imports": "vax_p_to_us",
        "imports_reporter_content": "us_content_in_M", "imports_third_content": "third_content_in_M",
        "exports_reporter_content": "us_content_in_X", "exports_partner_content": "partner_content_in_X",
    }.items():  # fmt: skip
        np.testing.assert_allclose(both[name], both[source] * 1e6, rtol=1e-12, atol=1e-3)
    bridge = ALL.merge(pd.read_csv(SOURCE / "wiod2013_gross_to_va_bridge.csv"), on=["partner", "year"])
    assert len(bridge) == 13 * 17
    np.testing.assert_allclose(bridge["imports_onward"], bridge["m_third"] * 1e6, rtol=1e-12)
    np.testing.assert_allclose(bridge["exports_returned"], bridge["x_roundtrip_home"] * 1e6, rtol=1e-12)


@pytest.mark.skipif(not SOURCE.is_dir(), reason="the source tables are not beside the repository")
def test_the_bundled_estimates_are_those_of_the_source_table() -> None:
    table = pd.read_csv(SOURCE / "us_content_estimates_published.csv")
    key = ["partner", "published", "share", "data_year"]
    theirs = table.rename(columns={"iso3": "partner", "publication_year": "published"})
    theirs = theirs.assign(share=theirs["us_content_pct"] / 100, data_year=theirs["data_year"].astype("Int64"))
    both = ESTIMATES.merge(theirs, on=key, suffixes=("", "_source"))
    assert len(both) == len(table)
    assert (both["kind"] == both["kind_source"]).all()
    straight = str.maketrans("\u2018\u2019\u201c\u201d", "''\"\"")
    assert (both["citation"].map(lambda text: text.translate(straight)) == both["citation_source"]).all()
    assert (both["scope"].eq("manufactures") == both["flow"].str.contains("MANUFACTURE")).all()
    secondary = both["status"].str.contains("secondary page")
    assert (both["confirmation"].eq("secondary") == secondary).all()
    assert (both["confirmation"].eq("superseded") == both["status"].str.contains("superseded")).all()
    assert partners.name("MYS") == "Malaysia"


@pytest.mark.slow
@pytest.mark.skipif(not SOURCE.is_dir(), reason="the source tables are not beside the repository")
def test_the_bundled_manufactures_are_the_tables() -> None:
    table = read_icio(SOURCE.parent / "raw/bquast_wiod/wiot_2011.RData")
    split = table.content_split("MEX", "USA", scope="manufactures")
    mexico = one(MADE, "MEX", 2011)
    assert mexico["imports"] == pytest.approx(split.sum() * 1e6)
    assert mexico["imports_reporter_content"] == pytest.approx(split["USA"] * 1e6, abs=1e4)
