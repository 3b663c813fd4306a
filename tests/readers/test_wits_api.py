"""Answers of WITS's API, queries by tariff line, and frames that other software saves of them."""

from __future__ import annotations

import contextlib
import io
import json
import warnings
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradecontext.errors import DataError
from tradecontext.readers import read_wits

RAW = Path(__file__).parents[3] / "shared/raw"
genuine = pytest.mark.skipif(not RAW.exists(), reason="the genuine files are not beside the repository")


def quietly(*args: Any, **options: Any) -> pd.DataFrame:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        return read_wits(*args, **options)


def dimension(code: str, *values: tuple[str, str]) -> dict[str, Any]:
    return {"id": code, "values": [{"id": key, "name": name} for key, name in values]}


def answer() -> dict[str, Any]:
    """Made-up figures in the shape of a genuine answer: a series for each partner, two years."""
    series = {
        f"0:0:{partner}:0:0": {"observations": {str(year): [figure, 0] for year, figure in enumerate(figures)}}
        for partner, figures in enumerate([[60.0, 50.0], [100.0, 200.0], [70.0, None]])
    }
    return {
        "header": {"id": "DF_WITS_TradeStats_Trade"},
        "dataSets": [{"action": "Information", "series": series}],
        "structure": {
            "dimensions": {
                "dataset": [],
                "series": [
                    dimension("FREQ", ("A", "Annual")),
                    dimension("REPORTER", ("MEX", "Mexico")),
                    dimension("PARTNER", ("USA", "United States"), ("WLD", "World"), ("NAC", "North America")),
                    dimension("PRODUCTCODE", ("UNCTAD-SoP2", "Intermediate goods")),
                    dimension("INDICATOR", ("MPRT-TRD-VL", "Import Trade Value (US$ Thousand)")),
                ],
                "observation": [dimension("TIME_PERIOD", ("2021", "2021"), ("2022", "2022"))],
            }
        },
    }


def read(content: object, **options: Any) -> pd.DataFrame:
    return quietly(io.StringIO(json.dumps(content)), **options)


def test_an_answer() -> None:
    frame = read(answer())
    assert frame[["partner", "supplier", "year", "imports", "world_imports", "share"]].to_numpy().tolist() == [
        ["MEX", "USA", 2021, 60e3, 100e3, 0.6], ["MEX", "USA", 2022, 50e3, 200e3, 0.25],
    ]  # fmt: skip
    assert set(frame["definition"]) == {"wits_imports_intermediate_goods"}
    assert any("North America" in line for line in frame.attrs["left_out"])
    assert read(answer(), world=True)["imports"].tolist() == [100e3, 200e3]


def test_partners_that_were_asked_for_are_not_taken_for_all() -> None:
    content = answer()
    content["structure"]["dimensions"]["series"][2]["values"][1] = {"id": "CHN", "name": "China"}
    frame = read(content)
    assert set(frame["supplier"]) == {"USA", "CHN"}
    assert frame["share"].isna().all()


def test_codes_stand_in_for_names() -> None:
    content = answer()
    for each in content["structure"]["dimensions"]["series"]:
        for value in each["values"]:
            del value["name"]
    pd.testing.assert_frame_equal(read(content), read(answer()))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda each: each.update(dataSets=[]), "SDMX-JSON without figures"),
        (lambda each: each.update(dataSets=[{"series": {}}]), "SDMX-JSON without figures"),
        (lambda each: each.pop("structure"), "do not fit its dimensions"),
        (lambda each: each["structure"]["dimensions"]["series"].pop(), "do not fit its dimensions"),
        (lambda each: each["structure"]["dimensions"]["series"][2]["values"].pop(0), "do not fit its dimensions|MEX"),
        (
            lambda each: each["structure"]["dimensions"]["series"][1].update(id="REF_AREA"),
            "lacks the dimensions REPORTER.*read_tiva",
        ),
        (lambda each: each["structure"]["dimensions"]["series"][0]["values"][0].update(id="M"), "not annual"),
        (
            lambda each: each["dataSets"][0]["series"]["0:0:0:0:0"]["observations"].update({"0": ["much", 0]}),
            "row 1, column Value: 'much' is not a number",
        ),
    ],
)
def test_damaged_answers_are_refused(change: Any, message: str) -> None:
    content = answer()
    change(content)
    with pytest.raises(DataError, match=message):
        read(content)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            '<string xmlns="http://example.org/">&lt;wits:error&gt;&lt;wits:message id="9"&gt;Response too large&lt;/wits:message&gt;&lt;/wits:error&gt;</string>',
            "an error message of the service, in XML.*'Response too large'; check reporter",
        ),
        (
            '<?xml version="1.0"?><mes:Error xmlns:mes="x"><mes:ErrorMessage code="NoRecordsFound"/></mes:Error>',
            "an error message of the service.*NoRecordsFound",
        ),
        (json.dumps('<?xml version="1.0"?><error>No <b>such</b> product</error>'), "'No such product"),
        ('<?xml version="1.0"?><data xmlns="x"><Obs v="1"/></data>', "is XML, not a table: .*ask for format=JSON"),
        ('{"Message": "The request is invalid."}', "the service says 'The request is invalid"),
        ("<html><body>Service unavailable</body></html>", "a web page, not figures"),
    ],
)
def test_an_error_of_the_service_is_told_in_words(text: str, said: str) -> None:
    with pytest.raises(DataError, match=said):
        quietly(io.StringIO(text))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 5) | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)


@given(st.sampled_from(["dataSets", "structure", "header"]), JSON)
def test_any_answer_is_read_or_a_data_error(part: str, content: object) -> None:
    with contextlib.suppress(DataError):
        read(answer() | {part: content})


# --- queries and frames of other software ----------------------------------------------------------------


HS = "Reporter,TradeFlow,ProductCode,Product Description,Year,Partner,Trade Value 1000USD,Quantity,Quantity Unit\n"
QUERY = (
    "Nomenclature,ReporterISO3,ProductCode,ReporterName,PartnerISO3,PartnerName,Year,TradeFlowName,TradeFlowCode,"
    "TradeValue in 1000 USD\n"
)
SAVED = "Freq,Reporter,Partner,ProductCode,Indicator,Year,Value\n"


def test_the_table_of_one_tariff_line() -> None:
    rows = (
        HS + "Mexico,Import,10121,Horses,2022,United States,3.5,2,Item\nMexico,Import,10121,Horses,2022,Spain,1.5,,\n"
    )
    frame = quietly(io.StringIO(rows))
    assert set(frame["product"]) == {"010121"}, "the zero that a spreadsheet dropped"
    assert set(frame["definition"]) == {"wits_imports_hs_010121_of_sum"}
    assert dict(zip(frame["supplier"], frame["share"], strict=True)) == {"USA": 0.7, "ESP": 0.3}
    assert len(quietly(io.StringIO(rows), "010121")) == 2
    with pytest.raises(DataError, match="product='8708' is not in the file"):
        quietly(io.StringIO(rows), "8708")


def test_the_result_of_a_query() -> None:
    rows = QUERY
    for code, name, value in (("USA", "United States", 6), ("WLD", " World", 8), ("DEU", "Germany", 1)):
        rows += f"H5,MEX,870899,Mexico,{code},{name},2022,Gross Imp.,5,{value}\n"
    frame = quietly(io.StringIO(rows))
    assert dict(zip(frame["supplier"], frame["share"], strict=True)) == {"USA": 0.75, "DEU": 0.125}
    assert set(frame["definition"]) == {"wits_imports_hs_870899"}
    without = "".join(line for line in rows.splitlines(keepends=True) if "World" not in line)
    assert quietly(io.StringIO(without))["share"].isna().all(), "a query has the partners that were asked for"
    sitc = quietly(io.StringIO(rows.replace("H5,", "S4,")))
    assert set(sitc["definition"]) == {"wits_imports_s4_870899"}


@pytest.mark.parametrize("names", [True, False], ids=["names", "codes"])
def test_a_frame_of_world_trade_data(*, names: bool) -> None:
    product, indicator = (
        ("Intermediate goods", "Import Trade Value (US$ Thousand)") if names else ("UNCTAD-SoP2", "MPRT-TRD-VL")
    )
    reporter, us, world = ("Mexico", "United States", "World") if names else ("MEX", "USA", "WLD")
    rows = SAVED + "".join(
        f"{'Annual' if names else 'A'},{reporter},{partner},{product},{indicator},2022,{value}\n"
        for partner, value in ((us, 6.0), (world, 8.0))
    )
    frame = quietly(io.StringIO(rows))
    assert frame[["partner", "supplier", "product", "share"]].to_numpy().tolist() == [
        ["MEX", "USA", "Intermediate goods", 0.75]
    ]
    with pytest.raises(DataError, match="'Monthly', not annual"):
        quietly(io.StringIO(rows.replace("Annual,", "Monthly,").replace("A,MEX", "Monthly,MEX")))


def test_columns_that_say_one_thing_twice_are_named() -> None:
    rows = "Reporter,Reporter Name,Partner,Year,Import (US$ Thousand)\nMEX,Mexico,China,2022,1\n"
    with pytest.raises(
        DataError, match="other software made of one: the columns Reporter, Reporter Name say one thing"
    ):
        quietly(io.StringIO(rows), "SoP2")


NAMES = [*HS.strip().split(","), *QUERY.strip().split(","), *SAVED.strip().split(","), "2020", "2021", "Product Group"]


@given(st.data())
def test_any_choice_of_columns_is_read_or_a_data_error(data: st.DataObject) -> None:
    columns = data.draw(st.lists(st.sampled_from(NAMES), min_size=3, max_size=9, unique=True))
    cells = st.sampled_from(["Mexico", "China", "World", "2020", "5", "Import", "Import(US$ Mil)", "", "870899"])
    rows = data.draw(st.lists(st.lists(cells, min_size=len(columns), max_size=len(columns)), max_size=4))
    with contextlib.suppress(DataError):
        quietly(io.StringIO("\n".join(",".join(row) for row in [columns, *rows])), "SoP2")


# --- the genuine answer, where it is at hand -------------------------------------------------------------


@genuine
def test_the_genuine_answer() -> None:
    file = RAW / "api/wits_tradestats_USA_2017.json"
    frame = quietly(file, world=True).set_index("product")["imports"]
    written = json.loads(file.read_text("utf-8"))
    products = [each["name"] for each in written["structure"]["dimensions"]["series"][3]["values"]]
    assert len(frame) == len(products) == 29
    for place, product in enumerate(products):
        figure = written["dataSets"][0]["series"][f"0:0:0:{place}:0"]["observations"]["0"][0]
        assert frame[product] == pytest.approx(figure * 1000, abs=0.01)
    assert frame["Intermediate goods"] == 356_723_000_752
    with pytest.raises(DataError, match="imports with the World only"):
        quietly(file)
