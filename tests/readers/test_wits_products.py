"""WITS's pages of one product by partner, which print amounts but no shares, and regions among the partners."""

from __future__ import annotations

import io
import warnings
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import tradecontext as tc
from tradecontext.errors import DataError
from tradecontext.intake import one_source
from tradecontext.readers import read_wits

RAW = Path(__file__).parents[3] / "shared/raw"
genuine = pytest.mark.skipif(not RAW.exists(), reason="the genuine files are not beside the repository")

# The header of a genuine page; all amounts here are made up.
HEADER = "Reporter Name,Partner Name,Year,Trade Flow,Product Group,Import (US$ Thousand),Import Product Share (%)\n"
SUPPLIERS = {"United States": 60000.0, "China": 25000.0, "Germany": 15000.0}
OF_SUM = "Shares are of the imports from all suppliers in the download, added up: it has no row of the world."
OF_WORLD = "Shares are of imports from the whole world."


def page(suppliers: dict[str, float], product: str = "Intermediate goods") -> io.StringIO:
    rows = "".join(f'Mexico,"{name}",2022,Import,{product},{amount},30\n' for name, amount in suppliers.items())
    return io.StringIO(HEADER + rows)


def quietly(*args: Any, **options: Any) -> pd.DataFrame:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        return read_wits(*args, **options)


def shares(frame: pd.DataFrame) -> dict[str, float]:
    return dict(zip(frame["supplier"], frame["share"], strict=True))


def chart(frame: pd.DataFrame) -> dict[str, Any]:
    return tc.InputReliance(frame).spec["frame"]


# --- what a share is of ----------------------------------------------------------------------------------


def test_a_page_of_one_product_without_the_world() -> None:
    with pytest.warns(UserWarning, match="shares are of the 3 suppliers in it, added up") as caught:
        frame = read_wits(page(SUPPLIERS))
    assert caught[0].filename == __file__
    assert shares(frame) == {"USA": 0.6, "CHN": 0.25, "DEU": 0.15}
    assert frame["imports"].tolist() == [25e6, 15e6, 60e6]
    assert frame["world_imports"].isna().all(), "the World has no row"
    assert one_source.one_of(frame, "series")[0] == "wits_imports_intermediate_goods_of_sum"
    drawn = chart(frame)
    assert "Mexico was 60.0%" in drawn["headline"]
    assert any(OF_SUM in note for note in drawn["notes"])


def test_a_page_with_the_world_takes_shares_of_it() -> None:
    frame = read_wits(page(SUPPLIERS | {"World": 120000.0}))
    assert shares(frame) == {"USA": 0.5, "CHN": pytest.approx(25 / 120), "DEU": 0.125}
    assert frame["world_imports"].tolist() == [120e6] * 3
    drawn = chart(frame)
    assert "Mexico was 50.0%" in drawn["headline"]
    assert any(OF_WORLD in note for note in drawn["notes"])
    assert not any(OF_SUM in note for note in drawn["notes"])


def test_shares_that_are_printed_stay() -> None:
    rows = "Reporter Name,Partner Name,Year,Trade Flow,Import (US$ Thousand),Import Partner Share (%)\n"
    rows += "Mexico,United States,2022,Import,70,58\nMexico,China,2022,Import,30,20\n"
    frame = read_wits(io.StringIO(rows), "SoP2")
    assert shares(frame) == {"USA": 0.58, "CHN": 0.2}
    assert set(frame["definition"]) == {"wits_imports_intermediate_goods"}


def test_a_product_without_words_of_its_own_says_it_in_its_source() -> None:
    frame = quietly(page(SUPPLIERS, "Capital goods"))
    assert set(frame["definition"]) == {"wits_imports_capital_goods_of_sum"}
    text = chart(frame)["sources"][0]["text"]
    assert text.startswith("World Bank WITS, imports of Capital goods by supplier")
    assert "shares of all suppliers in the download, added up" in text


def test_exports_go_by_markets() -> None:
    rows = (
        HEADER.replace("Import (", "Export (")
        + "Mexico,Canada,2022,Export,Fuel,3,1\nMexico,Chile,2022,Export,Fuel,1,1\n"
    )
    frame = quietly(io.StringIO(rows), flow="exports")
    assert dict(zip(frame["market"], frame["share"], strict=True)) == {"CAN": 0.75, "CHL": 0.25}


def test_the_time_series_of_one_product() -> None:
    rows = "Reporter Name,Partner Name,Trade Flow,Product Group,Indicator,2020,2021\n"
    for name, first, second in (("United States", 6, 5), ("China", 4, ""), ("Japan", "", 15)):
        rows += f"Mexico,{name},Import,Intermediate goods,Import (US$ Thousand),{first},{second}\n"
    frame = quietly(io.StringIO(rows))
    us = frame[frame["supplier"] == "USA"]
    assert us[["year", "share"]].to_numpy().tolist() == [[2020, 0.6], [2021, 0.25]], "a blank is no trade in the sum"


def test_the_file_of_one_pair_has_no_shares() -> None:
    rows = "Reporter Name,Partner Name,Trade Flow,Product Group,Indicator,2020\n"
    for product in ("Intermediate goods", "Fuels", "All Products"):
        rows += f"Mexico,China,Import,{product},Import (US$ Thousand),7\n"
    with pytest.warns(UserWarning, match="no row of the World to take them of; ask for the World"):
        frame = read_wits(io.StringIO(rows), "Intermediate goods")
    assert frame["imports"].tolist() == [7000]
    assert frame["share"].isna().all(), "the only partner in a file is not 100% of the imports"


def test_the_five_largest_are_not_added_up() -> None:
    rows = "Reporter,Partner,Product categories,Indicator Type,Indicator,2021\n"
    rows += "".join(f"Mexico,{name},All Products,Import,Trade (US$ Mil)-Top 5 Import Partner,5\n" for name in SUPPLIERS)
    assert quietly(io.StringIO(rows))["share"].isna().all()


@given(st.dictionaries(st.sampled_from(["Canada", "China", "Japan", "Peru", "Spain"]), st.floats(0, 1e9), min_size=2))
def test_shares_of_a_sum_add_up_to_one(suppliers: dict[str, float]) -> None:
    frame = quietly(page(suppliers))
    total = sum(round(amount * 1000, 2) for amount in suppliers.values())
    assert frame["share"].sum() == pytest.approx(1) if total > 0 else frame["share"].isna().all()


# --- groups and contradictions ---------------------------------------------------------------------------


@pytest.mark.filterwarnings("ignore:.*added up")
@pytest.mark.parametrize("region", ["East Asia & Pacific", "European Union", "Latin America & Caribbean", "ASEAN"])
def test_a_region_is_no_supplier(region: str) -> None:
    with pytest.warns(UserWarning, match=f"imports with groups of countries .{region}"):
        frame = read_wits(page(SUPPLIERS | {region: 90000.0}))
    assert set(frame["supplier"]) == {"USA", "CHN", "DEU"}
    assert shares(frame)["USA"] == 0.6, "never added to its members"


def test_a_page_of_regions_only_is_refused() -> None:
    with pytest.raises(DataError, match="with groups of countries only"):
        quietly(page({"European Union": 5.0, "South Asia": 3.0}))


def test_suppliers_larger_than_the_world_are_refused_with_all_of_them() -> None:
    text = page(SUPPLIERS | {"World": 50000.0}).getvalue()
    text += text[len(HEADER) :].replace("Mexico,", "Canada,")
    with pytest.raises(DataError, match=r"MEX.* 100,000,000 together, and 50,000,000 with the World; CAN"):
        quietly(io.StringIO(text))
    rows = "Reporter Name,Partner Name,Trade Flow,Indicator,2020\n"
    rows += "".join(f"Mexico,{name},Import,Import Partner Share (%),45\n" for name in SUPPLIERS)
    with pytest.raises(DataError, match=r"shares add up to 1\.35"):
        quietly(io.StringIO(rows), "SoP2")


def test_all_faults_of_a_file_are_told_at_once() -> None:
    rows = HEADER + "Mexico,,2022,Import,x,1,1\nMexico,China,22,Import,x,2,1\nMexico,Japan,2022,Import,x,n/a,1\n"
    with pytest.raises(DataError) as refusal:
        quietly(io.StringIO(rows))
    for words in ("row 2: the partner is blank", "row 3, column Year: '22'", "row 4, column Import", "'n/a' is not"):
        assert words in str(refusal.value)


# --- genuine files, where they are at hand ---------------------------------------------------------------


@genuine
def test_the_genuine_page_adds_up_to_its_own_rows() -> None:
    file = next(RAW.glob("wits_products/WITS-Partner*.xlsx"))
    rows = pd.read_excel(file, sheet_name="Partner", engine="calamine")
    frame = quietly(file)
    assert len(frame) == len(rows) == 223
    assert frame["imports"].sum() == pytest.approx(rows["Import (US$ Thousand)"].sum() * 1000, rel=1e-12)
    mexico = rows.set_index("Partner Name")["Import (US$ Thousand)"]["Mexico"]
    share = frame.set_index("supplier")["share"]
    assert share["MEX"] == pytest.approx(mexico / rows["Import (US$ Thousand)"].sum())
    assert share.sum() == pytest.approx(1)


@genuine
def test_the_genuine_file_of_a_pair() -> None:
    frame = quietly(next(RAW.glob("wits_products/WITS-Product*.xlsx")))
    assert (frame["year"].min(), frame["year"].max()) == (1991, 2022)
    one = frame[(frame["product"] == "Intermediate goods") & (frame["year"] == 1991)]
    assert one[["partner", "supplier", "imports"]].to_numpy().tolist() == [["USA", "IND", 1_345_864_039.0]]
    assert frame["share"].isna().all()
