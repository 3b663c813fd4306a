"""What a service refuses is told by its kind: the key, figures it does not have, a limit, the way to it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

import played as faults
import tradecontext as tc

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

    from played import Services

pytestmark = pytest.mark.filterwarnings("ignore:read_census left out")
COMTRADE, CENSUS_API, BEA, OECD, WITS = (
    "comtradeapi.un.org", "api.census.gov", "apps.bea.gov", "sdmx.oecd.org", "wits.worldbank.org",
)  # fmt: skip
KEY = "a-key-of-mine-1234"


def message(**said: Any) -> bytes:
    return json.dumps(said).encode()


def of_the_bea(text: str) -> bytes:
    return message(BEAAPI={"Results": {"Error": {"APIErrorCode": "3", "APIErrorDescription": text}}})


def status(code: int, body: bytes, **headers: str) -> Callable[..., faults.Reply]:
    return lambda *_: faults.Reply(body, code, headers)


CALLS: dict[str, tuple[str, Callable[[], object]]] = {
    COMTRADE: ("COMTRADE_API_KEY", lambda: tc.fetch.comtrade("MEX", "USA", years=2022)),
    CENSUS_API: ("CENSUS_API_KEY", lambda: tc.fetch.us_goods_trade(partners="MEX", years=2024, by_product="hs")),
    BEA: ("BEA_API_KEY", tc.fetch.us_balances),
}
REFUSED: dict[str, tuple[str, Any]] = {
    "Comtrade, 401": (COMTRADE, status(401, message(statusCode=401, message="Access denied due to invalid subscription key."))),
    "Comtrade, 401 in words": (COMTRADE, status(401, b"")),
    "Comtrade, 401 in an answer of 200": (COMTRADE, faults.instead(message(statusCode=401, message="missing subscription key"))),
    "Comtrade, as played": (COMTRADE, None),
    "the BEA": (BEA, None),
    "the BEA, other words": (BEA, faults.instead(of_the_bea("Invalid API UserId"))),
    "the BEA, a key that is not active": (BEA, faults.instead(of_the_bea(f"The UserID {KEY} is not active."))),
    "the Census API, a page": (CENSUS_API, faults.instead(b"<html><title>Invalid Key</title>A valid key must be included</html>")),
    "the Census API, a redirect": (CENSUS_API, faults.redirected_to_a_page),
    "the Census API, a redirect alone": (CENSUS_API, status(302, b"", Location="/data/invalid_key.html")),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_a_refused_key_is_named_and_not_printed(played: Services, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    host, fault = REFUSED[name]
    variable, call = CALLS[host]
    monkeypatch.setenv(variable, KEY)
    if fault:
        played.faulty(host, fault, for_ever=True)
    with pytest.raises(
        tc.DataError, match=f"the key in {variable} was refused by .*; check it, or get another at https:"
    ) as refusal:
        call()
    assert KEY not in str(refusal.value)
    assert "check the connection" not in str(refusal.value)


def test_a_short_word_that_is_no_key_is_not_repeated(played: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BEA_API_KEY", "hunter2")
    played.faulty(BEA, faults.instead(of_the_bea("UserID HUNTER2 does not exist")), for_ever=True)
    with pytest.raises(tc.DataError, match="the key in BEA_API_KEY was refused") as refusal:
        tc.fetch.us_balances()
    assert "hunter2" not in str(refusal.value).casefold()


def test_a_service_that_begins_to_ask_for_a_key_is_told(played: Services) -> None:
    played.faulty(
        COMTRADE, status(401, message(message="Access denied due to missing subscription key")), for_ever=True
    )
    with pytest.raises(
        tc.DataError, match=r"no figures without a key: .*put it into the environment variable COMTRADE"
    ):
        tc.fetch.comtrade("MEX", "USA", years=2022)


def test_a_used_up_limit_is_no_refused_key(played: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMTRADE_API_KEY", KEY)
    body = message(statusCode=403, message="Out of call volume quota. Quota will be replenished in 10:20:30.")
    played.faulty(COMTRADE, status(403, body), for_ever=True)
    with pytest.raises(tc.DataError, match=r"'Out of call volume quota.*; try again later") as refusal:
        tc.fetch.comtrade("MEX", "USA", years=2022)
    assert "refused" not in str(refusal.value)


def test_a_damaged_key_does_not_give_an_old_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BEA_API_KEY", "a-good-key")
    tc.fetch.us_balances()
    monkeypatch.setenv("BEA_API_KEY", "a-good\nkey")
    with pytest.raises(tc.DataError, match="BEA_API_KEY is no key"):
        tc.fetch.us_balances(partners="MEX")


NOTHING: dict[str, tuple[Callable[[], object], str]] = {
    "WITS, one": (lambda: tc.fetch.input_shares("DEU"), "WITS has no imports of intermediate goods from USA by DEU; check"),
    "WITS, some": (
        lambda: tc.fetch.input_shares(["DEU", "MEX", "FRA"]),
        r"from USA by DEU, FRA; leave them out: partners=\['MEX'\]",
    ),
    "WITS, years": (lambda: tc.fetch.input_shares("MEX", years=1990), "from USA by MEX for 1990; check partners and years"),
    "advantage": (
        lambda: tc.fetch.rca_intermediate_goods(["USA", "DEU", "MEX"]),
        r"no exports of intermediate goods by DEU; leave it out: partners=\['USA', 'MEX'\]",
    ),
    "advantage, years": (lambda: tc.fetch.rca_intermediate_goods("USA", years=2012), "by USA for 2012; check"),
    "Comtrade, partners": (
        lambda: tc.fetch.comtrade("MEX", ["USA", "CAN", "FRA"], years=(2020, 2022)),
        r"UN Comtrade has no imports of MEX from CAN, FRA for 2020 to 2022; leave them out: partners=\['USA'\]",
    ),
    "Comtrade, reporter": (
        lambda: tc.fetch.comtrade(["MEX", "DEU"], "USA", years=2022),
        r"no imports reported by DEU for 2022; leave it out: reporter=\['MEX'\]",
    ),
    "Comtrade, world alone": (
        lambda: tc.fetch.comtrade("MEX", "CAN", years=2022),
        "UN Comtrade has no imports of MEX from CAN for 2022; check partners and years",
    ),
    "the workbook": (
        lambda: tc.fetch.us_goods_trade(partners=["MEX", "FRA", "DEU"], years=2024),
        r"the US Census Bureau has no goods trade with DEU, FRA for 2024; leave them out: partners=\['MEX'\]",
    ),
    "the BEA": (
        lambda: tc.fetch.us_balances("goods", ["MEX", "FRA"]),
        r"Economic Analysis has no balances in goods with FRA; leave it out: partners=\['MEX'\]",
    ),
    "the Census API": (
        lambda: tc.fetch.us_goods_trade(partners=["MEX", "CAN"], years=2024, duties=True),
        r"no duties on imports from CAN for 2024; leave it out: partners=\['MEX'\]",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", NOTHING)
def test_all_countries_without_records_are_named_at_once(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    for variable in ("BEA_API_KEY", "CENSUS_API_KEY"):
        monkeypatch.setenv(variable, "a-good-key")
    call, said = NOTHING[name]
    with pytest.raises(tc.DataError, match=said) as refusal:
        call()
    assert not re.search("connection|world=|read_", str(refusal.value))


def test_a_partner_that_tiva_does_not_have_is_named(played: Services) -> None:
    def without_france(_asked: object, reply: faults.Reply) -> faults.Reply:
        lines = reply.body.decode().splitlines(keepends=True)
        return faults.Reply("".join(each for each in lines if "FRA" not in each).encode())

    played.faulty(OECD, without_france, for_ever=True)
    with pytest.raises(tc.DataError, match=r"the OECD has no trade of USA with FRA; leave it out: partners=\['MEX'\]"):
        tc.fetch.tiva(["MEX", "FRA"])
    played.faulty(OECD, status(404, b"NoRecordsFound"), for_ever=True)
    with pytest.raises(tc.DataError, match="the OECD has no trade of USA with CAN for 1995 to 2022; check partners"):
        tc.fetch.tiva("CAN")


def test_a_year_that_comtrade_does_not_have_yet_does_not_stop_the_others(played: Services) -> None:
    def without_2022(_asked: object, reply: faults.Reply) -> faults.Reply:
        answer = json.loads(reply.body)
        answer["data"] = [each for each in answer["data"] if each["period"] != "2022"]
        return faults.Reply(json.dumps(answer).encode())

    played.faulty(COMTRADE, without_2022, for_ever=True)
    with pytest.warns(UserWarning, match="UN Comtrade has no figures of 2022"):
        frame = tc.fetch.comtrade("MEX", "USA", years=(2010, 2022))
    assert frame["year"].tolist() == list(range(2010, 2022))


def test_the_other_side_that_reports_nothing_leaves_mirror_blank(played: Services) -> None:
    def no_exports(asked: faults.Asked, reply: faults.Reply) -> faults.Reply:
        return faults.Reply(message(count=0, data=[], error="")) if asked.query["flowCode"] == "X" else reply

    played.faulty(COMTRADE, no_exports, for_ever=True)
    with pytest.warns(UserWarning, match="no exports reported by USA: mirror is blank"):
        (row,) = tc.fetch.comtrade("MEX", "USA", years=2022, mirror=True).to_dict("records")
    assert row["imports"] == 50.0
    assert row["mirror"] != row["mirror"]


def test_months_without_trade_do_not_refuse_a_year_that_is_long_over(
    played: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CENSUS_API_KEY", "a-good-key")

    def to_september(_asked: object, reply: faults.Reply) -> faults.Reply:
        head, *rows = json.loads(reply.body)
        place = head.index("time")
        return faults.Reply(json.dumps([head, *(each for each in rows if each[place][5:] < "10")]).encode())

    played.faulty(CENSUS_API, to_september, for_ever=True)
    with pytest.warns(UserWarning, match="CTY_CODE 2010 in 2020-10, 2020-11, 2020-12: counted as months without trade"):
        (row,) = tc.fetch.us_goods_trade(partners="MEX", years=2020, duties=True).to_dict("records")
    assert row["duties"] == 9 * 45
    with pytest.raises(tc.DataError, match=r"only to \d{4}-09 as yet; ask for years=20"):
        tc.fetch.us_goods_trade(partners="MEX", duties=True)


OLDER: dict[str, tuple[Callable[[], object], str]] = {
    "www.census.gov": (tc.fetch.us_goods_trade, "us_goods_trade"),
    WITS: (lambda: tc.fetch.rca_intermediate_goods("USA"), "rca_intermediate_goods"),
    OECD: (lambda: tc.fetch.tiva("MEX"), "value_added_balances"),
}


@pytest.mark.slow
@pytest.mark.parametrize("host", OLDER)
def test_the_older_figures_that_there_are_of_the_same_are_named_with_their_last_year(
    played: Services, host: str
) -> None:
    call, name = OLDER[host]
    played.faulty(host, faults.refused(500), for_ever=True)
    last = getattr(tc.data, name)()["year"].max()
    with pytest.raises(tc.DataError, match=rf"the figures of tradecontext\.data\.{name}\(\), which end in {last}"):
        call()


@pytest.mark.slow
def test_where_there_are_no_older_figures_of_the_same_none_are_named(
    played: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    others: dict[str, Callable[[], object]] = {host: call for host, (_, call) in CALLS.items()}
    others |= {WITS: lambda: tc.fetch.input_shares("MEX"), "webfs-sti.oecd.org": lambda: tc.fetch.icio(2022)}
    for host, call in others.items():
        if host in CALLS:
            monkeypatch.setenv(CALLS[host][0], "a-good-key")
        played.faulty(host, faults.refused(500), for_ever=True)
        with pytest.raises(tc.DataError, match=r"gave no figures: .*; try again later") as refusal:
            call()
        assert "tradecontext.data" not in str(refusal.value)


DAMAGED: dict[str, tuple[str, bytes, Callable[[], pd.DataFrame]]] = {
    "WITS": (WITS, b'{"dataSets": [{"series": {"0:9": {}}}], "structure": {}}', lambda: tc.fetch.input_shares("MEX")),
    "Comtrade": (COMTRADE, b'{"data": [{"x": 1}]}', lambda: tc.fetch.comtrade("MEX", "USA", years=2022)),
    "TiVA": (OECD, b"a,b,c,d\n1,2,3,4\n", lambda: tc.fetch.tiva("MEX")),
    "the BEA": (BEA, b'{"BEAAPI": {"Results": {"Data": [{}]}}}', tc.fetch.us_balances),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", DAMAGED)
def test_an_answer_of_which_no_frame_can_be_made_is_asked_for_again(
    played: Services, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("BEA_API_KEY", "a-good-key")
    host, body, call = DAMAGED[name]
    played.faulty(host, faults.instead(body), for_ever=True)
    with pytest.raises(tc.DataError):
        call()
    played.faults.clear()
    assert len(call())


@pytest.mark.parametrize("body", [b'{"data": null}', b'{"count": 0, "data": [], "error": ""}', b"[]"])
def test_a_list_without_records_is_told_as_that(played: Services, body: bytes) -> None:
    played.faulty(COMTRADE, faults.instead(body), for_ever=True)
    with pytest.raises(tc.DataError, match="no imports reported by MEX for 2022; check reporter and years"):
        tc.fetch.comtrade("MEX", "USA", years=2022)


def test_a_workbook_without_a_partner_is_not_asked_for_again(played: Services) -> None:
    for _ in range(2):
        with pytest.raises(tc.DataError, match="no goods trade with FRA"):
            tc.fetch.us_goods_trade(partners="FRA")
    assert len(played.seen) == 1
