"""UN Comtrade, the OECD and the BEA, played."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

import pytest

import played as faults
import tradecontext as tc
from tradecontext.intake import receipts

if TYPE_CHECKING:
    from played import Services


def test_comtrade_without_a_key_is_a_preview(played: Services) -> None:
    frame = tc.fetch.comtrade("MEX", "USA", years=(2020, 2022))
    assert frame["share"].tolist() == [0.5, 0.5, 0.5]
    assert [asked.path for asked in played.seen] == ["/public/v1/preview/C/A/HS"]
    query = played.seen[0].query
    assert (query["customsCode"], query["motCode"], query["partner2Code"]) == ("C00", "0", "0")


def test_comtrade_adds_up_intermediate_goods_for_the_chart() -> None:
    frame = tc.fetch.comtrade("MEX", "USA", years=(2020, 2022), intermediate=True)
    assert frame["imports"].tolist() == [400.0, 400.0, 400.0]
    (line,) = tc.InputReliance(frame).spec["frame"]["sources"]
    assert line["definition"] == "comtrade_imports_intermediate_goods_bec4"
    assert line["receipts"]


def test_comtrade_with_a_key_sends_it_in_a_header_alone(played: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMTRADE_API_KEY", "a-good-key")
    tc.fetch.comtrade("MEX", "USA", years=(2000, 2022))
    assert {asked.path for asked in played.seen} == {"/data/v1/get/C/A/HS"}
    assert [len(asked.query["period"].split(",")) for asked in played.seen] == [12, 11]
    assert all("key" not in name.lower() for asked in played.seen for name in asked.query)


def test_a_year_without_a_total_has_no_share_and_a_reason(played: Services) -> None:
    def without_the_world(_asked: object, reply: faults.Reply) -> faults.Reply:
        answer = json.loads(reply.body)
        answer["data"] = [each for each in answer["data"] if (each["partnerCode"], each["period"]) != (0, "2021")]
        return faults.Reply(json.dumps(answer).encode())

    played.faulty("comtradeapi.un.org", without_the_world, for_ever=True)
    with pytest.warns(UserWarning, match="UN Comtrade has no total of all partners for 2021: shares are blank"):
        frame = tc.fetch.comtrade("MEX", "USA", years=(2021, 2022))
    assert frame["share"].isna().tolist() == [True, False]


def test_both_sides_of_one_flow() -> None:
    (row,) = tc.fetch.comtrade("MEX", "USA", years=2022, mirror=True).to_dict("records")
    assert (row["imports"], row["mirror"]) == (50.0, 47.0)


def test_more_than_a_preview_is_refused_beforehand(played: Services) -> None:
    everyone = tc.data.partners()["partner"].head(100).tolist()
    with pytest.raises(tc.DataError, match="COMTRADE_API_KEY"):
        tc.fetch.comtrade("MEX", everyone, years=2022, intermediate=True)
    assert not played.seen


def test_tiva_draws_content_and_balances_without_a_table() -> None:
    frame = tc.fetch.tiva("MEX")
    assert (frame["year"].min(), frame["year"].max()) == (1995, 2022)
    row = frame.iloc[-1]
    assert (row["balance"], row["value_added_balance"]) == (-100e6, -50e6)
    assert row[[f"imports_{who}_content" for who in ("reporter", "partner", "third")]].tolist() == [60e6, 100e6, 40e6]
    assert row[[f"exports_{who}_content" for who in ("reporter", "partner", "third")]].tolist() == [80e6, 5e6, 15e6]
    for view in ("content", "value_added"):
        chart = tc.AdjustedBalance(frame, view=view, year=2022)
        assert chart.spec["frame"]["sources"][0]["text"].startswith("OECD, Trade in Value Added (TiVA)")


def test_tiva_that_fails_for_all_is_told(played: Services) -> None:
    played.faulty("sdmx.oecd.org", faults.refused(403), for_ever=True)
    with pytest.raises(tc.DataError, match="the OECD gave no figures: the request is refused"):
        tc.fetch.tiva("MEX")
    with pytest.raises(tc.DataError, match="the reporter itself"):
        tc.fetch.tiva(["USA"])


def test_a_table_is_downloaded_once_and_taken_up_where_it_stopped(
    played: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tradecontext.fetch.download._CHUNK", 256)
    played.faulty("webfs-sti.oecd.org", faults.broken_off)
    table = tc.fetch.icio(2022)
    assert [asked.headers.get("Range") is not None for asked in played.seen] == [False, True]
    assert table.year == 2022
    whole = played.answers.of(played.seen[0])
    (line,) = tc.AdjustedBalance(table, view="bridge", country="MEX").spec["frame"]["sources"]
    assert line["text"].startswith("OECD")
    assert "retrieved " in line["text"]
    assert [each["sha256"] for each in line["receipts"]] == [hashlib.sha256(whole).hexdigest()]
    tc.fetch.icio(2022)
    assert len(played.seen) == 2


def test_a_table_that_is_none_is_not_kept(played: Services) -> None:
    played.faulty("webfs-sti.oecd.org", faults.a_page, for_ever=True)
    with pytest.raises(tc.DataError, match="not a zip, or is damaged"):
        tc.fetch.icio(2022)
    assert {file.suffix for file in (receipts.folder() / "files").iterdir()} == {".lock"}
    with pytest.raises(tc.DataError, match="1995 to 2022"):
        tc.fetch.icio(2024)


def test_the_bea_has_goods_services_and_both(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BEA_API_KEY", "a-good-key")
    frame = tc.fetch.us_balances("services")
    assert frame[["partner", "year", "exports", "imports", "balance"]].to_numpy().tolist() == [
        ["KOR", 2024, 330e9, 500e9, -170e9],
        ["MEX", 2024, 330e9, 500e9, -170e9],
    ]
    assert "services trade with" in tc.DeficitRanking(frame, year=2024).spec["frame"]["subtitle"]
    assert "services trade balance" in tc.BalanceOverTime(frame, partners=["MEX"]).spec["frame"]["subtitle"]
    tc.DeficitRanking(tc.fetch.us_balances("both"), year=2024)


def test_an_error_inside_an_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(tc.DataError, match=r"apps\.bea\.gov/api/signup"):
        tc.fetch.us_balances()
    monkeypatch.setenv("BEA_API_KEY", "a-bad-one")
    with pytest.raises(tc.DataError, match="UserID provided is not valid"):
        tc.fetch.us_balances()


def test_figures_of_another_table_or_unit_are_refused(played: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BEA_API_KEY", "a-good-key")

    def instead(before: bytes, now: bytes) -> Any:
        return lambda _asked, reply: faults.Reply(reply.body.replace(before, now))

    played.faulty("apps.bea.gov", instead(b'"CL_UNIT": "USD"', b'"CL_UNIT": "EUR"'), for_ever=True)
    with pytest.raises(tc.DataError, match="is not an answer of the BEA about international transactions"):
        tc.fetch.us_balances()
    played.faulty("sdmx.oecd.org", instead(b",_T,MEX,USD,", b",C10T12,MEX,USD,"), for_ever=True)
    with pytest.raises(tc.DataError, match="of activity C10T12"):
        tc.fetch.tiva("MEX", years=2022)
    played.faulty("sdmx.oecd.org", instead(b"2022,200,6", b"2022,200,3"), for_ever=True)
    with pytest.raises(tc.DataError, match="has 3 and 6: amounts of one table have one unit"):
        tc.fetch.tiva("MEX", years=2022)


def test_a_balance_counts_where_the_bea_withholds_a_flow(played: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BEA_API_KEY", "a-good-key")

    def withheld(_asked: object, reply: faults.Reply) -> faults.Reply:
        return faults.Reply(reply.body.replace(b'"330,000"', b'"(D)"', 1))

    played.faulty("apps.bea.gov", withheld, for_ever=True)
    frame = tc.fetch.us_balances("goods", partners=["MEX", "KOR"], years=2024)
    assert frame["exports"].isna().sum() == 1
    rows = tc.DeficitRanking(frame, total=True).spec["rows"]
    assert [row["text"] for row in rows] == ["170.0", "170.0", "340.0"]
