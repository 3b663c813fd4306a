"""Read US goods trade by country from the US Census Bureau: its workbook, and its API's answers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pandas as pd

from tradecontext.data import _census
from tradecontext.errors import DataError, caution
from tradecontext.intake import periods
from tradecontext.readers import _census_api, _census_workbook, _markup, _opening, _usa_trade_online

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tradecontext.intake.periods import By
    from tradecontext.readers._census_workbook import Reading
    from tradecontext.readers._opening import FileLike


def read_census(
    path_or_buffer: FileLike | Sequence[FileLike],
    *,
    by: By = "year",
    vintage: str | None = None,
    aggregates: bool = False,
) -> pd.DataFrame:
    """Read US goods trade by country and year, month, or year to date, as the US Census Bureau publishes it.

    Four formats are told apart by their content: the workbook ``country.xlsx`` (needs the extra
    ``tradecontext[excel]``), a CSV conversion of it, the JSON answers of the API
    ``timeseries/intltrade/{imports,exports}/hs``, and tables of countries saved as CSV from USA Trade Online. An
    answer has imports (GEN_VAL_MO or GEN_VAL_YR) or exports (ALL_VAL_MO or ALL_VAL_YR), a saved table "Customs Value
    (Gen) ($US)" or "Total Exports Value ($US)": pass both in a list. With imports alone, exports and balance are
    missing.

    The API echoes every predicate of a request as a column. Some of them split a country's trade into parts (SITC, end
    use, HS code, related party, district, state, …): only rows in which all these columns have ``-`` or TOTAL are read,
    and an answer without such rows is refused.

    By year, only complete years are returned. The workbook prints 0 for months that are not published yet, and an
    answer may stop in the middle of a year: such years are left out with a warning that names them. By month, months
    that are not published are left out. Rows of zeros without a year, which some workbooks have, are left out with a
    warning too.

    Parameters
    ----------
    path_or_buffer : path, open file, or list of them
        Several files must all be API answers, or tables saved from USA Trade Online.
    by : {"year", "month", "year_to_date"}
        What one row is of. ``"year_to_date"``: the months of each year from January to the last month published, so
        that the year that runs is compared with the same months of the years before.
    vintage : str, optional
        Label of the vintage, by which figures of different release dates are kept apart. By default it is
        made from the data, ``"data through 2025-02"``; two downloads of the same months at different dates
        then have the same label, so name it when that matters.
    aggregates : bool
        Return the aggregates (World, European Union, regions, …) instead of the countries.

    Returns
    -------
    pandas.DataFrame
        The columns of :func:`tradecontext.data.us_goods_trade`: partner, partner_name, year, period, exports,
        imports, balance (whole US dollars), vintage, definition. ``attrs["left_out"]``
        lists what is left out.

    Raises
    ------
    DataError
        If a file is missing, empty, damaged, or another publisher's. The message says which, where, and what to do.
    """
    span = periods.span(by)
    several = isinstance(path_or_buffer, (list, tuple))
    files = list(path_or_buffer) if isinstance(path_or_buffer, (list, tuple)) else [path_or_buffer]
    if not files:
        raise DataError("read_census was given an empty list: pass a path, an open file, or a list of them")
    answers: list[pd.DataFrame] = []
    left_out: list[str] = []
    reading: Reading | None = None
    called = ""
    for file in files:
        content, called = _opening.load(file)
        if _opening.is_workbook(content):
            reading = _census_workbook.from_workbook(content, called, span)
        else:
            text = _opening.as_text(content, called).lstrip()
            if text.startswith("<"):
                raise DataError(_page(text, called))
            if text.casefold().startswith("error:"):
                said = " ".join(text.split())[:200]
                raise DataError(f"{called} is a refusal of the Census Bureau's API, and not figures: {said!a}")
            if text.startswith(("[", "{")):
                answers.append(_census_api.parse(text, called, left_out))
            elif _usa_trade_online.is_one(text):
                answers.append(_usa_trade_online.parse(text, called, left_out))
            else:
                reading = _census_workbook.from_csv(text, called, span)
        if reading is not None and several and len(files) > 1:
            raise DataError(
                f"{called} is a whole table by itself: only API answers and tables of one flow can be read as a list"
            )
    if reading is None:
        together = called if len(files) == 1 else "the files together"
        reading = _census_api.rows(pd.concat(answers, ignore_index=True), together, span)
        reading.left_out[:0] = left_out
    return _frame(reading, vintage, aggregates=aggregates, route="api" if answers else "workbook")


def _page(text: str, called: str) -> str:
    """Describe what an HTML page that came in place of figures most likely is."""
    if re.search(r"\bkey\b", _markup.words(text), re.IGNORECASE):
        return (
            f"{called} is a web page about a key, not figures: the Census Bureau's API sends it when the key "
            "in the request is missing or wrong. Check key= and fetch again"
        )
    return f"{called} is a web page, not figures: the download was refused or the address is wrong"


def _frame(reading: Reading, vintage: str | None, *, aggregates: bool, route: _census.Route) -> pd.DataFrame:
    label = vintage or f"data through {reading.through}"
    frame, tidied = _census.tidy(reading.rows, vintage=label, aggregates=aggregates, route=route, length=reading.length)
    frame.attrs["left_out"] = [*reading.left_out, *tidied]
    if reading.left_out:
        caution(f"read_census left out {'; '.join(reading.left_out)}")
    return frame
