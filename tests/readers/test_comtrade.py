"""UN Comtrade's answers and downloads."""

from __future__ import annotations

import contextlib
import io
import json
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradecontext import measures
from tradecontext.errors import DataError
from tradecontext.intake import one_source
from tradecontext.readers import read_comtrade

if TYPE_CHECKING:
    import pandas as pd

COMTRADE = Path(__file__).parents[1] / "fixtures/comtrade"
ANSWER = COMTRADE / "answer.json"
DOWNLOAD = COMTRADE / "TradeData_1_2_2025_3_4_5.csv"


def quietly(*args: Any, **options: Any) -> pd.DataFrame:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        return read_comtrade(*args, **options)


def answer(*changes: dict[str, Any]) -> io.StringIO:
    """Return an answer with one row a change, from the fixture's row of Mexico's imports from the USA."""
    row = json.loads(ANSWER.read_text())["data"][1]
    return io.StringIO(json.dumps({"count": len(changes), "data": [row | change for change in changes], "error": ""}))


def test_an_answer() -> None:
    with pytest.warns(UserWarning, match="read_comtrade left out 2 rows of other flows") as caught:
        frame = read_comtrade(ANSWER)
    assert caught[0].filename == __file__
    assert frame.columns.tolist() == [
        "partner", "partner_name", "supplier", "supplier_name", "product", "year", "imports", "world_imports", "share",
        "product_share", "vintage", "definition",
    ]  # fmt: skip
    mexico = frame[frame["partner"] == "MEX"].set_index("supplier")
    assert mexico.index.tolist() == ["CHE", "IND", "TWN", "UN-899", "USA"], "757, 699 and 490 are not ISO's"
    assert mexico.loc["USA", "imports"] == 400.25, "not added to its parts by transport and customs procedure"
    assert mexico.loc["USA", "share"] == pytest.approx(400.25 / 1000.5)
    assert mexico.loc["UN-899", "supplier_name"] == "Areas, nes"
    assert frame[frame["partner"] == "USA"]["supplier"].tolist() == ["MEX"], "842 without an ISO code"
    assert one_source.one_of(frame, "series") == ("comtrade_imports_total", "data through 2022")
    assert frame.attrs["left_out"] == [
        "2 rows of other flows (RX, X)",
        "1 row of single customs procedures (customsCode)",
        "1 row of single modes of transport (motCode)",
    ]
    assert measures.import_share(frame)["share"].round(3).tolist()[0] == 0.4


def test_the_world_is_kept_apart() -> None:
    frame = quietly(ANSWER, world=True)
    assert frame.set_index("partner")["imports"].to_dict() == {"MEX": 1000.5, "USA": 3300.0}
    assert "supplier" not in frame


def test_a_download() -> None:
    frame = quietly(DOWNLOAD)
    assert frame["supplier"].tolist() == ["CIV", "USA", "USA"]
    assert set(frame["definition"]) == {"comtrade_imports_hs_8708", "comtrade_imports_total"}
    with pytest.raises(DataError, match="definitions"):
        one_source.one_of(frame, "series")
    with pytest.raises(DataError, match="keep one product"):
        measures.import_share(frame.drop(columns="definition"))
    parts = quietly(DOWNLOAD, "8708")
    assert parts["share"].tolist() == [0.75]
    assert parts.attrs["left_out"] == ["other products (TOTAL)"]
    with pytest.raises(DataError, match="product='99' is not in the file, which has 8708, TOTAL"):
        quietly(DOWNLOAD, "99")


def test_without_the_world_a_share_is_missing() -> None:
    frame = quietly(answer({}))
    assert frame["imports"].tolist() == [400.25]
    assert frame["share"].isna().all()
    zero = quietly(answer({"primaryValue": 0}, {"partnerCode": 0, "partnerISO": "W00", "primaryValue": 0}))
    assert zero["share"].isna().all()


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        (({"freqCode": "M", "period": "202201", "refMonth": 1},), "has only months"),
        (({"customsCode": "C01"},), "has only single customs procedures"),
        (({"typeCode": "S"},), "has only services"),
        (({"flowCode": "X"},), "has no imports .flowCode M., but X"),
        (({}, {"primaryValue": 1}), "MEX, USA, TOTAL, 2022 has two different figures"),
        (({"primaryValue": "much"},), "row 1, column primaryValue: 'much' is not a number"),
        (({"reporterCode": None},), "row 1, column reporterCode: '' is no code"),
        (({"refYear": 22},), "column refYear: '22' is no code"),
        (({"partnerCode": 0, "partnerISO": "W00"},), "with the World only"),
        (({"reporterCode": 97, "reporterISO": "EUR"},), "groups of countries, which aggregates=True reads"),
    ],
)
def test_what_is_refused(changes: tuple[dict[str, Any], ...], message: str) -> None:
    with pytest.raises(DataError, match=message):
        quietly(answer(*changes))


def test_a_missing_figure_is_missing() -> None:
    assert quietly(answer({"primaryValue": None}))["imports"].isna().all()


def test_a_preview_is_pointed_at() -> None:
    rows = [{"partnerCode": number, "partnerISO": None} for number in range(1000, 1500)]
    with pytest.warns(UserWarning, match="a preview is cut off"):
        read_comtrade(answer(*rows))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "is empty. Ask UN Comtrade again"),
        ("<html>", "a web page"),
        ("{", "not complete JSON"),
        ('{"count": 0, "data": [], "error": "bad key"}', "no records .bad key."),
        ('{"header": {}, "dataSets": []}', "SDMX"),
        ('[["CTY_CODE","GEN_VAL_MO","time"]]', "Census"),
        ("[1]", "no list of records"),
        ("Reporter,Partner,Product categories,Indicator Type,Indicator,2021\nMexico,World,a,b,c,1\n", "read_wits"),
        ("year,CTY_CODE,CTYNAME\n2020,1,x\n", "read_census"),
        ("refYear,reporterCode,flowCode\n2020,484,M\n", "lacks partnerCode, cmdCode, primaryValue"),
        ("a,b\n1,2\n", "lacks reporterCode"),
    ],
)
def test_other_content_is_refused_by_name(content: str, message: str) -> None:
    with pytest.raises(DataError, match=message):
        read_comtrade(io.StringIO(content))


@given(st.one_of(st.text(), st.binary()))
def test_any_other_content_is_a_data_error(content: str | bytes) -> None:
    buffer = io.StringIO(content) if isinstance(content, str) else io.BytesIO(content)
    with pytest.raises(DataError):
        read_comtrade(buffer)


@given(
    st.dictionaries(
        st.sampled_from(
            ["refYear", "reporterCode", "reporterISO", "partnerCode", "cmdCode", "primaryValue", "motCode"]
        ),
        st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5)),
    )
)
def test_any_other_record_is_read_or_a_data_error(change: dict[str, Any]) -> None:
    with contextlib.suppress(DataError):
        quietly(answer(change))
