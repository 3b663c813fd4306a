"""The options that are refused: more lines of the table in docs/bad-input.md."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pandas as pd

from bad_input import BIDI, LOOP, SURROGATE, Refused, attributed
from frames import own, shares


def each(line: str, words: str, option: str, values: list[Any], **others: Any) -> list[Refused]:
    """Return one case per value of an option."""
    return [Refused(line, words, own(), {option: value, **others}) for value in values]


COUNT = "`top=0`, or another number of rows that is out of range"
NOT_DRAWN = "A highlight for a partner outside the data; an annotation for a partner without a row, or for a year where a chart has no years"
SHAPE = "A list, pair or mapping of the wrong shape"
SHORT_WORDS = "A mark, code, name, label or remark that is empty, too long or not text"
FLAG = "`others`, `total` or `near_tie` with a value other than True and False (`near_tie` also takes a text)"
CONTEXT = "A `context` that is not a table of shares with years"
SHARES = "A `context` in percent, or with a partner twice"
NO_SOURCE = "A table that does not say where it is from, without `source=`"

OPTIONS = [
    *each(
        COUNT,
        "top=.* has to be a whole number of rows, 1 to 1000",
        "top",
        [0, -1, 1001, True, 3.0, "10", math.nan, 10**30, np.array([1, 2]), own()],
    ),
    *each(
        COUNT,
        "surpluses=.* a whole number of rows, 0 to",
        "surpluses",
        [-1, False, None, "2"],
    ),
    *each(
        NOT_DRAWN,
        "highlight: no partner is called",
        "highlight",
        [["ZZZ"], [True]],
    ),
    *each(
        NOT_DRAWN,
        "highlight: (1 is a number|a partner is blank)",
        "highlight",
        [[1], [None], [""]],
    ),
    *each(
        NOT_DRAWN,
        "highlight: DEU has no row in the data; take it out",
        "highlight",
        [["DEU"], ["MEX", "Germany"]],
    ),
    *each(
        NOT_DRAWN,
        "annotations: CAN is not among the rows drawn; add it to highlight=, or raise top=",
        "annotations",
        [[("CAN", "x")]],
        top=1,
    ),
    *each(
        NOT_DRAWN,
        "annotations: 2024 is a year, and this chart has no place for remarks on one",
        "annotations",
        [[(2024, "x")], [(np.int64(2024), "x")]],
    ),
    *each(
        NOT_DRAWN,
        "annotations: DEU has no row",
        "annotations",
        [[("DEU", "x")]],
    ),
    *each(
        SHAPE,
        "highlight has to be a list of partners",
        "highlight",
        ["MEX", b"MEX", {"MEX"}, {"MEX": 1}, 3, np.array(["MEX"]), pd.Series(["MEX"])],
    ),
    *each(
        SHAPE,
        "groups has to be a mapping",
        "groups",
        [["MEX"], "USMCA", 3, 0, False],
    ),
    *each(
        SHAPE,
        "groups 'A' has to be a list of partners",
        "groups",
        [{"A": "MEX"}, {"A": None}, {"A": 3}, {"A": {"MEX"}}, {"A": ("x", 3)}],
    ),
    *each(
        SHAPE,
        "groups 'A': no partner is called",
        "groups",
        [{"A": ["ZZZ"]}, {"A": (3, ["MEX"])}, {"A": [["MEX"]]}],
    ),
    *each(
        SHAPE,
        "annotations has to be a list of .partner, text. pairs, or of .year, text.",
        "annotations",
        ["MEX", {"MEX": "x"}, 3, 0],
    ),
    *each(
        SHAPE,
        "annotations: .* is not a .partner, text. pair",
        "annotations",
        [("MEX", "x"), [("MEX", "a", "b")], [3], [["MEX"]]],
    ),
    *each(
        SHAPE,
        "annotations: MEX has two",
        "annotations",
        [[("MEX", "a"), ("Mexico", "b")]],
    ),
    *each(SHAPE, "entities has to be a mapping", "entities", [["E1"], "E1", 3]),
    *each(SHAPE, "labels has to be a mapping", "labels", [["deficit"], 0]),
    *each(SHAPE, "labels='deficit' cannot be read as JSON", "labels", ["deficit"]),
    *each(
        SHAPE,
        "correction has to be a .date, text. pair",
        "correction",
        ["x", ("2025-01-01",), 3, ("2025-01-01", "a", "b"), []],
    ),
    *each(SHAPE, "nested at most 8 levels", "source", [LOOP]),
    *each(
        SHORT_WORDS,
        "a mark in groups",
        "groups",
        [{"": ["MEX"]}, {1: ["MEX"]}, {"A" * 13: ["MEX"]}],
    ),
    *each(
        SHORT_WORDS,
        "groups has the mark 'A' twice",
        "groups",
        [{"A": ["MEX"], "A ": ["CAN"]}],
    ),
    *each(
        SHORT_WORDS,
        "groups 'A' is 281 char",
        "groups",
        [{"A": ("x" * 281, ["MEX"])}],
    ),
    *each(
        SHORT_WORDS,
        "annotations MEX",
        "annotations",
        [[("MEX", value)] for value in ("", 3, None, "x" * 301, BIDI)],
    ),
    *each(
        SHORT_WORDS,
        "entities",
        "entities",
        [
            {"E1": ""},
            {"E1": 3},
            {"E1": "x" * 101},
            {"E1": BIDI},
            {"": "x"},
            {1: "x"},
            {"E" * 61: "x"},
            {"_total": "x"},
            {SURROGATE: "x"},
        ],
    ),
    *each(
        SHORT_WORDS,
        "labels 'deficit'",
        "labels",
        [{"deficit": value} for value in ("", " ", 3, None, ["x"], "x" * 41, BIDI, SURROGATE)],
    ),
    *each(
        SHORT_WORDS,
        "labels: no chart prints a term .*the terms are partner",
        "labels",
        [{"nope": "x"}, {1: "x"}],
    ),
    *each(
        FLAG,
        "others=.* has to be True or False",
        "others",
        ["yes", 2, None, own(), np.array([1, 2])],
    ),
    *each(
        FLAG,
        "total=.* has to be True or False",
        "total",
        [-1, "", []],
    ),
    *each(
        FLAG,
        "near_tie",
        "near_tie",
        [3, None, ["x"], "", " ", BIDI],
    ),
    *each(
        CONTEXT,
        "in context=: the frame has to be a data frame",
        "context",
        [[1], "x", 3],
    ),
    *each(CONTEXT, "in context=: the frame has no rows", "context", [shares().head(0)]),
    *each(
        CONTEXT,
        "in context=: there is no column 'year'",
        "context",
        [shares(year=None)],
    ),
    *each(CONTEXT, "no column 'partner'", "context", [shares(partner=None)]),
    *each(
        CONTEXT,
        "call the measure's column 'share'",
        "context",
        [shares(share=None, a=0.1, b=0.2), own(), shares(share=None)],
    ),
    *each(
        CONTEXT,
        "the name of context's column",
        "context",
        [shares(share=None, **{name: 0.1}) for name in ("x" * 101, BIDI, " ")],
    ),
    *each(
        CONTEXT,
        "column 'partner', row 1: no partner is called 'Atlantis'",
        "context",
        [shares(partner=["MEX", "Atlantis"])],
    ),
    *each(
        SHARES,
        "in context=: column 'share', rows 0 and 1: 40 is not a share.*by 100",
        "context",
        [shares(share=[40.0, 50.0])],
    ),
    *each(
        SHARES,
        "in context=: column 'share', row 1: -0.1 is not",
        "context",
        [shares(share=[0.1, -0.1])],
    ),
    *each(
        SHARES,
        "in context=: partner 'MEX' has two rows",
        "context",
        [shares(partner=["MEX", "Mexico"])],
    ),
    Refused(NO_SOURCE, "does not say where it is from.*source=", own(), {"source": None}),
    Refused(NO_SOURCE, "source", attributed(3), {"source": None}),
]
