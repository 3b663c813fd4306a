"""WITS downloads of every format."""

from __future__ import annotations

import io
import sys
import warnings
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradecontext import data, measures
from tradecontext.errors import DataError
from tradecontext.intake import one_source
from tradecontext.readers import read_wits

WITS = Path(__file__).parents[1] / "fixtures/wits"
CENSUS = Path(__file__).parents[1] / "fixtures/census"
RAW = Path(__file__).parents[3] / "shared/raw"
BULK = WITS / "en_MEX_AllYears_WITS_Trade_Summary.CSV"
SERIES = WITS / "WITS-Partner-Timeseries.xlsx"
COLUMNS = [
    "partner", "partner_name", "supplier", "supplier_name", "product", "year", "imports", "world_imports", "share",
    "product_share", "vintage", "definition",
]  # fmt: skip


def quietly(*args: Any, **options: Any) -> pd.DataFrame:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        return read_wits(*args, **options)


def value(frame: pd.DataFrame, column: str, **where: object) -> Any:
    rows = frame
    for name, wanted in where.items():
        rows = rows[rows[name] == wanted]
    assert len(rows) == 1
    return rows[column].iloc[0]


# --- the bulk file --------------------------------------------------------------------------------------


def test_the_bulk_file() -> None:
    with pytest.warns(UserWarning, match="read_wits left out .*flow='exports' reads them") as caught:
        frame = read_wits(BULK)
    assert caught[0].filename == __file__
    assert frame.columns.tolist() == COLUMNS
    assert value(frame, "share", supplier="USA", year=2021) == 0.4369
    assert value(frame, "world_imports", supplier="USA", year=2021) == 506_565_460_000
    assert set(frame["partner"]) == {"MEX"}
    assert "WLD" not in set(frame["supplier"])
    assert one_source.one_of(frame, "series") == ("wits_imports_all_products", "data through 2021")
    assert frame.attrs["source"]["text"].endswith("data through 2021")
    assert any("blank cells" in line for line in frame.attrs["left_out"])
    assert any("GNI per capita" in line or "other indicators" in line for line in frame.attrs["left_out"])


def test_its_shares_are_the_bundled_ones_and_what_its_amounts_give() -> None:
    frame = quietly(BULK)
    both = frame[frame["supplier"] == "USA"].merge(data.us_share_of_imports(), on=["partner", "year"])
    assert len(both) == 32
    assert (both["share_x"] - both["share_y"]).abs().max() < 1e-9
    computed = measures.import_share(frame.drop(columns="share"))
    both = computed.merge(frame[frame["supplier"] == "USA"], on=["partner", "year"])
    assert (both["share_x"] - both["share_y"]).abs().max() <= 0.00006


def test_trade_with_the_world_by_product() -> None:
    frame = quietly(BULK, "SoP2", world=True)
    assert frame.columns.tolist() == [
        "partner", "partner_name", "product", "year", "imports", "product_share", "vintage", "definition",
    ]  # fmt: skip
    assert value(frame, "imports", year=2021) == 82_821_540_000
    assert set(frame["product"]) == {"Intermediate goods"}
    exports = quietly(BULK, "intermediate goods", flow="exports", world=True)
    assert value(exports, "product_share", year=2021) == 0.0578
    bundled = data.intermediate_goods().merge(frame, on=["partner", "year"])
    assert (bundled["imports_x"] == bundled["imports_y"]).all()


def test_the_bulk_file_has_no_suppliers_of_intermediate_goods() -> None:
    with pytest.raises(DataError, match=r"with the World only .Intermediate goods.*by supplier"):
        quietly(BULK, "Intermediate goods")
    with pytest.raises(DataError, match="product='Cars' is not in the file, which has All Products"):
        quietly(BULK, "Cars")


def test_groups_of_countries_are_asked_for() -> None:
    world = WITS / "en_Wld_AllYears_WITS_Trade_Summary.CSV"
    with pytest.raises(DataError, match="only figures of World: groups of countries, which aggregates=True"):
        quietly(world)
    assert set(quietly(world, aggregates=True)["partner"]) == {"WLD"}
    both = quietly([BULK, world])
    assert set(both["partner"]) == {"MEX"}
    assert "figures of World: aggregates=True reads them" in both.attrs["left_out"]


def test_exports_go_to_markets() -> None:
    frame = quietly(BULK, flow="exports")
    assert {"market", "market_name", "exports", "world_exports"} <= set(frame.columns)
    assert set(frame["definition"]) == {"wits_exports_all_products"}
    assert "TWN" in set(frame["market"]), "which WITS calls Other Asia, nes"


# --- the workbooks --------------------------------------------------------------------------------------


def test_the_time_series_does_not_name_its_product() -> None:
    with pytest.raises(DataError, match=r'does not say which goods.*product="Intermediate goods"'):
        read_wits(SERIES)


def test_the_time_series() -> None:
    frame = quietly(SERIES, "All Products")
    assert frame.columns.tolist() == COLUMNS
    assert value(frame, "share", partner="MEX", supplier="USA", year=1995) == pytest.approx(0.74494)
    assert value(frame, "share", partner="MEX", supplier="USA", year=2018) == pytest.approx(0.465856)
    assert frame["year"].min() == 1989, "year headers are part numbers, part text"
    assert set(frame["supplier"]) == {"USA", "CHN", "KOR", "TWN"}
    assert frame["share"].notna().all()
    assert measures.average_share(frame[frame["supplier"] == "USA"])["years_in_period"].tolist() == [30, 30]


def test_total_goods_are_not_taken_for_inputs() -> None:
    with pytest.raises(DataError, match=r"is that of all goods, as in 5[0-9] of 59"):
        quietly(SERIES, "Intermediate goods")


def test_suppliers_that_are_no_country_have_a_code_of_their_own() -> None:
    rows = "Reporter Name,Partner Name,Trade Flow,Indicator,2020\n"
    rows += "".join(f"Mexico,{name},Import,Import Partner Share (%),1\n" for name in ("Bunkers", "Sudan", "Fm Sudan"))
    frame = quietly(io.StringIO(rows), "All Products").set_index("supplier")
    assert frame["supplier_name"].to_dict() == {
        "SDN": "Sudan", "US-7320": "Sudan (to July 2011)", "WITS-BUNKERS": "Bunkers",
    }  # fmt: skip


def test_real_intermediate_goods_pass_and_have_what_a_chart_needs() -> None:
    rows = "Reporter Name,Partner Name,Trade Flow,Indicator,2019,2020\n"
    rows += "Mexico,United States,Import,Import Partner Share (%),66.5,64.25\n"
    frame = read_wits(io.StringIO(rows), product="SoP2")
    assert frame[["partner", "supplier", "year", "share"]].to_numpy().tolist() == [
        ["MEX", "USA", 2019, 0.665], ["MEX", "USA", 2020, 0.6425],
    ]  # fmt: skip
    assert one_source.one_of(frame, "series") == ("wits_imports_intermediate_goods", "data through 2020")
    assert "intermediate goods by supplier" in frame.attrs["source"]["text"]
    assert frame.attrs["left_out"] == []
    with pytest.raises(DataError, match="two definitions"):
        one_source.one_of(pd.concat([frame, data.input_shares()]).drop(columns="vintage"), "series")


def test_one_figure_that_is_that_of_all_goods_is_a_warning() -> None:
    rows = "Reporter Name,Partner Name,Trade Flow,Indicator,2021\n"
    rows += "Mexico,United States,Import,Import Partner Share (%),43.69\n"
    with pytest.warns(UserWarning, match="is that of all goods; check which product"):
        read_wits(io.StringIO(rows), product="SoP2")


def test_the_page_of_one_year() -> None:
    frame = quietly(WITS / "WITS-Partner.xlsx", "All Products")
    assert value(frame, "imports", partner="AUS", supplier="ARG", year=2021) == 661_588_250
    assert value(frame, "share", partner="AUS") == 0.0025
    assert frame["product_share"].isna().all(), "a share in the number of products is no share of trade"
    assert value(quietly(WITS / "WITS-Partner.xlsx", "All Products", flow="exports"), "share", market="ARG") == 0.0005


def test_without_the_engine_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    with pytest.raises(DataError, match=r"tradecontext\[excel\]"):
        read_wits(SERIES, "All Products")


# --- what is not WITS's ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "is empty. Download the table from WITS again"),
        ("<!doctype html><p>Not found</p>", "a web page, not figures"),
        ("typeCode,refYear,reporterCode,flowCode,primaryValue\nC,2022,842,X,1\n", "Comtrade.*read_comtrade"),
        ('{"data": [{"reporterCode": 842}]}', "is JSON.*Comtrade"),
        ('{"header": {}, "dataSets": []}', "is SDMX-JSON without figures"),
        ('[["CTY_CODE","GEN_VAL_MO","time"]]', "is JSON.*Census"),
        ("year,CTY_CODE,CTYNAME\n2020,1,x\n", "Census Bureau's country workbook: use read_census"),
        ("DATAFLOW,MEASURE,REF_AREA,ACTIVITY,OBS_VALUE\nx,EXGR,MEX,C,1\n", "OECD"),
        ("a,b\n1,2\n", "its columns are a, b"),
        ("Reporter,Partner\nMexico,World\n", "neither a column of indicators"),
        (
            "Reporter,Partner,Indicator,2020\nMexico,World,GDP,1\n",
            "no values or shares of trade; its indicators are GDP",
        ),
        ("Reporter,Partner,Product,Indicator,2020\nMexico,,x,Import(US$ Mil),1\n", "row 2: the partner is blank"),
        ("Reporter,Partner,Product,Indicator,2020\nMexico,World,x,Import(US$ Mil),\n", "no figures of this kind"),
        ("Reporter,Partner,Year,Import(US$ Mil)\nMexico,Canada,20,1\n", "does not say which goods|is not a year"),
    ],
)
def test_other_content_is_refused_by_name(content: str, message: str) -> None:
    with pytest.raises(DataError, match=message):
        quietly(io.StringIO(content))


def test_what_cannot_be_asked_for() -> None:
    for options, message in [
        ({"flow": "both"}, "flow='both' is not known"),
        ({"product": 2}, "product=2 has to be a text"),
    ]:
        with pytest.raises(DataError, match=message):
            read_wits(BULK, **options)
    with pytest.raises(DataError, match="empty list"):
        read_wits([])
    with pytest.raises(DataError, match="read_census"):
        read_wits(CENSUS / "country.xlsx")
    with pytest.raises(DataError, match="by partner only"):
        quietly(SERIES, "All Products", world=True)


@given(st.one_of(st.text(), st.binary()))
def test_any_other_content_is_a_data_error(content: str | bytes) -> None:
    buffer = io.StringIO(content) if isinstance(content, str) else io.BytesIO(content)
    with pytest.raises(DataError):
        read_wits(buffer)


# --- genuine files, where they are at hand ---------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.skipif(not RAW.exists(), reason="the genuine files are not beside the repository")
def test_the_genuine_files_give_the_bundled_share() -> None:
    files = sorted(RAW.glob("*/*/en_*.CSV"))
    frame = quietly(files)
    bundled = data.us_share_of_imports()
    both = frame[frame["supplier"] == "USA"].merge(bundled, on=["partner", "year"])
    assert len(both) == bundled["partner"].isin(frame["partner"]).sum()
    assert (both["share_x"] - both["share_y"]).abs().max() < 1e-9


@pytest.mark.slow
@pytest.mark.skipif(not RAW.exists(), reason="the genuine files are not beside the repository")
def test_the_genuine_time_series() -> None:
    file = next(RAW.glob("*/WITS-Partner-Timeseries.xlsx"))
    frame = quietly(file, "All Products")
    assert frame["partner"].nunique() == 60
    assert value(frame, "share", partner="MEX", supplier="USA", year=2018) == pytest.approx(0.465856)
    sums = frame.groupby(["partner", "year"])["share"].sum()
    assert sums.between(0.97, 1.001).mean() > 0.99, "suppliers add up to all imports"
