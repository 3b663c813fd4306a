"""Intermediate goods added up from UN Comtrade's codes of BEC, parts of a flow, and groups among partners."""

from __future__ import annotations

import io
import json
import warnings
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import tradecontext as tc
from tradecontext.errors import DataError
from tradecontext.readers import read_comtrade

RAW = Path(__file__).parents[3] / "shared/raw"
BEC4 = ("111", "121", "21", "22", "31", "322", "42", "53")
BEC5 = tuple(f"{category}11" for category in range(1, 9))
PARTNERS = {"WLD": (0, "W00"), "USA": (842, "USA"), "CHN": (156, "CHN"), "DEU": (276, "DEU"), "EUN": (97, "EUR")}


def quietly(*args: Any, **options: Any) -> pd.DataFrame:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        return read_comtrade(*args, **options)


def record(partner: str, value: float | None, code: str = "TOTAL", **changes: Any) -> dict[str, Any]:
    """Return a made-up record of Mexico's imports in the shape of a genuine one."""
    number, iso = PARTNERS[partner]
    return {
        "typeCode": "C", "freqCode": "A", "refYear": 2022, "refMonth": 52, "period": "2022", "reporterCode": 484,
        "reporterISO": "MEX", "flowCode": "M", "partnerCode": number, "partnerISO": iso, "partner2Code": 0,
        "classificationCode": "B4", "cmdCode": code, "customsCode": "C00", "motCode": 0, "primaryValue": value,
    } | changes  # fmt: skip


def answer(*records: dict[str, Any]) -> io.StringIO:
    return io.StringIO(json.dumps({"count": len(records), "data": list(records), "error": ""}))


def eight(partner: str, values: dict[str, float], **changes: Any) -> list[dict[str, Any]]:
    return [record(partner, value, code, **changes) for code, value in values.items()]


WORLD = eight("WLD", dict.fromkeys(BEC4, 100.0))


# --- intermediate goods ----------------------------------------------------------------------------------


def test_eight_codes_are_added_up() -> None:
    some = {"111": 10.0, "22": 70.0, "53": 40.0}
    other = [record("USA", 500.0, "321"), record("WLD", 900.0, "321"), record("WLD", 5000.0)]
    with pytest.warns(UserWarning, match=r"other products \(321, TOTAL\)"):
        frame = read_comtrade(answer(*WORLD, *eight("USA", some), *other), intermediate=True)
    assert frame[["supplier", "product", "imports", "world_imports", "share"]].to_numpy().tolist() == [
        ["USA", "Intermediate goods", 120.0, 800.0, 0.15]
    ], "a code that a supplier lacks is no trade in it"
    assert set(frame["definition"]) == {"comtrade_imports_intermediate_goods_bec4"}
    drawn = tc.InputReliance(frame).spec["frame"]
    assert "Mexico was 15.0%" in drawn["headline"]
    assert "Broad Economic Categories, rev. 4" in drawn["sources"][0]["text"]
    assert any("motor spirit and passenger cars are not" in note for note in drawn["notes"])


def test_revision_5_is_read_as_such() -> None:
    rows = [
        *eight("WLD", dict.fromkeys(BEC5, 50.0), classificationCode="B5"),
        *eight("USA", {"111": 20.0, "511": 40.0, "1111": 20.0, "121": 9.0}, classificationCode="B5"),
    ]
    frame = quietly(answer(*rows), intermediate=True)
    assert frame[["imports", "share"]].to_numpy().tolist() == [[60.0, 0.15]], "not the parts of 111, nor services"
    assert set(frame["definition"]) == {"comtrade_imports_intermediate_goods_bec5"}
    with pytest.raises(DataError, match="two revisions of BEC"):
        quietly(answer(*rows, *WORLD), intermediate=True)


def test_what_has_no_eight_codes_is_refused() -> None:
    short = [each for each in WORLD if each["cmdCode"] not in {"31", "322"}]
    us = eight("USA", {"111": 1.0})
    for rows, message in (
        ([*short, *us], "MEX, 2022 has no row of BEC 31, 322; .*ask for all of them"),
        ([*short, *us, *eight("USA", {"31": 1.0, "322": 1.0})], "MEX, 2022 with the World has no row of BEC 31, 322"),
        ([record("USA", 1.0, "TOTAL", classificationCode="H6")], "no codes of BEC .its classifications: H6.*B4"),
        ([record("USA", 1.0)], "BEC codes 111, 121.* are not in the file"),
        ([*WORLD, *eight("USA", {"111": 1.0}), *eight("USA", {"111": 2.0})], "USA, 111, 2022 has two different"),
    ):
        with pytest.raises(DataError, match=message):
            quietly(answer(*rows), intermediate=True)
    with pytest.raises(DataError, match="product='111' and intermediate=True"):
        quietly(answer(*WORLD), "111", intermediate=True)


def test_a_missing_figure_makes_the_sum_missing() -> None:
    rows = [*WORLD, record("USA", 7.0, "111"), record("USA", None, "22"), record("CHN", 4.0, "22")]
    frame = quietly(answer(*rows), intermediate=True).set_index("supplier")
    assert pd.isna(frame.loc["USA", "imports"])
    assert frame.loc["CHN", "share"] == 0.005


@pytest.mark.slow
@settings(max_examples=20)
@given(st.dictionaries(st.sampled_from(BEC4), st.integers(0, 100), min_size=1))
def test_the_sum_is_that_of_the_codes(values: dict[str, int]) -> None:
    rows = [*WORLD, *eight("USA", {code: float(value) for code, value in values.items()})]
    frame = quietly(answer(*rows), intermediate=True)
    assert frame["imports"].tolist() == [sum(values.values())]
    assert frame["share"].tolist() == [sum(values.values()) / 800]


# --- what a flow is made of ------------------------------------------------------------------------------


def test_suppliers_larger_than_the_world_are_refused() -> None:
    with pytest.raises(DataError, match="MEX, TOTAL, 2022 has suppliers of 180 together, and 100 with the World"):
        quietly(answer(record("USA", 90.0), record("CHN", 90.0), record("WLD", 100.0)))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("part", "words"),
    [
        ({"partner2Code": 842}, "single second partners"),
        ({"partner2Code": None, "partner2ISO": "USA"}, "single second partners"),
        ({"customsCode": "C04"}, "single customs procedures"),
        ({"customsCode": None, "customsDesc": "Import for home use"}, "single customs procedures"),
        ({"motCode": 2100}, "single modes of transport"),
        ({"motCode": None, "motDesc": "Sea"}, "single modes of transport"),
    ],
)
def test_parts_of_a_flow_are_left_out(part: dict[str, Any], words: str) -> None:
    whole = [record("USA", 60.0), record("WLD", 100.0)]
    frame = quietly(answer(*whole, record("USA", 40.0, **part), record("WLD", 70.0, **part)))
    assert frame["share"].tolist() == [0.6]
    assert any(words in line for line in frame.attrs["left_out"])
    with pytest.raises(DataError, match=f"only {words}.*partner2Code=0"):
        quietly(answer(record("USA", 40.0, **part)))
    frame = quietly(answer(*whole, record("CHN", 5.0, **part)))
    assert frame["supplier"].tolist() == ["USA"]
    assert any("flows that have rows of parts but no total (1)" in line for line in frame.attrs["left_out"])


def test_a_group_is_no_supplier() -> None:
    rows = [record("WLD", 100.0), record("DEU", 30.0), record("EUN", 80.0)]
    with pytest.warns(UserWarning, match="imports with groups of countries"):
        frame = read_comtrade(answer(*rows))
    assert frame["supplier"].tolist() == ["DEU"]


def test_all_faults_of_an_answer_are_told_at_once() -> None:
    rows = [record("USA", 1.0, refYear=22), record("CHN", 1.0, reporterCode=None), record("DEU", 1.0, primaryValue="x")]
    with pytest.raises(
        DataError, match=r"row 1, column refYear.*row 2, column reporterCode.*row 3, column primaryValue"
    ):
        quietly(answer(*rows))


def test_a_table_that_other_software_saved() -> None:
    """As the R package comtradr writes it: the same columns in snake case."""
    names = {"partner2Code": "partner_2_code"}
    rows = pd.DataFrame([record("USA", 60.0), record("WLD", 100.0)])
    snake = rows.rename(
        columns=lambda name: names.get(name, "".join(f"_{c.lower()}" if c.isupper() else c for c in name))
    ).rename(columns={"reporter_i_s_o": "reporter_iso", "partner_i_s_o": "partner_iso"})
    frame = quietly(io.StringIO(snake.to_csv(index=False)))
    assert frame[["partner", "supplier", "share"]].to_numpy().tolist() == [["MEX", "USA", 0.6]]
    both = snake.assign(cmdCode="TOTAL")
    with pytest.raises(DataError, match="that other software saved with two columns for cmdCode"):
        quietly(io.StringIO(both.to_csv(index=False)))


def test_what_the_service_says_is_told() -> None:
    with pytest.raises(DataError, match="the service says 'Access denied"):
        read_comtrade(io.StringIO('{"statusCode": 401, "message": "Access denied due to missing subscription key."}'))


@pytest.mark.skipif(not RAW.exists(), reason="the genuine files are not beside the repository")
def test_the_genuine_answer() -> None:
    file = RAW / "api/comtrade_HS-5e2730.json"
    written = {
        (each["flowCode"], each["partnerISO"]): each["primaryValue"]
        for each in json.loads(file.read_text("utf-8"))["data"]
    }
    for flow, code, side in (("imports", "M", "supplier"), ("exports", "X", "market")):
        frame = quietly(file, flow=flow)
        assert set(frame["partner"]) == {"CHN"}
        assert set(frame["year"]) == {2010}
        figures = dict(zip(frame[side], frame[flow], strict=True))
        assert figures == {partner: written[code, partner] for partner in ("ARG", "DEU")}
        assert frame["share"].isna().all()
