"""AdjustedBalance: the partners without a row of their own, the rest of the world, and which side a change is of."""

from __future__ import annotations

import copy
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest

import tradecontext as tc
from balances import chart, notes, own, partner, rows, table

if TYPE_CHECKING:
    import pandas as pd

FIGURES = ("gross", "value_added")


@pytest.fixture(scope="module")
def bundled() -> pd.DataFrame:
    return tc.data.value_added_balances()


def made_up(*parts: tuple[str, float, float], **columns: Any) -> pd.DataFrame:
    """Return made-up accounts in billions: balances as traded and in value added, by partner."""
    return own(
        *({**partner(code, 100, 100 - gross), "value_added_balance": added} for code, gross, added in parts), **columns
    )


WHOLE = made_up(("MEX", -60, -36), ("CAN", -30, -34), ("CHN", 20, 10), ("DEU", -9, -19))
"""Partners whose balances are -79 with all of them together, in both measures."""


def decimal(value: float) -> Fraction:
    return Fraction(repr(value))


@pytest.mark.parametrize("options", [{}, {"year": 2003, "top": 3}, {"top": None}, {"highlight": ["IRL"]}])
def test_all_rows_add_up_to_the_world(bundled: pd.DataFrame, options: dict[str, Any]) -> None:
    drawn = rows(tc.AdjustedBalance(bundled, **options))
    total = drawn.pop("_total")
    for name in FIGURES:
        assert sum(decimal(row[name]) for row in drawn.values()) == decimal(total[name])


def test_the_partners_without_a_row_are_summed_and_what_the_data_lacks_is_the_rest(bundled: pd.DataFrame) -> None:
    drawn = tc.AdjustedBalance(bundled, year=2011)
    there = bundled[bundled["year"] == 2011].set_index("partner")
    hidden = there.drop(index=[code for code in rows(drawn) if not code.startswith("_")])
    world = tc.data.value_added_balances(aggregates=True)
    elsewhere = world[(world["year"] == 2011) & (world["partner"] == "ROW")].iloc[0]
    others, rest = rows(drawn)["_others"], rows(drawn)["_rest"]
    assert list(rows(drawn))[-3:] == ["_others", "_rest", "_total"]
    assert (others["role"], others["name"], len(hidden)) == ("others", "Others (29)", 29)
    assert others["gross"] == hidden["balance"].sum() == 31_873_000_000
    assert others["value_added"] == pytest.approx(hidden["value_added_balance"].sum(), rel=1e-12)
    assert others["change_text"] == "66.9, into\N{NO-BREAK SPACE}deficit"
    assert others["readout"].endswith(": the surplus turns into a deficit.")
    # The database has a row for the countries that it does not have one by one, which the chart does not read.
    assert (rest["role"], rest["name"]) == ("rest", "Rest of the world")
    assert rest["gross"] == elsewhere["balance"]
    assert rest["value_added"] == pytest.approx(elsewhere["value_added_balance"], rel=1e-5)
    assert "“Others (29)” is the sum of 29 partners with smaller balances as traded." in notes(drawn)
    assert "“Rest of the world” is “World” less all partners in the data." in notes(drawn)
    assert "not shown" not in notes(drawn)
    lines = {line["partner"]: line for line in table(drawn)}
    assert lines["_others"]["gross_2011_USD"] == "31873000000"
    assert lines["_rest"]["role"] == "rest"


def test_in_spanish(bundled: pd.DataFrame) -> None:
    drawn = tc.AdjustedBalance(bundled, year=2011, locale="es")
    assert [row["name"] for row in drawn.spec["rows"]][-3:] == ["Los demás (29)", "Resto del mundo", "Mundo"]
    assert rows(drawn)["_others"]["change_text"] == "66,9: pasa\N{NO-BREAK SPACE}a déficit"
    assert rows(drawn)["AUS"]["change_text"] == "superávit 11,8\N{NO-BREAK SPACE}menor"
    assert "«Los demás (29)» es la suma de 29 socios con saldos menores en valor bruto." in notes(drawn)


def test_a_whole_world_has_others_and_no_rest() -> None:
    drawn = chart(WHOLE, top=2)
    assert list(rows(drawn)) == ["MEX", "CAN", "_others", "_total"]
    others = rows(drawn)["_others"]
    assert (others["name"], others["gross"], others["value_added"]) == ("Others (2)", 11e9, -9e9)
    assert list(rows(chart(WHOLE, top=4))) == ["MEX", "CAN", "DEU", "CHN", "_total"]
    level = made_up(("MEX", -60, -36), ("CAN", -30, -54), ("CHN", 30, 30))
    assert "the sum of 1 partner with balances as traded as large as one shown, or smaller" in notes(
        chart(level, top=2)
    )


def test_rounding_of_a_world_of_its_own_is_with_the_others() -> None:
    world = {**partner("WLD", 400, 479.001), "value_added_balance": -79.001}
    drawn = chart(own(*WHOLE.drop(columns=["year", "unit"]).to_dict("records"), world), top=2)
    assert list(rows(drawn)) == ["MEX", "CAN", "_others", "_total"]
    assert (rows(drawn)["_others"]["gross"], rows(drawn)["_others"]["value_added"]) == (10.999e9, -9.001e9)


def test_without_a_total_the_others_are_the_sum_of_the_hidden_partners() -> None:
    parts = made_up(("MEX", -60, -36), ("CAN", -30, -34), ("CHN", 20, 10), ("DEU", -9, -12))
    drawn = chart(parts, top=2)
    assert list(rows(drawn)) == ["MEX", "CAN", "_others"]
    assert (rows(drawn)["_others"]["gross"], rows(drawn)["_others"]["value_added"]) == (11e9, -2e9)
    assert tc.from_spec(drawn.spec).spec == drawn.spec


def test_a_sum_that_misses_a_part_is_not_drawn() -> None:
    hidden = made_up(("MEX", -60, -36), ("CAN", -30, -34), ("DEU", -9, float("nan")))
    drawn = chart(hidden, top=2)
    assert list(rows(drawn)) == ["MEX", "CAN"]
    assert "not shown: 1." in notes(drawn)
    world = {**partner("WLD", 400, 500), "value_added_balance": -100.0}
    shown = made_up(("MEX", -60, float("nan")), ("CAN", -30, -34), ("DEU", -9, -12))
    with_world = own(*shown.drop(columns=["year", "unit"]).to_dict("records"), world)
    drawn = chart(with_world, top=2)
    assert list(rows(drawn)) == ["MEX", "CAN", "_others", "_total"], "what the data lacks is not known"
    assert tc.from_spec(drawn.spec).spec == drawn.spec


def test_a_difference_without_a_name_is_not_drawn() -> None:
    world = {**partner("WLD", 400, 500), "value_added_balance": -100.0}
    parts = made_up(("MEX", -60, -36), ("ROW", -30, -34), ("DEU", -9, -12))
    drawn = chart(own(*parts.drop(columns=["year", "unit"]).to_dict("records"), world), top=2)
    assert list(rows(drawn)) == ["MEX", "ROW", "_total"]


def test_sums_cannot_be_selected(bundled: pd.DataFrame) -> None:
    drawn = tc.AdjustedBalance(bundled)
    for code in ("_others", "_rest"):
        with pytest.raises(tc.DataError, match="is not in the chart"):
            drawn.selection = [code]


def test_sums_that_do_not_hold_are_faults() -> None:
    spec: Any = copy.deepcopy(dict(chart(WHOLE, top=2).spec))
    for row in spec["rows"]:
        if row["role"] == "total":
            row |= {"gross": -89e9, "value_added": -89e9, "gross_text": "\u221289.0", "value_added_text": "\u221289.0"}
    with pytest.raises(tc.DataError, match=r"rows has a total gross of .*, and the other rows add up to"):
        tc.from_spec(spec)
    spec = copy.deepcopy(dict(chart(WHOLE, top=2).spec))
    spec["rows"].append({**spec["rows"][2], "partner": "_more"})
    with pytest.raises(tc.DataError, match="two rows of the role 'others'; keep one"):
        tc.from_spec(spec)


def test_a_change_says_of_which_side_it_is_where_most_rows_are_of_the_other(bundled: pd.DataFrame) -> None:
    mostly_deficits = rows(tc.AdjustedBalance(bundled, year=2011))
    assert mostly_deficits["IND"]["change_text"] == "19.7 smaller"
    assert mostly_deficits["AUS"]["change_text"] == "surplus 11.8\N{NO-BREAK SPACE}smaller"
    balanced = rows(chart(made_up(("MEX", -60, -36), ("CAN", 30, 34))))
    assert balanced["MEX"]["change_text"] == "deficit 24.0\N{NO-BREAK SPACE}smaller (40%)"
    assert balanced["CAN"]["change_text"] == "surplus 4.0\N{NO-BREAK SPACE}larger"
