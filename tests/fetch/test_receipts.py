"""Receipts of answers: what is in them, and how they come from fetched figures into the sources of a chart."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import pandas as pd
import pytest

import tradecontext as tc
from fetch.kept_answers import kept
from tradecontext.intake import receipts

if TYPE_CHECKING:
    from played import Services

pytestmark = pytest.mark.filterwarnings("ignore:read_census left out")


def test_a_receipt_has_address_time_and_digest_of_the_raw_answer(played: Services) -> None:
    frame = tc.fetch.us_goods_trade(years=2024)
    (name,) = frame["receipt"].unique()
    (receipt,) = receipts.read(name)
    assert receipt.url == "https://www.census.gov/foreign-trade/balance/country.xlsx"
    assert receipt.service == "US Census Bureau"
    assert receipt.terms.startswith("https://www.census.gov/")
    assert receipt.sha256 == hashlib.sha256(played.answers.workbook).hexdigest()
    assert [file.read_bytes() for file in kept()] == [played.answers.workbook]
    assert frame["vintage"].unique().tolist() == [f"retrieved {receipt.day}"]


def test_receipts_go_through_merge_and_concat_into_the_sources(played: Services) -> None:
    one, other = (tc.fetch.us_goods_trade(partners=code, years=2024) for code in ("MEX", "CAN"))
    both = pd.concat([one, other])
    named = pd.DataFrame({"partner": ["MEX", "CAN"], "receipt": ["not one", "not one"]})
    merged = both.merge(named, on="partner")
    for frame in (both, merged):
        (line,) = tc.DeficitRanking(frame, year=2024).spec["frame"]["sources"]
        assert {each["sha256"] for each in line["receipts"]} == {hashlib.sha256(played.answers.workbook).hexdigest()}
        assert all(each["time"].startswith(line["vintage"].removeprefix("retrieved ")) for each in line["receipts"])


def test_the_source_says_the_day_in_the_reader_s_language() -> None:
    frame = tc.fetch.us_goods_trade(years=2024).assign(vintage="retrieved 2026-11-29")
    texts = {
        tag: tc.DeficitRanking(frame, year=2024, locale=tag).spec["frame"]["sources"][0]["text"] for tag in ("en", "es")
    }
    assert texts["en"].endswith("retrieved November 29, 2026")
    assert texts["es"].endswith("consultado el 29 de noviembre de 2026")


def test_two_days_are_two_vintages_that_no_chart_mixes() -> None:
    frame = tc.fetch.us_goods_trade(years=2024)
    frame["vintage"] = ["retrieved 2026-11-28", *["retrieved 2026-11-29"] * (len(frame) - 1)]
    with pytest.raises(tc.DataError, match="two vintages in one measure"):
        tc.DeficitRanking(frame, year=2024)


def test_a_computed_share_keeps_the_receipt() -> None:
    shares = tc.fetch.input_shares(["MEX", "CAN"], years=(2017, 2022))
    average = tc.measures.average_share(shares)
    assert average["receipt"].unique().tolist() == shares["receipt"].unique().tolist()
    (line,) = tc.InputReliance(average).spec["frame"]["sources"]
    assert len(line["receipts"]) == 4


def test_a_frame_of_a_changed_receipt_has_no_receipt() -> None:
    frame = tc.fetch.us_goods_trade(years=2024)
    (name,) = frame["receipt"].unique()
    file = receipts.folder() / "receipts" / f"{name}.json"
    told = json.loads(file.read_text())
    told[0]["time"] = "2020-01-01T00:00:00Z"
    file.write_text(json.dumps(told))
    assert receipts.read(name) == ()
    with pytest.warns(UserWarning, match="no longer kept"):
        (line,) = tc.DeficitRanking(frame, year=2024).spec["frame"]["sources"]
    assert "receipts" not in line


def test_an_address_of_many_partners_fits_into_a_spec() -> None:
    spec = tc.InputReliance(tc.fetch.input_shares("MEX")).spec
    spec["frame"]["sources"][0]["receipts"][0]["url"] += "&more=" + "+".join(["MEX"] * 1500)
    assert tc.from_spec(spec).spec == spec
