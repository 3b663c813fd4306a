"""The words of balances over time: they follow the measure, the period, and what each figure is of."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd
import pytest

import bundled
import tradecontext as tc
from charts.balance_over_time.golden import made_up
from golden import golden

MONTHS = bundled.months()
PAIR = ["MEX", "CHN"]


def over_time(**options: Any) -> Any:
    return tc.BalanceOverTime(MONTHS, **{"partners": PAIR, **options}).spec


def own(balances: dict[str, list[float | None]], **options: Any) -> Any:
    options = {"source": "Figures made up for a test", "unit": "usd_billion", "by": "month", **options}
    return tc.BalanceOverTime(made_up(balances), **options).spec


@pytest.mark.slow
def test_the_sign_of_the_figures_and_all_words_follow_the_measure() -> None:
    balance, deficit = over_time(), over_time(measure="deficit")
    for one, other in zip(balance["rows"], deficit["rows"], strict=True):
        assert [value and -value for value in one["values"]] == other["values"]
        assert one["last"]["text"] == "\N{MINUS SIGN}" + other["last"]["text"]
        assert one["readout"] == other["readout"]
    assert balance["frame"]["headline"] == deficit["frame"]["headline"]
    assert balance["frame"]["key"] == ["Below the zero line is a deficit."]
    assert deficit["frame"]["key"] == ["Below the zero line is a surplus."]
    assert "trade balance" in balance["frame"]["subtitle"]
    assert "goods deficit" in deficit["frame"]["subtitle"]
    assert over_time(measure="exports")["frame"]["key"] == []
    assert "Exports to Mexico" in over_time(measure="exports")["frame"]["headline"]


def test_mexico_passed_china_in_imports_in_2023() -> None:
    spec = over_time(measure="imports")
    assert spec["frame"]["headline"] == "US imports from Mexico passed those from China in July 2023"
    (crossing,) = spec["remarks"]
    assert crossing["text"] == "July 2023: Mexico passes China"
    assert spec["periods"][crossing["at"]] == "2023-07"
    mexico, china = (row["values"] for row in spec["rows"])
    assert mexico[crossing["at"] - 1] < china[crossing["at"] - 1]
    assert all(one > other for one, other in zip(mexico[crossing["at"] :], china[crossing["at"] :], strict=True))
    assert mexico[0] > china[0]


def test_a_crossing_of_long_ago_is_in_the_notes_alone() -> None:
    spec = over_time()
    assert "passed" not in spec["frame"]["headline"]
    assert spec["remarks"] == []
    assert "The deficit with China passed that with Mexico in November 1988." in spec["frame"]["notes"]


def test_months_are_too_uneven_for_a_crossing() -> None:
    assert "passed" not in str(over_time(by="month", measure="imports"))


@pytest.mark.parametrize(
    ("by", "when", "header"),
    [
        ("month", "in February 2025", "February 2025, $\N{NO-BREAK SPACE}billion"),
        ("twelve_months", "in the 12 months to February 2025", "12 months to February 2025"),
        ("year_to_date", "in January\N{EN DASH}February 2025", "January\N{EN DASH}February 2025"),
        ("year", "in 2024", "2024, "),
    ],
)
def test_every_word_says_what_a_figure_is_of(by: str, when: str, header: str) -> None:
    spec = over_time(by=by)
    assert when in spec["frame"]["alt"]
    assert spec["columns"]["value"].startswith(header)
    assert header.split(",", maxsplit=1)[0] in spec["rows"][0]["readout"]


@pytest.mark.parametrize(
    ("options", "period"),
    [
        ({"period": (2000, 2024)}, ", 2000 to December 2024"),
        ({"period": ("2000-03", 2024)}, ", March 2000 to December 2024"),
        ({"period": (2023, "2024-06")}, ", January 2023 to June 2024"),
        ({"by": "year_to_date", "period": (2015, 2025)}, ", January\N{EN DASH}February 2015 to 2025"),
        ({"by": "year_to_date", "period": (2025, 2025)}, ", January\N{EN DASH}February 2025"),
        ({"by": "year", "period": (2023, 2024)}, ", 2023 to 2024"),
    ],
)
def test_the_subtitle_names_the_periods_drawn(options: dict[str, Any], period: str) -> None:
    assert over_time(**options)["frame"]["subtitle"].endswith(period)


def test_the_alternative_text_tells_what_the_headline_does() -> None:
    spec = own({"MEX": [-4.0, *[-9.0] * 11, -5.0], "CAN": [-1.0] * 13})
    assert spec["frame"]["alt"] == (
        "Line chart. US trade deficit with Mexico: $5.0\N{NO-BREAK SPACE}billion in January 2001. "
        "Up 25.0% in a year. Canada: deficit $1.0\N{NO-BREAK SPACE}billion."
    )
    assert "Down 50.0% in a year." in own({"MEX": [-4.0, *[-9.0] * 11, -2.0]})["frame"]["alt"]
    assert "in a year" not in own({"MEX": [4.0, *[-9.0] * 11, -5.0]})["frame"]["alt"]
    assert "US imports from Mexico passed" in over_time(measure="imports")["frame"]["alt"]


def test_a_change_is_from_a_year_before() -> None:
    spec = own({"MEX": [-4.0, *[-9.0] * 11, -5.0]})
    assert spec["frame"]["headline"] == "The deficit with Mexico was 25.0% larger than a year before"
    assert spec["rows"][0]["detail"] == "deficit up 25.0%"
    turned = own({"MEX": [4.0, *[-9.0] * 11, -5.0]})
    assert turned["frame"]["headline"] == "Trade with Mexico was in deficit in January 2001"
    assert turned["rows"][0]["detail"] == "a year before: surplus $4.0\N{NO-BREAK SPACE}billion"
    alone = own({"MEX": [-4.0, -5.0]})
    assert "detail" not in alone["rows"][0]


def test_nothing_is_compared_across_a_break() -> None:
    spec = own({"MEX": [-4.0] * 14}, breaks=[("2000-09", "another classification")])
    assert spec["frame"]["headline"] == "Trade with Mexico was in deficit in February 2001"
    assert "detail" not in spec["rows"][0]
    assert "September 2000, Mexico: another classification." in spec["frame"]["notes"]
    assert spec["remarks"] == [{"at": 8, "text": "September 2000, Mexico: break in the series"}]


def test_events_stand_at_their_periods() -> None:
    spec = over_time(annotations=[("2018-07", "First tariffs"), (2001, "China joins the WTO"), ("MEX", "A remark")])
    assert [(spec["periods"][each["at"]], each["text"]) for each in spec["remarks"]] == [
        ("2001-01", "2001: China joins the WTO"),
        ("2018-07", "July 2018: First tariffs"),
    ]
    assert spec["rows"][0]["annotation"] == "A remark"


def test_figures_still_to_be_revised_are_marked() -> None:
    spec = over_time(provisional=2024)
    assert spec["periods"][spec["provisional"]] == "2024-01"
    assert "Dashed lines are figures still to be revised." in spec["frame"]["key"]


@pytest.mark.slow
def test_the_largest_are_drawn_if_nobody_is_named() -> None:
    spec = tc.BalanceOverTime(MONTHS, measure="exports").spec
    last = MONTHS[MONTHS["period"] > pd.Period("2024-02", "M")].groupby("partner")["exports"].sum()
    assert [row["partner"] for row in spec["rows"]] == last.nlargest(3).index.tolist()
    assert any("partners in the data" in note for note in spec["frame"]["notes"])
    named = tc.BalanceOverTime(MONTHS, highlight=["VNM"]).spec
    assert named["rows"][0]["partner"] == "VNM"
    assert "Vietnam" in named["frame"]["headline"]


def test_the_period_limits_what_is_drawn_and_not_what_is_added_up() -> None:
    spec = over_time(period=(2010, "2012-06"))
    assert (spec["periods"][0], spec["periods"][-1]) == ("2010-01", "2012-06")
    whole = over_time()
    at = whole["periods"].index("2010-01")
    assert spec["rows"][0]["values"] == whole["rows"][0]["values"][at : at + 30]


def test_spanish() -> None:
    frame = over_time(measure="imports", locale="es")["frame"]
    assert frame["headline"] == "Las importaciones desde México superaron las de China en julio de 2023"


def test_the_alternative_text_dates_a_line_that_ends_earlier() -> None:
    months = bundled.months()
    months = months[(months["partner"] != "CHN") | (months["period"].astype(str) != "2025-01")]
    spec = tc.BalanceOverTime(months, partners=["MEX", "CHN"], period=(2024, "2025-02")).spec
    assert spec["frame"]["alt"].endswith("China, 12 months to December 2024: deficit $295.4\u00a0billion.")
    assert "China: no figures after December 2024." in spec["frame"]["notes"]


def test_the_headline_has_no_change_of_a_line_that_ends_earlier() -> None:
    months = bundled.months()
    months = months[(months["partner"] != "MEX") | (months["period"].astype(str) < "2024-01")]
    spec = tc.BalanceOverTime(months, partners=["MEX", "CHN"], period=(2021, "2025-02")).spec
    assert "larger than a year before" not in spec["frame"]["headline"]
    assert "2023" in spec["frame"]["headline"]


def test_names_beside_lines_are_no_lighter_in_print_than_other_words() -> None:
    lines = tc.from_spec(golden("balance_over_time/crossing"))
    names = re.findall(r'<text[^>]*fill="(#\w+)"[^>]*>(?:Mexico|China|Canada)<', lines.to_svg(preset="print"))
    assert names == ["#000000", "#000000", "#3d3d3d"]
