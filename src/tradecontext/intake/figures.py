"""Parse columns of figures: numbers, and text as spreadsheets and statistics offices write numbers."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal, InvalidOperation
from math import isnan
from typing import TYPE_CHECKING, Any

import numpy as np

from tradecontext.errors import DataError, shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

TOLD = 3
"""Number of rows that a message names; it counts the others."""
NO_FIGURE = {"", "..", "...", ":", "n/a", "n.a.", "na", "nan", "null", "none"}
"""Cells with which publishers say that there is no figure. A lone dash is left out, since it means 0 in some tables and
missing in others."""
FLAG = re.compile(r"\s*[*\u2020\u2021]+$|\s*\[\w{1,2}\]$|\s+(?:[bcdefprsuz]|[ep]{2})$")
"""Footnote marks after a figure: stars and daggers, numbers in brackets, Eurostat's letters ("p": provisional)."""
MINUS = "-\N{MINUS SIGN}\N{EN DASH}\N{FIGURE DASH}\N{HYPHEN}\N{SMALL HYPHEN-MINUS}\N{FULLWIDTH HYPHEN-MINUS}"
CURRENCIES = "$\N{EURO SIGN}\N{POUND SIGN}\N{YEN SIGN}\N{INDIAN RUPEE SIGN}"
SPACES = re.compile(r"[\s'\u2019\u066c\u00a0\u202f\u2009]+")
"""Thousands separators that have no other meaning: spaces of any width, apostrophes, the Arabic one."""


def missing(value: object) -> bool:
    """Return whether a value is one of those that mean missing in pandas."""
    return value is None or type(value).__name__ in {"NAType", "NaTType"} or (isinstance(value, float) and isnan(value))


def place(data: pd.DataFrame, row: int) -> str:
    """Return the index label of a row, for a message."""
    label = data.index[row]
    return shown(label.item() if isinstance(label, np.generic) else label)


def several_rows(data: pd.DataFrame, rows: Sequence[int]) -> str:
    """Return rows in words: "row 3", "rows 3, 4 and 5", "rows 3, 4, 5 and 12 more"."""
    named = [place(data, row) for row in rows[:TOLD]]
    if len(rows) > TOLD:
        return f"rows {', '.join(named)} and {len(rows) - TOLD} more"
    return f"row {named[0]}" if len(named) == 1 else f"rows {', '.join(named[:-1])} and {named[-1]}"


def numbers(data: pd.DataFrame, name: Any, *, amounts: bool = False) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Return a column as float64 (n,), missing as NaN.

    Text is parsed as spreadsheets write figures: ``(295.4)``, ``89,934,567``, ``1 234,5``, ``45.3%`` (0.453), with any
    minus sign. The thousands separator and the decimal mark are decided for the column as a whole. If `amounts` is
    true, the column holds amounts of money, and per cents are refused.

    Raises
    ------
    DataError
        If text is not a figure or could be either of two, if a figure is infinite, if there are per cents among
        amounts, and for anything else that is not a figure, with all rows concerned.
    """
    import pandas as pd

    values = data[name]
    kind = pd.api.types
    if isinstance(values.dtype, pd.CategoricalDtype) or kind.is_object_dtype(values) or kind.is_string_dtype(values):
        figures = _figures(values.astype(object).tolist(), data, name, amounts=amounts)
    elif kind.is_numeric_dtype(values) and not kind.is_bool_dtype(values) and not kind.is_complex_dtype(values):
        figures = values.to_numpy(dtype="float64", na_value=np.nan)
    else:
        raise DataError(f"column {name!r} has {values.dtype} values, not figures; turn it into numbers first")
    if np.isinf(figures).any():
        rows = np.flatnonzero(np.isinf(figures)).tolist()
        raise DataError(
            f"column {name!r}, {several_rows(data, rows)}: the figure is infinite; correct it or leave it missing"
        )
    return figures


def _figures(
    values: list[Any], data: pd.DataFrame, name: Any, *, amounts: bool
) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Parse objects of any kind: numbers stay, missing values become NaN, text is parsed."""
    figures = np.full(len(values), np.nan)
    texts: dict[int, str] = {}
    wrong: list[int] = []
    for row, value in enumerate(values):
        if isinstance(value, str):
            if value.strip().casefold() not in NO_FIGURE:
                texts[row] = value
        elif _is_number(value):
            figures[row] = _float(value)
        elif not missing(value):
            wrong.append(row)
    if amounts:
        _no_shares(texts, data, name)
    marks = _marks(texts, data, name)
    for row, text in texts.items():
        figure = _written(text, marks)
        if figure is None:
            wrong.append(row)
        else:
            figures[row] = figure
    if wrong:
        raise _no_figures(values, sorted(wrong), data, name)
    return figures


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float, Decimal, np.number)) and not isinstance(
        value, (bool, np.complexfloating, np.timedelta64)
    )


def _float(value: Any) -> float:
    try:
        return float(value)
    except (OverflowError, ValueError):
        return np.inf


def _no_shares(texts: dict[int, str], data: pd.DataFrame, name: Any) -> None:
    shares = [row for row, text in texts.items() if (found := _body(text)) is not None and found[1]]
    if shares:
        raise DataError(
            f"column {name!r}, {several_rows(data, shares)}: {texts[shares[0]][:40]!r} is a share, where an amount of "
            "money is needed; name the column of amounts"
        )


def _no_figures(values: list[Any], wrong: list[int], data: pd.DataFrame, name: Any) -> DataError:
    first = values[wrong[0]]
    kind = "text" if isinstance(first, str) else type(first).__name__
    return DataError(
        f"column {name!r}, {several_rows(data, wrong)}: {str(first)[:40]!r} is {kind}, not a figure; "
        f"{_without_flags(values, wrong, name)}correct it, or leave it missing"
    )


def _without_flags(values: list[Any], wrong: list[int], name: Any) -> str:
    """Return the call that removes footnote marks after figures, if they are the only fault."""
    bare = [FLAG.sub("", each) if isinstance(each := values[row], str) else "" for row in wrong]
    if not all(found is not None and re.fullmatch(r"[\d.,]+", found[2]) for found in map(_body, bare)):
        return ""
    return (
        f"if what follows the figure marks a note: data.assign(**{{{str(name)!r}: "
        f"data[{name!r}].astype(str).str.replace(r'{FLAG.pattern}', '', regex=True)}}); otherwise "
    )


def _body(text: str) -> tuple[bool, bool, str] | None:
    """Split the text of a figure: whether it is negative, whether it is per cent, and its digits with their marks."""
    text = unicodedata.normalize("NFKC", SPACES.sub("", text)).replace("\u066b", ".")
    # NFKC has turned full-width digits into ASCII; digits of other scripts are replaced by their value.
    text = "".join(str(unicodedata.digit(each)) if unicodedata.digit(each, None) is not None else each for each in text)
    negative = text.startswith("(") and text.endswith(")")
    text = text[1:-1] if negative else text
    percent = text.endswith("%")
    text = text.removesuffix("%")
    for sign in MINUS:
        # "295.4-" is how some ledgers write a negative figure.
        if text.startswith(sign) or text.endswith(sign):
            negative, text = not negative, text.removeprefix(sign) if text.startswith(sign) else text.removesuffix(sign)
            break
    text = text.removeprefix("+").removeprefix("US").strip(CURRENCIES)
    for sign in MINUS:
        text, negative = (text[1:], not negative) if text.startswith(sign) else (text, negative)
    return (negative, percent, text) if text[:1].isdigit() or text[:1] in {".", ","} else None


def _written(text: str, marks: tuple[str, str]) -> float | None:
    """Parse a text with the given thousands separator and decimal mark; return None if it is not a figure."""
    found = _body(text)
    if found is None:
        return None
    negative, percent, body = found
    thousands, decimal = marks
    whole, point, _ = body.partition(decimal)
    if thousands in whole and not _grouped(whole, thousands):
        return None
    try:
        value = Decimal(whole.replace(thousands, "") + ("." if point else "") + body[len(whole) + len(point) :])
    except InvalidOperation:
        return None
    if not value.is_finite():
        return None
    value = value.scaleb(-2) if percent else value
    return float(-value if negative and value else value)


def _grouped(whole: str, mark: str) -> bool:
    """Return whether digits are grouped in threes or, as in India, in twos before the last three."""
    m = re.escape(mark)
    return bool(re.fullmatch(rf"\d{{1,3}}({m}\d{{3}})+|\d{{1,2}}({m}\d{{2}})*{m}\d{{3}}", whole))


def _marks(texts: dict[int, str], data: pd.DataFrame, name: Any) -> tuple[str, str]:
    """Infer the thousands separator and the decimal mark from the figures of a column.

    Raises
    ------
    DataError
        If the figures are ambiguous, or contradict each other.
    """
    decimal: dict[str, int] = {}
    thousands: dict[str, int] = {}
    unclear: dict[str, int] = {}
    for row, text in texts.items():
        found = _body(text)
        if found is None or not re.fullmatch(r"[\d.,]+", found[2]):
            continue
        body = found[2]
        last = max(body, key=lambda mark: body.rfind(mark) if mark in ".," else -1)
        if last not in ".,":
            continue
        other = "," if last == "." else "."
        before, _, after = body.rpartition(last)
        if last in before:
            thousands.setdefault(last, row)
        elif other in before:
            decimal.setdefault(last, row)
            thousands.setdefault(other, row)
        elif len(after) == 3 and 0 < len(before) <= 3 and before.strip("0"):
            unclear.setdefault(last, row)
        else:
            decimal.setdefault(last, row)
    both = next((mark for mark in ".," if mark in decimal and mark in thousands), None)
    if both or len(decimal) > 1 or len(thousands) > 1:
        rows = [decimal[both], thousands[both]] if both else list((decimal if len(decimal) > 1 else thousands).values())
        written = " and ".join(repr(texts[row]) for row in rows)
        raise DataError(
            f"column {name!r}, {several_rows(data, rows)}: {written} use the same mark for decimals and for thousands; "
            "write the column one way"
        )
    point = next(iter(decimal), "") or next((("," if mark == "." else ".") for mark in thousands), "")
    if not point and unclear:
        mark, row = next(iter(unclear.items()))
        plain = f"pd.to_numeric(data[{name!r}]" if mark == "." else f"data[{name!r}].str.replace(',', '.').astype(float"
        raise DataError(
            f"column {name!r}, {several_rows(data, [row])}: is {texts[row]!r} in thousands, or a figure with three "
            f"decimals? If {mark!r} parts thousands: data[{name!r}].str.replace({mark!r}, '').astype(float); if it is "
            f"the decimal mark: {plain})"
        )
    point = point or "."
    return ("," if point == "." else "."), point
