"""Whatever comes in, every chart is drawn whole or refused with a DataError: over its tables, options and words."""

from __future__ import annotations

import re
import warnings
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import tradecontext as tc
from frames import few
from hostile import ANYTHING, FIGURES, LABELS, PARTNERS, YEARS, drawn_or_refused
from markup import Tags
from tradecontext.outputs.load import chart_class
from tradecontext.spec import charts, validate

CELLS = st.one_of(FIGURES, PARTNERS, YEARS, LABELS)


def spoilt(data: st.DataObject, stem: str) -> pd.DataFrame:
    """Return a chart's table with rows lost or repeated, perhaps without a column, and with arbitrary cells."""
    table = few(stem)
    table = table.iloc[data.draw(st.lists(st.integers(0, len(table) - 1), max_size=len(table), unique=True))]
    if len(table) and not data.draw(st.integers(0, 5)):
        table = pd.concat([table, table.head(1)])
    columns = st.sampled_from(list(table.columns))
    for row, column, value in data.draw(st.lists(st.tuples(st.integers(0, 5), columns, CELLS), max_size=3)):
        values = table[column].tolist()
        if values:
            values[row % len(values)] = value
            table[column] = pd.Series(values, table.index, dtype=object)
    return table.drop(columns=list(data.draw(st.sets(columns, max_size=1))))


@pytest.mark.parametrize("stem", charts())
@given(st.data())
def test_any_table_is_drawn_or_refused(stem: str, data: st.DataObject) -> None:
    table = spoilt(data, stem)
    drawn_or_refused(lambda: chart_class(stem)(table))


@pytest.mark.parametrize("stem", charts())
@given(st.data())
def test_any_option_is_taken_or_refused(stem: str, data: st.DataObject) -> None:
    chart = chart_class(stem)
    names = st.sampled_from([*chart.options(), *chart.state_names])
    options = data.draw(st.dictionaries(names, ANYTHING, min_size=1, max_size=3))
    drawn_or_refused(lambda: chart(few(stem), **options))


@pytest.mark.parametrize("stem", charts())
@given(st.data())
def test_a_refused_assignment_changes_nothing(stem: str, data: st.DataObject) -> None:
    chart: Any = chart_class(stem)(few(stem), note="A note")
    name, value = data.draw(st.sampled_from(list(chart.options()))), data.draw(ANYTHING)
    before = chart.spec
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            setattr(chart, name, value)
        except tc.DataError:
            assert chart.spec == before
        else:
            assert validate(chart.spec)


@pytest.mark.parametrize("stem", charts())
@given(st.text(max_size=200))
def test_any_text_is_printed_as_it_is_or_refused(stem: str, text: str) -> None:
    remarks = {"annotations": [("MEX", text)]} if "annotations" in chart_class(stem).options() else {}
    try:
        chart = chart_class(stem)(few(stem), headline=text, note=text, **remarks)
    except tc.DataError:
        return
    shown = re.sub(r"[^\S\u00a0\u202f]+", " ", text.replace("\ufeff", "")).strip()
    assert chart.spec["frame"]["headline"] == shown
    assert shown in "".join(Tags(chart.embed("safe")).text)
