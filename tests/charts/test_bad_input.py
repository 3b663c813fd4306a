"""Every kind of bad input is refused by name or drawn as harmless text: never a wrong chart, never another error."""

from __future__ import annotations

import csv
import io
import math
import re
import warnings
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import pytest

import tradecontext as tc
from bad_input import BIDI, FRAMES, SURROGATE, Refused
from bad_options import NOT_DRAWN, OPTIONS
from bad_words import WORDS
from frames import SOURCE, few, own, ranking, rows
from golden import about
from markup import Tags
from tradecontext.chart import Chart
from tradecontext.outputs.load import chart_class
from tradecontext.spec import charts
from tradecontext.text import word_files

if TYPE_CHECKING:
    from collections.abc import Iterator

CASES = [*FRAMES, *OPTIONS, *WORDS]
DOCS = (Path(__file__).parents[2] / "docs/bad-input.md").read_text("utf-8").partition("## Specs")[0]
TABLE = dict(re.findall(r"^\| (.+?) \| (.+?) \|$", DOCS, re.MULTILINE)[1:])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.words[:50])
def test_refused_by_name(case: Refused) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with pytest.raises(tc.DataError, match=case.words):
            draw(case.data, case.options)


ALIKE = {"highlight", "groups", "annotations", "entities", "labels", "top", "sort_by", *Chart.options()}
"""Options that mean the same in each chart that has them."""
SHARED = sorted({name for case in CASES for name in case.options if len(case.options) == 1} & ALIKE)


@pytest.mark.slow
@pytest.mark.parametrize("stem", charts())
@pytest.mark.parametrize("option", SHARED)
def test_every_chart_refuses_what_one_refuses(stem: str, option: str) -> None:
    chart, data = chart_class(stem), few(stem)
    if option not in {*chart.options(), *chart.state_names}:
        return
    # One of each kind: how a value is checked does not depend on the chart. Whether a remark has a place does.
    cases = {case.words: case for case in CASES if list(case.options) == [option] and case.line != NOT_DRAWN}
    for case in cases.values():
        if case.options[option] is not None:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                with pytest.raises(tc.DataError, match=f"{option}|{case.words}"):
                    chart(data, **case.options)


def test_a_mapping_is_shown_as_the_author_wrote_it() -> None:
    with pytest.raises(tc.DataError, match=r"top=\{'MEX': 1\} has to be"):
        ranking(top={"MEX": 1})


def draw(data: Any, options: dict[str, Any]) -> tc.DeficitRanking:
    """Draw the data of a case, in dollars unless it has a unit."""
    said = {"unit", "definition"} & set(getattr(data, "columns", ()))
    return tc.DeficitRanking(data, **{"source": SOURCE, **({} if said else {"unit": "usd"}), **options})


def test_the_docs_have_every_line_and_no_other() -> None:
    refused = {line for line, answer in TABLE.items() if answer.startswith("`DataError`")}
    assert refused == {case.line for case in CASES}
    assert all(answer.startswith(("`DataError`", "drawn", "`TypeError`", "a warning")) for answer in TABLE.values())


def test_no_message_breaks_a_terminal() -> None:
    for name in (BIDI, SURROGATE, "a\nb", "\x1b[31m"):
        for options in ({"highlight": [name]}, {"entities": {name: ""}}, {"labels": {name: "x"}}, {"theme": name}):
            with pytest.raises(tc.DataError) as refusal:
                ranking(**options)
            message = str(refusal.value)
            assert message.isprintable(), message
            assert len(message) < 600


HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "<!-- --><![CDATA[",
    '" onmouseover="alert(1)" x=\'',
    "&lt;b&gt; & &amp;",
    "${alert(1)} {year} {0} %s",
    "javascript:alert(1)",
]
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("https://example.org")']


def everywhere(stem: str, text: str) -> Chart:
    """Return a chart with a text in every option that takes words, and as the name of one of its partners."""
    kind, data = chart_class(stem), few(stem)
    data["partner_name"] = data["partner_name"].where(data["partner"] != "CHN", text)
    data["partner"] = data["partner"].replace("CHN", "E1")
    short, known = text[:12], kind.options()
    options = {
        "entities": {"E1": text},
        "source": [text, (text, "https://example.org/?a=1&b=2")],
        "labels": dict.fromkeys(word_files.words(f"charts/{stem}", "en")["terms"], text[:40]),
        "groups": {short: (text, ["MEX"])},
        "annotations": [("MEX", text)],
        "correction": ("2025-01-02", text),
        "highlight": ["E1"],
        **dict.fromkeys(["headline", "short_headline", "subtitle", "note", "byline", "credit", "alt"], text),
    }
    more = eval(f"dict({about(stem).WORDY})", {"tc": tc})
    return kind(data, **{name: value for name, value in options.items() if name in known}, **more)


def outputs(chart: Chart) -> Iterator[Tags]:
    yield Tags(chart.to_html())
    for kind in ("safe", "inline", "component"):
        yield Tags(chart.embed(kind))
    yield Tags(chart.embed("iframe", "https://example.org/chart.html"))
    yield Tags(chart.embed("srcdoc"))


@cache
def harmless(stem: str, text: str) -> list[Tags]:
    return list(outputs(everywhere(stem, text)))


@pytest.mark.parametrize("stem", charts())
@pytest.mark.parametrize("text", HOSTILE + FORMULAS)
def test_markup_and_code_are_drawn_as_the_text_they_are(stem: str, text: str) -> None:
    chart = everywhere(stem, text)
    *found, frame = outputs(chart)
    # A snippet wraps a URL in an element of its own, so that no CMS makes an embed of it.
    *plain, plain_frame = harmless(stem, 'plain "https://plain.example"' if "://" in text else "plain words")
    for seen, expected in zip(found, plain, strict=True):
        assert seen.tags == expected.tags
        # Names of lines stand in another order where their texts are of another length.
        assert sorted(name for name, _ in seen.attributes) == sorted(name for name, _ in expected.attributes)
        assert text in "".join([*seen.text, *(value or "" for name, value in seen.attributes if name == "title")])
        assert not [
            value for name, value in seen.attributes if name == "href" and not str(value).startswith("https://")
        ]
    assert frame.tags == plain_frame.tags
    assert dict(frame.attributes)["srcdoc"] == chart.to_html().replace("padding:16px", "padding:4px")
    assert dict(frame.attributes)["title"] == text
    assert tc.from_spec(chart.spec).spec == chart.spec


@pytest.mark.parametrize("stem", charts())
@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_of_the_csv_is_a_formula(stem: str, text: str) -> None:
    lines = list(csv.reader(io.StringIO(everywhere(stem, text).to_csv().removeprefix("\ufeff"))))
    assert len({len(line) for line in lines}) == 1
    for cell in (cell for line in lines for cell in line):
        assert not cell.startswith(("=", "+", "@", "\t", "\r"))
        assert not cell.startswith("-") or cell.removeprefix("-").replace(".", "").isdigit()


@pytest.mark.parametrize("stem", charts())
@pytest.mark.parametrize("text", ["a\nb", "a\u2028b", "a\u2029b", "a\r\n\tb", "\ufeff a  b "])
def test_line_breaks_become_spaces(stem: str, text: str) -> None:
    chart = everywhere(stem, text)
    assert chart.spec["frame"]["headline"] == "a b"
    assert all(row.get("annotation", "a b").endswith("a b") for row in chart.spec["rows"] if row["partner"] == "MEX")
    assert not set("\u2028\u2029\ufeff") & set(
        chart.to_html() + chart.embed("safe") + chart.to_csv().removeprefix("\ufeff")
    )


@pytest.mark.parametrize("stem", charts())
@pytest.mark.parametrize("mark", ["\u200f", "\u061c", "\u200d", "\u00ad"])
def test_marks_that_scripts_need_are_kept(stem: str, mark: str) -> None:
    assert everywhere(stem, f"a{mark}b").spec["frame"]["headline"] == f"a{mark}b"


@pytest.mark.parametrize(
    "data",
    [
        own(exports=pd.array([334 * 10**9, 349 * 10**9, 143 * 10**9], dtype="Int64")),
        own(exports=pd.array([334e9, 349e9, 143e9], dtype="Float64")),
        own(exports=pd.Series([334 * 10**9, 349e9, np.float64(143e9)], dtype=object)),
        own(exports=pd.Categorical([334e9, 349e9, 143e9])),
        own(partner=pd.Categorical(["MEX", "CAN", "CHN"])),
        own(partner=pd.Series(["MEX", "CAN", "CHN"], dtype="string")),
        own(partner=[" MEX ", "canada", "China"]),
        own(year=np.int16(2024)),
        own(year=2024.0),
        own(unit=None).set_index(pd.Index([0, 0, 0])),
    ],
)
def test_figures_and_names_of_other_kinds_are_the_same_chart(data: pd.DataFrame) -> None:
    assert ranking(data).spec == ranking().spec
    assert ranking(data, top=np.int64(10), year=np.int32(2024), others=np.bool_(0)).spec == ranking().spec


@pytest.mark.parametrize("missing", [None, math.nan, pd.NA, pd.NaT])
def test_missing_is_no_row_and_never_zero(missing: Any) -> None:
    chart = ranking(own(exports=pd.Series([334e9, missing, 143e9], dtype=object)))
    assert list(rows(chart)) == ["CHN", "MEX"]
    assert "No figure in the data for Canada, 2024." in chart.spec["frame"]["notes"]


def test_an_unknown_option_is_the_one_type_error() -> None:
    with pytest.raises(TypeError, match="no option 'heading'"):
        ranking(heading="x")
