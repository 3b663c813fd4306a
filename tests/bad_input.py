"""Inputs that are refused, by the lines of the table in docs/bad-input.md."""

from __future__ import annotations

import decimal
import math
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

import tradecontext as tc
from frames import own, shares


class Refused(NamedTuple):
    """An input, and the text that the message has to contain."""

    line: str
    words: str
    data: Any = own()
    options: dict[str, Any] = {}  # noqa: RUF012 (never changed)


def flows(*values: Any, dtype: Any = None) -> pd.DataFrame:
    """Return the three partners with these exports."""
    return own(exports=pd.Series(list(values), dtype=dtype))


def levels() -> pd.DataFrame:
    data = own()
    data.columns = pd.MultiIndex.from_product([["a"], data.columns])
    return data


def attributed(source: Any) -> pd.DataFrame:
    data = own()
    data.attrs["source"] = source
    return data


def both_vintages() -> pd.DataFrame:
    return pd.concat([tc.data.us_goods_trade("2025-04"), tc.data.us_goods_trade("2025-10")])


LOOP: list[Any] = []
LOOP.append(LOOP)
NO_FRAME = [None, [], "x.csv", 3]
BIDI, SURROGATE, CONTROL = "a\u202eb", "a\ud800b", "a\x00b"
UNPRINTABLE = [(BIDI, r"U\+202E"), ("a\u2069", r"U\+2069"), (SURROGATE, r"U\+D800"), (CONTROL, r"U\+0000")]
TEXTS = ["headline", "short_headline", "subtitle", "note", "byline", "credit", "alt"]
NOT_TEXT = [3, 0.0, True, ["x"], {"x": 1}, math.nan, b"x", own()]

line = "No table, or a table without rows"
FRAMES = [
    *(Refused(line, "data has to be a data frame", data) for data in NO_FRAME),
    Refused(line, "data has no rows", own().head(0)),
    Refused(line, "data has no rows", pd.DataFrame()),
    Refused(line, "data has no rows", {}),
    Refused(line, "data is a Series without a name", own()["exports"].rename(None)),
]
line = "A column for each year, or years in the names of columns"
FRAMES += [
    Refused(line, "years as columns.*melt", own(year=None).rename(columns={"exports": "2023", "imports": "2024"})),
    Refused(line, "in the names of its columns.*wide_to_long", own(year=None, x_2023=1.0, x_2024=2.0)),
]
line = "Months or quarters in place of years"
FRAMES += [
    Refused(line, "parts of a year .2024-0.*add them up", own(year=["2024-03", "2024-04", "2024-05"])),
    Refused(line, "parts of a year .2024.Q1.*add them up", own(year=["2024-Q1"] * 3)),
    Refused(line, "202403 is not a calendar year; if it is a month", own(year=[202403] * 3)),
]
line = "Months asked of a table of years, by `period=` or `compare=`"
FRAMES += [
    Refused(
        line,
        f"{option}=.*: the table has whole years; ask for {option}='20",
        pd.concat([own(), own(year=[2023] * 3)]),
        {option: value},
    )
    for option, value in (("period", "2024-01/2024-09"), ("period", "2024-03"), ("compare", "2023-01/2023-09"))
]
line = "A known partner that `entities=` would draw as another"
FRAMES += [Refused(line, "'MEX' is Mexico .MEX., .* Canada .CAN.", own(), {"entities": {"MEX": "CAN"}})]
line = "Months and years in one table"
FRAMES += [
    Refused(line, "there are months and years; keep one of both", own(period=["2024-03", "2024", "2024"])),
    Refused(line, "months, and years without a month", own(month=[3, None, None])),
]
line = "Part of a year compared with other months"
FRAMES += [
    Refused(
        line,
        "'2023-01' has other months than 2024-03; .*compare='2023-03'",
        pd.concat([own(period="2024-03"), own(year=[2023] * 3, period="2023-01")]),
        {"period": "2024-03", "compare": "2023-01"},
    )
]
line = "A missing column"
FRAMES += [
    Refused(line, "no column 'imports'.*imports=", own(imports=None)),
    Refused(line, "no column 'partner'.*partner=", own(partner=None)),
    Refused(line, "no column 'X'.*exports=", own(), {"exports": "X"}),
    *(
        Refused(line, "no column .*exports=", own(), {"exports": each})
        for each in ("", ["a"], {"a": 1}, own(), math.nan)
    ),
    Refused(line, "no column 'year'.*year=", own(year=None)),
    Refused(line, "compare= needs a column 'year'", own(year=None), {"year": 2024, "compare": 2023}),
]
line = "Two columns of the same name, columns with several levels, or one column given as exports and as imports"
FRAMES += [
    Refused(line, "two columns called 'exports'", pd.concat([own(), own()[["exports"]]], axis=1)),
    Refused(line, "columns of 2 levels", levels()),
    Refused(line, "columns of their own, not imports, imports", own(), {"exports": "imports"}),
]
line = "Words, booleans, dates or complex numbers in a column of figures"
FRAMES += [
    Refused(line, "column 'exports', rows 0 and 2: 'about 1' is text", flows("about 1", 2, "x")),
    Refused(line, "column 'exports', row 2: 'x' is text", own(exports=pd.Categorical([1, 2, "x"]))),
    Refused(line, "column 'exports', row 1: 'True' is bool", own(exports=pd.Series([1.0, True, None], dtype=object))),
    Refused(line, "column 'exports', rows 0, 1 and 2: .* is list", flows([1], [2], [3])),
    Refused(line, "column 'exports', row 0: .* is complex", flows(1j, 1, 2, dtype=object)),
    Refused(line, "column 'exports' has complex128", flows(1j, 1, 2)),
    Refused(line, "column 'exports' has bool", own(exports=[True, False, True])),
    Refused(line, "column 'exports' has boolean", own(exports=pd.array([True, None, True], dtype="boolean"))),
    Refused(line, "column 'exports' has datetime64", own(exports=pd.to_datetime(["2024-01-01"] * 3))),
    Refused(line, "column 'exports' has timedelta64", own(exports=pd.to_timedelta([1, 2, 3]))),
    Refused(line, "column 'exports' has period", own(exports=pd.period_range("2024", periods=3, freq="Y"))),
    Refused(line, "column 'exports' has interval", own(exports=pd.interval_range(0, 3))),
    Refused(
        line, "in context=: column 'share', rows 0 and 1: 'a' is text", own(), {"context": shares(share=["a", "b"])}
    ),
]
line = "A figure as text with two possible meanings, such as `1.234`, in a column where no other figure settles which"
FRAMES += [
    Refused(line, "column 'exports', row 0: is '1,000' in thousands.*str.replace", flows("1,000", 2, 3)),
    Refused(line, "same mark for decimals and for thousands", flows("1,000.5", "1.000,5", "3")),
]
line = "Infinity, or a number too large for a float"
FRAMES += [
    Refused(line, "column 'exports', row 1: the figure is infinite", flows(1e9, math.inf, 1e9)),
    Refused(line, "column 'imports', row 0: the figure is infinite", own(imports=[-math.inf, 1e9, 1e9])),
    Refused(line, "column 'exports', row 0: the figure is infinite", flows(decimal.Decimal("Infinity"), 1, 2)),
    Refused(line, "column 'exports', row 0: the figure is infinite", flows(10**400, 1, 2, dtype=object)),
    Refused(line, "column 'share', row 0: the figure is infinite", own(), {"context": shares(share=[math.inf, 0.1])}),
]
line = "Negative exports or imports"
FRAMES += [
    Refused(line, "column 'exports', row 0: exports of -1 are negative", flows(-1.0, 1e9, 1e9)),
    Refused(line, "column 'm', row 2: imports of -5 are negative", own(m=[0, 1e9, -5]), {"imports": "m"}),
]
line = "A balance other than exports minus imports"
FRAMES += [Refused(line, "column 'balance', row 0: .* is not exports - imports", own(balance=[1e9, 2e9, 3e9]))]
line = "An amount larger than world trade"
FRAMES += [
    Refused(line, "column 'exports', row 0: 1e.40 USD exceeds world trade.*unit=", flows(1e40, 1, 2)),
    Refused(line, "column 'exports', row 1: .* exceeds world trade", own(), {"unit": "usd_million"}),
    Refused(line, "column 'exports', row 0: inf USD exceeds", flows(1e308, 1, 2), {"unit": "usd_billion"}),
]
line = "Two units in one table, or an unknown unit or currency"
FRAMES += [
    Refused(line, "column 'unit', row 1: several units", own(unit=["usd", "usd_million", "usd"])),
    Refused(line, "column 'unit', row 2: several units .*none", own(unit=["usd", "usd", None])),
    Refused(line, "unit=1 is not known", own(unit=1)),
    *(
        Refused(line, "unit=.* is not known; choose one of 'usd'", own(), {"unit": each})
        for each in ("dollars", "", 3, ["usd"], "usd_Million")
    ),
    Refused(
        line, "unit='usd_million' is not known; choose one of 'eur'", own(), {"unit": "usd_million", "currency": "EUR"}
    ),
    *(
        Refused(line, "currency=.* ISO 4217", own(), {"currency": each})
        for each in ("euro", "", 3, "A1B", "eur", "\u00c0BC")
    ),
]
line = "Several vintages or definitions in one measure, or some rows without one"
FRAMES += [
    Refused(line, "two vintages in one measure: '2025-04' .* and '2025-10'", both_vintages(), {"year": 2024}),
    Refused(line, "two definitions in one measure", own(definition=["a", "b", "a"])),
    Refused(line, "some rows .* have a vintage and some have none", own(vintage=["a", None, "a"])),
    Refused(line, "two vintage columns, vintage_x and vintage_y", own(vintage_x="a", vintage_y="b")),
    Refused(line, "two vintages in one context", own(), {"context": shares(vintage=["a", "b"])}),
]
line = "A partner that is blank or not text"
FRAMES += [
    *(
        Refused(line, "column 'partner', row 1: the partner is blank", own(partner=["MEX", each, "CHN"]))
        for each in ("", " ", None, math.nan, pd.NA)
    ),
    *(
        Refused(line, "column 'partner', row 1: the partner is .*, not text", own(partner=["MEX", each, "CHN"]))
        for each in (1, ["CAN"], ("CAN",), np.array([1, 2]), True)
    ),
]
line = "A partner that is unknown, ambiguous, an aggregate, or not printable"
FRAMES += [
    Refused(line, "row 2: no partner is called 'Atlantis'; .*entities=", own(partner=["MEX", "CAN", "Atlantis"])),
    Refused(line, r"'Korea' \(did you mean South Korea \(KOR\)", own(partner=["MEX", "CAN", "Korea"])),
    Refused(line, r"no partner is called 'a\\u202eb'", own(partner=["MEX", "CAN", BIDI])),
    Refused(
        line,
        r"column 'partner', row 2 has a bidi.* U\+202E|U\+202E",
        own(partner=["MEX", "CAN", BIDI], partner_name="x"),
    ),
    Refused(
        line,
        r"column 'partner', row 2: the name has half a surr",
        own(partner=["MEX", "CAN", "E1"], partner_name=pd.Series([SURROGATE] * 3, dtype=object)),
    ),
    Refused(
        line,
        "column 'partner', row 2 is '_total'; .*underscore",
        own(partner=["MEX", "CAN", "_total"], partner_name="x"),
    ),
]
line = "A group of countries (World, European Union) among the partners"
FRAMES += [
    Refused(
        line,
        f"column 'partner': '{each}' is a group of countries, not a partner; leave it out: data",
        own(partner=["MEX", "CAN", each]),
    )
    for each in ("World", "European Union", "Unión Europea", "EU27", "Rest of the world", "Asia")
]
line = "Amounts without a unit"
SMALL = own(exports=[334.0, 349.0, 143.0], imports=[505.0, 411.0, 438.0])
FRAMES += [
    Refused(line, "The largest is 505: if that is 505 billion USD, say unit='usd_billion'", SMALL, {"unit": None}),
    Refused(
        line, "505 billion EUR, say unit='eur_billion'", SMALL, {"unit": None, "currency": "EUR", "reporter": "DEU"}
    ),
    Refused(
        line,
        "give the unit in the currency of the data: unit='eur_thousand'",
        own(exports=2e8, imports=3e8),
        {"unit": None, "reporter": "DEU"},
    ),
]
line = "A currency other than US dollars, without `reporter=`"
FRAMES += [Refused(line, "whose balances are these.*EUR.*reporter=", own(), {"unit": "eur"})]
line = "A column of years with another name than `year`"
FRAMES += [
    Refused(line, f"'{name}' looks like one; name it: year_column=", own(year=None, **{name: 2023}), {"year": 2024})
    for name in ("ejercicio", "Year", "period", "TIME_PERIOD")
]
line = "A partner twice in one year, even in two spellings"
FRAMES += [
    Refused(line, r"partner 'MEX' has 2 rows for 2024 \(rows 0 and 1\)", own(partner=["MEX", "MEX", "CHN"])),
    Refused(line, r"partner 'MEX' has 2 rows for 2024 \(rows 0 and 2\)", own(partner=["MEX", "CAN", "Mexico"])),
]
line = "The reporter among its own partners"
FRAMES += [
    Refused(line, "partner 'USA' is the reporter itself: .*reporter=", own(partner=["MEX", "USA", "CHN"])),
    *(Refused(line, "reporter: no country is called", own(), {"reporter": each}) for each in ("ZZZ", ["MEX"])),
    Refused(line, "reporter: a country is blank", own(), {"reporter": ""}),
    Refused(line, "reporter: 484 is a number; .* 'MEX'", own(), {"reporter": 484}),
]
line = "A year that is not a calendar year of four digits"
FRAMES += [
    Refused(line, "column 'year', rows 0, 1 and 2: 'next' is not", own(year=["next"] * 3)),
    Refused(line, "column 'year', row 1: nan is not a calendar year", own(year=[2024, None, 2024])),
    Refused(line, "column 'year', rows 0, 1 and 2: 24 is not a calendar year", own(year=24)),
    Refused(line, "column 'year', rows 0, 1 and 2: True is not a calendar year", own(year=True)),
    Refused(line, "column 'year', row 2: .* is not", own(year=[*pd.to_datetime(["2024-01-01"] * 2), None])),
    *(
        Refused(line, "year=.* has to be a calendar year", own(), {"year": each})
        for each in (True, "24", "2024-01", 2024.5, 0, 10**5000, [2024], own())
    ),
    *(Refused(line, "compare=.* has to be a calendar year", own(), {"compare": each}) for each in (True, 2023.5, -1)),
]
line = "A year without data, or a year to compare with that is not earlier"
FRAMES += [
    Refused(line, r"year=1999: the data has no row for 1999 \(it has 2024\)", own(), {"year": 1999}),
    Refused(line, "compare=2020: the data has no row for 2020", own(), {"compare": 2020}),
    Refused(line, "compare=2024 has to be before 2024", own(), {"compare": 2024}),
]
