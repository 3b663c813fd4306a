"""The input-output table: input that it accepts or refuses, and the frames that its accounts return."""

# ruff: noqa: N806 (the literature's names)

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest

import tradecontext as tc
from accounts import of, oracle
from tradecontext.measures import MRIO

TOY = oracle("toy3_analytic")
MEXICO = {"MX1": "MEX", "MX2": "MEX"}


def toy(**options: Any) -> MRIO:
    return of(TOY, **{"goods": ["parts", "final"], "manufactures": [False, True], **options})


def changed(**parts: Any) -> MRIO:
    given = {**TOY, **parts}
    return MRIO(given["Z"], given["Y"], given["x"], given["countries"], given["sectors"])


def with_cell(name: str, row: int, column: int, value: float) -> Any:
    found = np.array(TOY[name], dtype=float)
    found[row, column] = value
    return found


def extended(**options: Any) -> MRIO:
    """Return the worked example as OECD's extended tables are laid out: MEX has no rows of its own, MX1 exports.

    Of MX2, 25 go to MX1 as inputs and 5 to Mexican final demand.
    """
    rows = ["USA", "MEX", "CHN", "MX1", "MX2"]
    Z = pd.DataFrame(0.0, rows, rows)
    Z.loc[["USA", "CHN", "MX2"], "MX1"] = [30, 20, 25]
    Y = pd.DataFrame(0.0, rows, ["USA", "MEX", "CHN"])
    Y.loc["USA"] = [200, 10, 0]
    Y.loc["MX1", "USA"], Y.loc["MX2", "MEX"], Y.loc["CHN", "CHN"] = 100, 5, 150
    x = [240, 0, 170, 100, 30]
    return MRIO(Z, **{"Y": Y, "x": x, "countries": rows, "sectors": ["all"], "entities": MEXICO, **options})


def test_the_story_in_one_table() -> None:
    table = toy(year=2011, unit="usd_million", source="worked example")
    assert (table.year, table.unit, table.source) == (2011, "usd_million", "worked example")
    assert table.economies == ("USA", "MEX", "CHN")
    split = table.content_split("Mexico", "United States", scope="goods")
    assert split.round(9).to_dict() == {"USA": 30, "MEX": 50, "CHN": 20}
    assert (split.name, split.index.name) == ("content", "origin")
    assert table.content_split("MEX", "USA", "manufactures").sum() == pytest.approx(100)
    assert table.content_split("USA", "MEX", "manufactures").sum() == pytest.approx(10)
    assert table.gross_exports("manufactures").loc["USA", "MEX"] == 10
    gross, absorbed = table.gross_exports(), table.value_added_exports()
    assert (gross.index.name, gross.columns.name) == ("exporter", "importer")
    assert (absorbed.index.name, absorbed.columns.name) == ("origin", "absorbed_in")
    assert table.domestic_value_added("MEX") == pytest.approx(50)
    assert table.vertical_specialisation("MEX") == pytest.approx(0.5)
    assert table.look_through("MEX", "goods").to_dict() == pytest.approx({"USA": 0.6, "CHN": 0.4})
    assert table.input_share("MEX", "USA") == pytest.approx(0.6)
    assert table.input_share("MEX", "MEX", of="all") == 0
    assert np.isnan(table.input_share("USA", "MEX"))
    assert table.look_through("USA").isna().all()
    closed = MRIO(np.eye(2), np.eye(2), [2.0, 2.0], ["USA", "MEX"], ["all"])
    assert np.isnan(closed.vertical_specialisation("USA")), "a share of nothing is missing, not 0"


def test_the_frame_of_all_partners() -> None:
    frame = toy(year=2011, unit="usd_million").balances("USA")
    expected = {
        "partner": ["MEX", "CHN"],
        "reporter": ["USA", "USA"],
        "exports": [40, 0],
        "imports": [100, 0],
        "balance": [-60, 0],
        "value_added_exports": [10, 0],
        "value_added_imports": [50, 20],
        "value_added_balance": [-40, -20],
        "change": [20, -20],
        "exports_reporter_content": [40, 0],
        "exports_partner_content": [0, 0],
        "exports_third_content": [0, 0],
        "imports_reporter_content": [30, 0],
        "imports_partner_content": [50, 0],
        "imports_third_content": [20, 0],
        "year": [2011, 2011],
        "unit": ["usd_million", "usd_million"],
    }
    pd.testing.assert_frame_equal(frame, pd.DataFrame(expected), check_dtype=False)
    assert frame.columns.tolist() == list(expected)
    assert toy().balances("USA").columns.tolist() == list(expected)[:-2]


def test_the_bridge_step_by_step() -> None:
    frame = toy().bridge("USA", "MEX")
    assert frame.columns.tolist() == ["step", "flow", "amount", "sign", "effect"]
    parts = ["absorbed", "returned", "onward", "double_counted", "foreign", "indirect"]
    assert frame["step"].tolist() == ["gross", *parts, *parts, "value_added"]
    assert frame["flow"].tolist() == ["balance", *["exports"] * 6, *["imports"] * 6, "balance"]
    assert frame["amount"].round(9).tolist() == [-60, 10, 30, 0, 0, 0, 0, 50, 0, 0, 0, 50, 0, -40]
    assert frame["sign"].tolist() == [0, 0, -1, -1, -1, -1, 1, 0, 1, 1, 1, 1, -1, 0]
    assert frame["effect"].round(9).tolist() == [0, 0, -30, 0, 0, 0, 0, 0, 0, 0, 0, 50, 0, 0]
    assert not np.signbit(frame["effect"].iloc[[0, 1, 7, 13]]).any(), "no -0"


def test_rows_of_an_economy_that_is_split() -> None:
    table = extended()
    assert table.economies == ("USA", "MEX", "CHN")
    assert table.gross_exports().to_numpy().tolist() == [[0, 40, 0], [100, 0, 0], [0, 20, 0]]
    assert table.content_split("MEX", "USA").round(9).tolist() == [30, 50, 20]
    assert table.value_added_exports().loc["MEX"].round(9).tolist() == [50, 5, 0]
    assert table.input_share("MEX", "USA") == pytest.approx(0.6), "what MX2 sells to MX1 is no import"
    assert table.input_share("MEX", "USA", of="all") == pytest.approx(0.4)
    # Columns of final demand may be in any order and named for parts of an economy.
    Y = pd.DataFrame(extended().Y, columns=["USA", "MX1", "CHN"])[["CHN", "MX1", "USA"]].assign(MEX=0.0)
    pd.testing.assert_frame_equal(extended(Y=Y).value_added_exports(), table.value_added_exports())


def test_output_from_sales_and_figures_left_alone() -> None:
    given = np.array(TOY["Z"])
    table = MRIO(given, TOY["Y"], None, TOY["countries"], TOY["sectors"])
    assert table.x.tolist() == TOY["x"]
    assert np.shares_memory(table.Z, given), "a large table is not copied"
    assert given.flags.writeable
    before = given.copy()
    table.balances("USA"), table.bridge("USA", "MEX")
    assert (given == before).all()
    with pytest.raises(ValueError, match="read-only"):
        table.Z[0, 0] = 1
    ints = MRIO(given.astype(int), TOY["Y"], TOY["x"], TOY["countries"], TOY["sectors"])
    assert ints.balance("USA", "MEX", "value_added") == pytest.approx(-40)


def test_a_table_off_by_little_is_taken_when_told() -> None:
    off = [each * 1.0005 for each in TOY["x"]]
    with pytest.raises(tc.DataError, match="does not balance"):
        changed(x=off)
    table = MRIO(TOY["Z"], TOY["Y"], off, TOY["countries"], TOY["sectors"], tolerance=1e-3)
    assert table.balance("USA", "MEX", "value_added") == pytest.approx(-40, rel=2e-3)
    assert changed(x=[each * (1 + 1e-8) for each in TOY["x"]]).balance("USA", "MEX") == -60


@pytest.mark.parametrize("stocks", [0.0, -0.01])
def test_inputs_of_a_sector_with_no_output_are_left_out(stocks: float) -> None:
    # Rounding leaves cells that buy 0.001 and produce nothing, or that only run down stocks.
    Z, Y = with_cell("Z", 0, 2, 0.001), with_cell("Y", 2, 1, stocks)
    table = MRIO(Z, Y, None, TOY["countries"], TOY["sectors"], tolerance=1e-3)
    assert (table.x[2], table.v[2]) == (stocks, 1)
    assert table.multipliers[:, 2].tolist() == [0, 1, 0]
    assert table.balance("USA", "MEX", "value_added") == pytest.approx(-40, rel=1e-3)


def test_value_added_as_published() -> None:
    added = np.array(TOY["x"]) - np.array(TOY["Z"]).sum(axis=0)
    assert toy(value_added=added).balance("USA", "MEX") == -60
    without_taxes = added - np.array([0, 0, 0, 4.0, 0, 1])
    with pytest.raises(tc.DataError) as raised:
        toy(value_added=without_taxes)
    assert str(raised.value) == (
        "in 2 of 6 columns, value added is not output less inputs, most of all in MEX final (output less inputs 50, "
        "value added 46), CHN final (output less inputs 150, value added 149); it has to include taxes less subsidies "
        "on products (OECD: VALU + TLS), or allow more than tolerance=1e-06"
    )


def test_the_rows_that_are_off_are_named() -> None:
    with pytest.raises(tc.DataError) as raised:
        changed(x=[30, 260, 0, 100, 21, 150])
    assert str(raised.value) == (
        "the table does not balance: in 2 of 6 rows, sales to all sectors and to final demand are not output, most of "
        "all in USA final (sales 210, output 260), CHN parts (sales 20, output 21); give the output these flows add up "
        "to (x=None takes their sum, as rounded tables need), or allow more than tolerance=1e-06"
    )


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: changed(Z=with_cell("Z", 1, 3, np.nan)), "Z, row USA final, column MEX final: nan is no figure"),
        (lambda: changed(Z=with_cell("Z", 1, 3, np.inf)), "Z, row USA final, column MEX final: inf"),
        (lambda: changed(Y=with_cell("Y", 4, 1, np.nan)), "Y, row CHN parts, column MEX: nan"),
        (lambda: changed(x=[30, np.nan, 0, 100, 20, 150]), "x, row USA final: nan"),
        (lambda: changed(Z=[["a"] * 6] * 6), "Z has to hold nothing but numbers"),
        (lambda: changed(Z=np.zeros((6, 5))), "Z is 6 x 5 and has to be 6 x 6: 3 countries of 2 sectors each"),
        (lambda: changed(Z=np.zeros((6, 7))), "Z is 6 x 7"),
        (lambda: changed(Y=np.zeros((6, 15))), "add up the columns of final demand of each destination"),
        (lambda: changed(x=5.0), "x is a single number"),
        (lambda: changed(countries=["USA", "MEX", "MEX"]), "countries: 'MEX' is there 2 times"),
        (lambda: changed(countries="USA"), "countries='USA' has to be a list"),
        (lambda: changed(sectors=["parts", None]), "sectors: None is no code"),
        (lambda: changed(sectors=[]), "sectors=.. has to be a list"),
        (lambda: changed(Z=with_cell("Z", 0, 2, 5.0), x=None), "no output buy inputs: MEX parts .inputs 5, output 0"),
        (lambda: toy(goods=["parts", "cars"]), "goods: the table has no sector 'cars' .it has parts, final"),
        (lambda: toy(goods="cars"), "goods: the table has no sector 'cars'"),
        (lambda: toy(goods=[]), "goods: no sector is named"),
        (lambda: toy(manufactures=[True]), "manufactures: a mask of 1 does not fit 2 sectors"),
        (lambda: toy(entities={"MX1": "MEX"}), "entities: the table has no rows of 'MX1'"),
        (lambda: toy(entities={"CHN": "MEX", "MEX": "USA"}), "'CHN' belongs to 'MEX', which itself belongs to 'USA'"),
        (lambda: toy(entities={"CHN": 5}), "'CHN' cannot belong to 5"),
        (lambda: toy(tolerance=-1), "tolerance=-1 has to be a share of output"),
        (lambda: toy(tolerance=float("nan")), "tolerance=nan"),
        (lambda: toy(tolerance=True), "tolerance=True"),
        (lambda: toy(year=20111), "year=20111"),
        (lambda: toy(unit="million"), "unit='million'"),
        (lambda: extended(Y=pd.DataFrame(0.0, range(5), ["USA", "MEX", "TWN"])), "Y: column 'TWN' is no economy"),
        (lambda: extended(Y=pd.DataFrame(0.0, range(5), ["USA", "MX1"])), "no column of final demand in CHN"),
        (lambda: extended(Y=pd.DataFrame(np.nan, range(5), ["CHN", "MEX", "USA"])), "row USA all, column CHN: nan"),
    ],
)  # fmt: skip
def test_tables_that_are_refused(make: Any, words: str) -> None:
    with pytest.raises(tc.DataError, match=words):
        make()


@pytest.mark.parametrize(
    ("ask", "words"),
    [
        (lambda t: t.content_split("MEX", "VNM"), "importer='VNM': the table has no such economy .it has USA, MEX, CHN"),
        (lambda t: t.content_split("MEX", None), "importer=None"),
        (lambda t: t.content_split("MEX", ["USA"]), "importer=.'USA'."),
        (lambda t: t.content_split("MX1", "USA"), "exporter='MX1' is a part of MEX; name the economy, 'MEX'"),
        (lambda t: t.content_split("MEX", "Mexico"), "exporter and importer are both MEX"),
        (lambda t: t.content_split("MEX", "USA", "goods"), "scope='goods': say which sectors .* goods=.…."),
        (lambda t: t.gross_exports("services"), "scope='services' is not known"),
        (lambda t: t.look_through("MEX", ["goods"]), "scope=.'goods'. is not known"),
        (lambda t: t.balance("MEX", "USA", "net"), "basis='net' is not known; choose 'gross' or 'value_added'"),
        (lambda t: t.balance("USA", "USA"), "a and b are both USA"),
        (lambda t: t.bridge("USA", "USA"), "a and b are both USA"),
        (lambda t: t.balances("World"), "reporter='World'"),
        (lambda t: t.input_share("MEX", "MEX"), "user and supplier are both MEX"),
        (lambda t: t.input_share("MEX", "USA", of="foreign"), "of='foreign' is not known"),
        (lambda t: t.vertical_specialisation("VNM"), "country='VNM'"),
    ],
)  # fmt: skip
def test_questions_that_are_refused(ask: Any, words: str) -> None:
    with pytest.raises(tc.DataError, match=words):
        ask(extended())


def test_a_table_that_cannot_be_solved() -> None:
    # Two sectors buy all they produce from each other and leave no value added.
    ring = MRIO([[0.0, 10.0], [10.0, 0.0]], np.zeros((2, 2)), None, ["AAA", "BBB"], ["all"])
    for ask in (ring.value_added_exports, lambda: ring.bridge("AAA", "BBB")):
        with pytest.raises(tc.DataError, match="cannot be solved: some sectors buy all they produce"):
            ask()


def test_a_world_of_one_economy_has_no_partners() -> None:
    alone = MRIO([[1.0]], [[2.0]], [3.0], ["USA"], ["all"])
    assert alone.balances("USA").empty
    assert alone.value_added_exports().to_numpy() == pytest.approx(np.array([[2.0]]))
