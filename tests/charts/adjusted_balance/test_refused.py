"""AdjustedBalance: input and options that are refused, and that any other input is drawn."""

from __future__ import annotations

import math
import warnings
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import tradecontext as tc
from accounts import of, oracle
from balances import own, partner
from tradecontext.spec import validate

ACCOUNTS = tc.data.value_added_balances()
GOODS = tc.data.value_added_balances("goods")
TRADE = tc.data.us_goods_trade()
ESTIMATES = tc.data.us_content_estimates()
TIVA = tc.readers.read_tiva(Path(__file__).parents[2] / "fixtures/tiva/imgrva.csv")
TOY = of(oracle("toy3_analytic"), unit="usd_billion", year=2020)
MEXICO = {"estimates": ESTIMATES, "country": "MEX"}
ONE = pd.DataFrame({"estimate": ["e"], "partner": "MEX", "share": 0.3, "scope": "goods", "citation": "A study"})
REFUSED: list[tuple[Any, dict[str, Any], str]] = [
    # The type of the data.
    (None, {}, "data is None; give one row a partner and year, as from tc.data.value_added"),
    ("x", {}, "data has to be a data frame"),
    (ESTIMATES, {}, "data has published estimates: pass them as estimates="),
    (own().head(0), {}, "data has no rows"),
    (TRADE, {}, "view='content' needs where the content of imports is from"),
    (TRADE, {"view": "value_added"}, "needs balances in value added, and of goods alone there is none"),
    (TRADE, {"view": "bridge", "country": "MEX"}, "view='bridge' needs the steps between the balances"),
    (GOODS, {"view": "value_added"}, "of goods alone there is none; take value_added_balances"),
    (GOODS, {"view": "bridge", "country": "MEX"}, "view='bridge' needs the steps"),
    (own().drop(columns="value_added_balance"), {"view": "value_added"}, "no column 'value_added_balance'"),
    (own().drop(columns=["exports", "imports"]), {}, "there is no column 'exports'"),
    (ACCOUNTS, {"view": "sankey"}, "view='sankey' is not known; choose one of 'content', 'value_added', 'bridge'"),
    # Two scopes, definitions, editions.
    (pd.concat([ACCOUNTS, GOODS]), {}, "2 scopes in one chart: 'all' and 'goods'; keep one: data.data.scope == 'all'"),
    (pd.concat([ACCOUNTS, GOODS]).drop(columns="scope"), {}, "two definitions in one measure"),
    (own(vintage=["a", "b", "b"], definition="x"), {}, "two vintages in one measure"),
    (pd.concat([TRADE, tc.data.us_goods_trade("2025-04")]), MEXICO, "two vintages in one measure"),
    (TIVA, {}, "2 scopes in one chart: 'all' and 'manufactures'"),
    (TIVA.assign(measure="EXGRVA"), {}, "column 'measure' has 'EXGRVA'; the content of imports is IMGRVA"),
    # Figures.
    (own(imports=[-1, 2, 3]), {}, "imports of -1,000,000,000 are negative"),
    (own(value_added_balance=["x", "y", "z"]), {}, "column 'value_added_balance', rows 0, 1 and 2: 'x' is text"),
    (own(value_added_balance=[math.inf, 1, 2]), {}, "the figure is infinite"),
    (own(value_added_balance=1e6), {}, "exceeds world trade"),
    (own().drop(columns="unit"), {}, "The largest is 100: if that is 100 billion USD, say unit='usd_billion'"),
    (own(balance=[1, 2, 3]), {}, "is not exports - imports"),
    (pd.concat([own(), own()]), {}, "'MEX' has 2 rows for 2020"),
    (own(partner("USA", 1, 2)), {}, "'USA' is the reporter itself"),
    (own(imports_third_content=90), {"view": "content"}, "MEX: the content of its imports adds up to 165,000,000,000"),
    (
        own(partner("MEX", 40, 100, own=(0.75, -0.1))),
        {"view": "content"},
        "MEX: a part of its imports is negative .-10,000,000,000",
    ),
    (own(exports_onward=9), {"view": "bridge", "country": "MEX"}, "MEX: the steps lead to .*; the columns are of two"),
    # Years and reporters.
    (ACCOUNTS, {"year": 2012}, "year=2012: the data has no row for 2012 .it has 1995 to 2011"),
    (ACCOUNTS, {"year": "11"}, "year='11' has to be a calendar year"),
    (own().drop(columns="year"), {}, "there is no column 'year'"),
    (TOY, {"year": 2011}, "year=2011: the table is of 2020"),
    (of(oracle("toy3_analytic"), unit="usd_billion"), {}, "there is no column 'year'; add one, or say which year"),
    (of(oracle("toy3_analytic"), year=2020), {}, "what is the unit.*say unit='usd_billion'"),
    (TOY, {"reporter": "DEU"}, "reporter='DEU': the table has no such economy"),
    (ACCOUNTS, {"reporter": "DEU"}, "reporter='DEU': no row is of this reporter; the data has USA"),
    (own(unit="eur_billion"), {}, "whose balances are these"),
    (own(), {"reporter": "Nowhere"}, "reporter: no country is called 'Nowhere'"),
    (own(), {"source": None}, "name publisher, table and vintage with source="),
    (TOY, {"source": None}, "name publisher, table and vintage with source="),
    # Which rows.
    *[(ACCOUNTS, {"top": top}, "top=.* whole number of rows") for top in (0, 1001, True, 2.0, "2")],
    (ACCOUNTS, {"highlight": "MEX"}, "highlight has to be a list"),
    (ACCOUNTS, {"highlight": ["VNM"]}, "highlight: VNM has no row in the data; take it out"),
    (ACCOUNTS, {"country": "VNM"}, "country: VNM has no row in the data"),
    (ACCOUNTS, {"annotations": [("AUT", "x")]}, "annotations: AUT is not among the rows drawn; add it to"),
    (ACCOUNTS, {"view": "bridge"}, "view='bridge' is of one partner: name it, for example country='BRA'"),
    (ACCOUNTS, {"view": "bridge", "country": "AUT"}, "country='AUT': its steps are not known; they are for BRA, CAN"),
    (ACCOUNTS, {"view": "bridge", "country": "MEX", "annotations": [("MEX", "x")]}, "annotations: MEX has no row"),
    *[(ACCOUNTS, {name: 1}, f"{name}=1 has to be True or False") for name in ("total", "one_sided", "quotations")],
    # Estimates.
    (ACCOUNTS, {"which": ["x"]}, "which= is about published estimates: give them with estimates="),
    (ACCOUNTS, {"quotations": True}, "quotations= is about published estimates"),
    (ACCOUNTS, {"one_sided": True}, "one_sided= is about published estimates and the flows"),
    (ACCOUNTS, {**MEXICO, "view": "value_added"}, "view='value_added' does not draw them"),
    (None, {**MEXICO, "year": 2024}, "year= is of the data, and there is none beside the estimates"),
    *[
        (TRADE, {**MEXICO, "us_content": wrong}, "us_content=.* has to be a fraction of 0 to 1, such as 0.3")
        for wrong in (30, -0.1, "30%", True, math.nan)
    ],
    (None, {**MEXICO, "one_sided": True}, "one_sided=True needs the exports and imports of one country"),
    (TRADE, {"estimates": ESTIMATES}, r"estimates are of 2 partners \(MEX, CAN\).*say whose with country="),
    (TRADE[TRADE["partner"] == "CAN"], MEXICO, "country='MEX' has no row in the data for 2024 .it has CAN"),
    (TIVA[TIVA["scope"] == "all"], MEXICO, "MEX: the data has no exports for 2022"),
    (
        own(partner("MEX", 40, 100))[["partner", "year"]].assign(balance=1e9, unit="usd"),
        MEXICO,
        "MEX: the data has no exports",
    ),
    (None, {"estimates": "x"}, "estimates has to be a data frame .as from tc.data.us_content_estimates"),
    (None, {"estimates": ONE.drop(columns="share")}, "estimates: there is no column 'share'"),
    (None, {"estimates": ONE.assign(share=30)}, "column 'share', row 0: 30 is not a share"),
    (None, {"estimates": ONE.assign(share=None)}, "column 'share', row 0: there is no figure"),
    (None, {"estimates": ONE.assign(scope="cars")}, "column 'scope', row 0: 'cars' is none of all, goods"),
    (None, {"estimates": ONE.assign(data_year=14)}, "column 'data_year', row 0: 14 is not a calendar year"),
    (None, {"estimates": ONE.assign(by_default="yes")}, "'by_default', row 0: 'yes' is neither True nor False"),
    (None, {"estimates": ONE.assign(url="javascript:x")}, "only http:// and https:// addresses"),
    (None, {"estimates": ONE.assign(estimate="_own")}, "cannot begin with an underscore"),
    (None, {"estimates": pd.concat([ONE, ONE])}, "estimates: 'e' is there twice"),
    (None, {"estimates": ONE, "which": ["x"]}, "which: no estimate is called 'x'; there are e"),
    (None, {"estimates": ONE, "which": "e"}, "which has to be a list of estimates, for example which=.'e'"),
    (None, {"estimates": ONE, "which": []}, "which has to be a list of estimates"),
    (None, {"estimates": ONE, "country": "CAN"}, "country: there is no estimate of CAN .there are estimates of MEX"),
    (None, {"estimates": ONE, "highlight": ["CAN"]}, "highlight: CAN has no row in the data; take it out"),
    (None, {"estimates": ONE, "country": "MEX", "highlight": "e"}, "highlight has to be a list"),
    (None, {**MEXICO, "which": ["kpww-2010-mex"], "highlight": ["degortari-2019-customs"]}, "is not among which="),
    (ACCOUNTS, {"view": "bridge", "country": "MEX", "top": 0}, "top=0 has to be a whole number of rows"),
    (None, {"estimates": ESTIMATES, "country": "CHN"}, "no estimate of CHN .*: kpww-2010-chn, or all with quotations="),
    (None, {**MEXICO, "which": ["kpww-2010-can"]}, "'kpww-2010-can' is of CAN, and the chart of MEX; take one out"),
    (own(reporter="DEU", unit="usd_billion"), {**MEXICO, "reporter": "DEU"}, "estimates are of imports of the United"),
    (None, {**MEXICO, "reporter": "Narnia"}, "reporter: no country is called 'Narnia'"),
    (ACCOUNTS, {"view": "bridge", "country": "MEX", "groups": {"N": ["MEX"]}}, "groups= marks partners, and a bridge"),
    # The reader's choices.
    (TRADE, {**MEXICO, "us_content": 1.5}, "us_content"),
    (TRADE, {**MEXICO, "us_content": -0.1}, "us_content"),
    (TRADE, {**MEXICO, "us_content": "0.3"}, "us_content='0.3' has to be a fraction of 0 to 1"),
    (TRADE, {**MEXICO, "us_content": True}, "us_content"),
    (None, {**MEXICO, "us_content": 0.3}, "choose None: there are no flows to apply it to"),
    (ACCOUNTS, {"us_content": 0.3}, "choose None: there are no flows to apply it to"),
    (ACCOUNTS, {"sort_by": "effect"}, "sort_by='effect' is not in the chart; choose one of"),
    (ACCOUNTS, {"selection": ["_total"]}, "selection=.* is not in the chart"),
    (ACCOUNTS, {"labels": {"rca": "x"}}, "no chart prints a term 'rca'"),
    (ACCOUNTS, {"locale": "xx"}, "locale='xx' is no language"),
]


@pytest.mark.parametrize(("data", "options", "words"), REFUSED)
def test_what_is_refused(data: Any, options: dict[str, Any], words: str) -> None:
    bundled = data is None or {"vintage", "definition"} <= set(getattr(data, "columns", ()))
    source = {} if bundled or "source" in options else {"source": "Made up"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with pytest.raises(tc.DataError, match=words):
            tc.AdjustedBalance(data, **source, **options)


def test_tiva_without_the_whole_flow() -> None:
    lacking = TIVA[TIVA["scope"] == "all"].assign(total=float("nan"))
    with pytest.raises(tc.DataError, match="the download lacks the World"):
        tc.AdjustedBalance(lacking)
    twice = pd.concat([TIVA[TIVA["scope"] == "all"]] * 2)
    with pytest.raises(tc.DataError, match="has two rows for the origin"):
        tc.AdjustedBalance(twice)


@pytest.mark.parametrize("reporter", ["US", "United States", "USA"])
def test_the_reporter_of_estimates_is_named_as_any_country(reporter: str) -> None:
    assert tc.AdjustedBalance(None, **MEXICO, reporter=reporter).spec == tc.AdjustedBalance(None, **MEXICO).spec


def test_a_refused_option_changes_nothing() -> None:
    drawn = tc.AdjustedBalance(ACCOUNTS, highlight=["MEX"])
    before = drawn.spec
    for name, value in {"view": "pie", "country": "VNM", "top": 0, "us_content": 0.3, "one_sided": True}.items():
        with pytest.raises(tc.DataError):
            setattr(drawn, name, value)
        assert drawn.spec == before


BAD = st.one_of(
    st.floats(),
    st.floats(min_value=0, max_value=900),
    st.sampled_from([None, "x", True, math.nan, math.inf, -1.0, 0.0, 10**400, 1e-300]),
)
COLUMNS = list(own().columns)


def drawn_or_refused(data: Any, options: dict[str, Any]) -> bool:
    """Draw a chart whole, or refuse it with a DataError; anything else fails the test."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            drawn = tc.AdjustedBalance(data, **{"source": "Made up", **options})
        except tc.DataError:
            return False
    spec = validate(drawn.spec)
    assert tc.from_spec(spec).spec == spec
    for text in (drawn.to_csv(), drawn.to_json()):
        text.encode("utf-8")
        assert "nan" not in text.lower().replace("finance", "")
    return True


@given(
    st.lists(st.tuples(st.sampled_from(COLUMNS), st.integers(0, 2), BAD), max_size=3),
    st.fixed_dictionaries(
        {},
        optional={
            "view": st.sampled_from(["content", "value_added", "bridge", "x", 3]),
            "top": st.sampled_from([1, 2, None, 0]),
            "country": st.sampled_from(["MEX", "CHN", "DEU", None, 3]),
            "highlight": st.lists(st.sampled_from(["MEX", "CAN", "USA", "", 3]), max_size=2),
            "total": st.booleans(),
            "locale": st.sampled_from(["en", "es"]),
            "unit": st.sampled_from(["usd", "usd_billion", "eur_billion"]),
            "estimates": st.sampled_from([None, ONE, ESTIMATES, 3]),
            "us_content": st.sampled_from([None, 0.0, 0.5, 2.0, math.nan]),
            "one_sided": st.booleans(),
        },
    ),
)
def test_any_input_is_drawn_or_refused(changes: list[tuple[str, int, Any]], options: dict[str, Any]) -> None:
    data = own().astype(object)
    for column, row, value in changes:
        data.loc[row, column] = value
    drawn_or_refused(data, options)
