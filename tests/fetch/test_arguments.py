"""Arguments are read in one way by all calls, and what is wrong with one is told with what is taken."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import pytest

import tradecontext as tc

if TYPE_CHECKING:
    from collections.abc import Callable

    from played import Services

pytestmark = pytest.mark.filterwarnings("ignore:read_census left out")

ONE_YEAR = (2024, 2024.0, "2024", " 2024 ", np.int64(2024), np.float64(2024), pd.Period("2024"), [2024], (2024, 2024))


@pytest.mark.parametrize("years", ONE_YEAR, ids=repr)
def test_a_year_may_be_written_in_many_ways(years: Any) -> None:
    assert tc.fetch.us_goods_trade(years=years)["year"].unique().tolist() == [2024]


def test_a_year_written_in_another_way_is_the_same_call(played: Services) -> None:
    recipes = [tc.fetch.us_goods_trade(years=each, partners="Mexico").attrs["recipe"] for each in ONE_YEAR[:7]]
    assert all(each == recipes[0] for each in recipes)
    assert recipes[0]["arguments"] == {"years": 2024, "partners": ["MEX"]}
    assert len(played.seen) == 1


@pytest.mark.slow
@pytest.mark.parametrize(
    ("years", "there"),
    [
        ((2017, 2022), [2017, 2018, 2019, 2020, 2021, 2022]),
        ("2017/2022", [2017, 2018, 2019, 2020, 2021, 2022]),
        ([2022, 2017], [2017, 2022]),
        ({2022, 2017}, [2017, 2022]),
        (range(2017, 2020), [2017, 2018, 2019]),
        (pd.Series([2017, 2022, 2022]), [2017, 2022]),
        (np.array([2017, 2022]), [2017, 2022]),
    ],
    ids=repr,
)
def test_a_tuple_is_a_first_and_a_last_year_and_a_list_is_exactly_its_years(years: Any, there: list[int]) -> None:
    frames = [
        tc.fetch.input_shares("MEX", years=years),
        tc.fetch.comtrade("MEX", "USA", years=years),
        tc.fetch.tiva("MEX", years=years),
    ]
    assert [sorted(frame["year"].unique()) for frame in frames] == [there] * 3


def test_a_chart_of_single_years_is_made_again_of_the_same() -> None:
    spec = tc.InputReliance(tc.fetch.input_shares(["MEX", "CAN"], years=[2017, 2022])).spec
    assert json.loads(spec["frame"]["recipe"]["arguments"])["years"] == [2017, 2022]
    again = tc.fetch.input_shares(**json.loads(spec["frame"]["recipe"]["arguments"]))
    assert again["year"].unique().tolist() == [2017, 2022]


@pytest.mark.slow
def test_an_open_end_is_the_last_year_that_there_is(recwarn: pytest.WarningsRecorder) -> None:
    assert sorted(tc.fetch.us_goods_trade(years=(2011, None))["year"].unique()) == [2011, 2023, 2024]
    assert tc.fetch.tiva("MEX", years=(2020, None))["year"].tolist() == [2020, 2021, 2022]
    assert tc.fetch.tiva("MEX", years=(None, 1996))["year"].tolist() == [1995, 1996]
    assert not [each for each in recwarn if "read_census" not in str(each.message)]


NO_YEARS: dict[str, Any] = {
    "a part": 2024.5, "true": True, "nan": float("nan"), "NA": pd.NA, "a month": "2024-01", "a word": "all",
    "a month of pandas": pd.Period("2024-01"), "a day": pd.Timestamp("2024-01-01"), "none": [], "no ends": (None, None),
    "one end": (2024,), "three": (2022, 2023, 2024), "a mapping": {2024: 1}, "a slice": slice(2015, 2020),
    "None in a list": [2024, None], "a frame": pd.DataFrame({"year": [2024]}), "nested": [[2024]], "small": 24,
}  # fmt: skip


@pytest.mark.parametrize("name", NO_YEARS)
def test_what_is_no_year_is_refused_with_what_is_taken(played: Services, name: str) -> None:
    for call in CALLS_OF_YEARS:
        with pytest.raises(tc.DataError, match=r"years.*a year \(2024\), a tuple of a first and a last one"):
            call(NO_YEARS[name])
    assert not played.seen


CALLS_OF_YEARS: list[Callable[[Any], object]] = [
    lambda years: tc.fetch.us_goods_trade(years=years),
    lambda years: tc.fetch.us_goods_trade(years=years, partners="MEX", duties=True),
    lambda years: tc.fetch.input_shares("MEX", years=years),
    lambda years: tc.fetch.rca_intermediate_goods("MEX", years=years),
    lambda years: tc.fetch.comtrade("MEX", "USA", years=years),
    lambda years: tc.fetch.tiva("MEX", years=years),
    lambda years: tc.fetch.us_balances(years=years),
]


@pytest.mark.parametrize("years", [2100, 1900, (2000, 2100), [2010, 2100], "2100", (2099, None)], ids=repr)
def test_a_year_that_no_service_has_is_refused_with_those_it_has(played: Services, years: Any) -> None:
    for call in CALLS_OF_YEARS:
        with pytest.raises(tc.DataError, match=r"years: .* has figures of \d{4} to \d{4}, not of"):
            call(years)
    assert not played.seen


def test_the_years_of_tiva_are_named() -> None:
    with pytest.raises(tc.DataError, match="the OECD has figures of 1995 to 2022, not of 2023 to 2024"):
        tc.fetch.tiva("MEX", years=(2020, 2024))
    with pytest.raises(tc.DataError, match="the first year is after the last"):
        tc.fetch.tiva("MEX", years=(2022, 2020))


@pytest.mark.slow
@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("years", [2024, {2024}, range(2023, 2025), (2023, 2024)])
def test_who_asks_for_certain_years_is_not_told_of_another(years: Any) -> None:
    assert tc.fetch.us_goods_trade(years=years)["year"].max() == 2024


@pytest.mark.slow
def test_a_year_that_is_not_there_yet_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.warns(UserWarning, match="the US Census Bureau has no figures of 2025: .*by='month'"):
        assert tc.fetch.us_goods_trade(years=(2023, 2025))["year"].max() == 2024
    with pytest.raises(tc.DataError, match="no figures of 2025 yet; it has complete years from 2003 to 2024"):
        tc.fetch.us_goods_trade(years=2025)
    with pytest.warns(UserWarning, match="World Bank WITS has no figures of 2022 to 2023"):
        tc.fetch.rca_intermediate_goods("USA", years=(2017, 2023))
    monkeypatch.setenv("BEA_API_KEY", "a-good-key")
    with pytest.warns(UserWarning, match="the US Bureau of Economic Analysis has no figures of 2020"):
        tc.fetch.us_balances(years=[2020, 2024])


WRONG: dict[str, tuple[Callable[[], object], str]] = {
    "a number": (lambda: tc.fetch.us_goods_trade(partners=484), "partners: 484 is a number; .* 'MEX'"),  # type: ignore[arg-type]
    "a number in a list": (lambda: tc.fetch.tiva(["CAN", 484]), "partners: 484 is a number"),  # type: ignore[list-item]
    "no partners": (lambda: tc.fetch.us_goods_trade(partners=[]), "partners: name at least one country"),
    "None": (lambda: tc.fetch.tiva(None), "partners: name at least one country"),  # type: ignore[arg-type]
    "none in a list": (lambda: tc.fetch.tiva([None]), "partners: a partner is blank"),  # type: ignore[list-item]
    "missing": (lambda: tc.fetch.input_shares(years=2022), "partners: name at least one country"),  # type: ignore[call-arg]
    "true": (lambda: tc.fetch.tiva(partners=True), "partners=True has to be a country, or a list of"),  # type: ignore[arg-type]
    "a generator": (lambda: tc.fetch.tiva(each for each in ["MEX"]), "partners=.*generator.* has to be a country"),  # type: ignore[arg-type]
    "a frame": (lambda: tc.fetch.tiva(pd.DataFrame({"partner": ["MEX"]})), "partners=.* has to be a country"),  # type: ignore[arg-type]
    "NA": (lambda: tc.fetch.tiva(pd.NA), "partners='<NA>' has to be a country"),  # type: ignore[arg-type]
    "bytes": (lambda: tc.fetch.tiva(b"MEX"), "partners=b'MEX' has to be a country"),  # type: ignore[arg-type]
    "a group": (lambda: tc.fetch.tiva("USMCA"), "'USMCA' is a group of countries, not a partner; .*'CAN', 'MEX', 'USA'"),
    "the world": (lambda: tc.fetch.comtrade("MEX", "World"), "'World' is the total of all partners"),
    "a group of suppliers": (lambda: tc.fetch.input_shares("MEX", "EU"), "supplier: 'EU' is a group of countries"),
    "misspelt": (lambda: tc.fetch.comtrade("Mexco", "USA"), r"reporter: no country is called 'Mexco'; did you mean Mexico"),
    "two suppliers": (lambda: tc.fetch.input_shares("MEX", ["USA", "CAN"]), "supplier: USA, CAN are 2 countries; give one"),  # type: ignore[arg-type]
    "two reporters": (lambda: tc.fetch.tiva("MEX", ["USA", "CAN"]), "reporter: USA, CAN are 2 countries"),  # type: ignore[arg-type]
    "no supplier": (lambda: tc.fetch.input_shares("MEX", None), "supplier: name at least one country"),  # type: ignore[arg-type]
    "itself": (lambda: tc.fetch.comtrade("MEX", "MEX"), "partners: MEX is the reporter itself: leave it out"),
    "product": (lambda: tc.fetch.comtrade("MEX", "USA", product=87), "product=87 is a number.* product='87'"),  # type: ignore[arg-type]
    "chapter 8": (lambda: tc.fetch.comtrade("MEX", "USA", product=8), "product='08'"),  # type: ignore[arg-type]
    "products": (lambda: tc.fetch.comtrade("MEX", "USA", product=["87"]), "one code of the Harmonised System"),  # type: ignore[arg-type]
    "dots": (lambda: tc.fetch.comtrade("MEX", "USA", product="8703.23"), "of two, four or six digits"),
    "both": (
        lambda: tc.fetch.comtrade("MEX", "USA", product="87", intermediate=True),
        "product='87' and intermediate=True each choose what is counted",
    ),
    "no code": (lambda: tc.fetch.comtrade("MEX", "US-5082"), "no code for US-5082: leave it out"),
    "flow": (lambda: tc.fetch.comtrade("MEX", "USA", flow=["imports"]), "flow=.*choose 'imports', 'exports'"),  # type: ignore[arg-type]
    "of": (lambda: tc.fetch.us_balances(["goods"]), "of=.*choose 'goods', 'services', 'both'"),  # type: ignore[arg-type]
    "by": (lambda: tc.fetch.us_goods_trade("quarter"), "by='quarter' is not known; choose 'year', 'month'"),  # type: ignore[arg-type]
    "flag": (lambda: tc.fetch.us_goods_trade(duties="yes", partners="MEX"), "duties='yes' has to be True or False"),  # type: ignore[arg-type]
    "months of parts": (lambda: tc.fetch.us_goods_trade("month", "MEX", duties=True), "separate tables of years"),
    "all of parts": (lambda: tc.fetch.us_goods_trade(duties=True), "partners: name at least one country"),
    "no year": (lambda: tc.fetch.icio(None), "year=None has to be a year, for example year=2022"),  # type: ignore[arg-type]
    "year 0": (lambda: tc.fetch.icio(0), "year=0 has to be a year"),
    "a list of years": (lambda: tc.fetch.icio([2022]), r"year=\[2022\] has to be a year"),  # type: ignore[arg-type]
    "no table": (lambda: tc.fetch.icio(1994), "year=1994: the OECD's tables are of 1995 to 2022"),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_argument_is_told_before_anything_is_asked(played: Services, name: str) -> None:
    call, said = WRONG[name]
    with pytest.raises(tc.DataError, match=said):
        call()
    assert not played.seen


def test_all_wrong_arguments_are_told_at_once() -> None:
    with pytest.raises(tc.DataError) as refused:
        tc.fetch.comtrade("Mexco", 842, flow="export", product=8, years=1900)  # type: ignore[arg-type]
    assert [each.partition(":")[0].partition("=")[0] for each in refused.value.faults] == [
        "reporter", "partners", "flow", "product", "years",
    ]  # fmt: skip


def test_an_argument_that_there_is_not_is_a_type_error_with_the_one_that_was_meant() -> None:
    with pytest.raises(TypeError, match=r"tc\.fetch\.us_goods_trade has no argument 'year'; did you mean 'years'\?"):
        tc.fetch.us_goods_trade(year=2024)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match=r"tc\.fetch\.tiva: too many positional arguments"):
        tc.fetch.tiva("MEX", "USA", 2022, 5)  # type: ignore[call-arg]


def test_a_country_that_is_given_twice_is_one() -> None:
    twice: list[Any] = [["MEX", "Mexico", "484"], {"MEX"}, np.array(["MEX"]), pd.Series(["MEX", "MEX"]), ("MEX",)]
    for partners in twice:
        assert tc.fetch.us_goods_trade(partners=partners, years=2024)["partner"].tolist() == ["MEX"]
        assert tc.fetch.comtrade("MEX", ["USA", "US"], years=2022)["supplier"].tolist() == ["USA"]


def test_a_table_of_the_oecd_is_chosen_by_text_or_number() -> None:
    years: list[Any] = ["2022", 2022.0, np.int64(2022)]
    assert [tc.fetch.icio(each).year for each in years] == [2022] * 3
