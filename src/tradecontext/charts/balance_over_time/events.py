"""What is remarked on at a period: the author's events, breaks in a series, and figures that are not final."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from tradecontext.charts.balance_over_time.read import when
from tradecontext.charts.marks import LONGEST_OF_YEAR, pairs
from tradecontext.charts.options import partners
from tradecontext.errors import DataError, shown
from tradecontext.intake.dated import MONTHS
from tradecontext.intake.years import of_pandas
from tradecontext.text.printable import filled

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from tradecontext.charts.balance_over_time.read import Trade
    from tradecontext.charts.balance_over_time.rows import Line
    from tradecontext.text.language import Language

Spans = Sequence[tuple[int, int]]

MOST = 50


@dataclass(frozen=True)
class Breaks:
    """Breaks as (partner, first month after it, text), where None is every partner; and those of the frame by code."""

    own: Mapping[str, list[int]]
    given: list[tuple[str | None, int, str]]

    def months(self, code: str) -> set[int]:
        """Return the first months after a break in a partner's series."""
        return {*self.own.get(code, ()), *(month for whose, month, _ in self.given if whose in {None, code})}

    def places(self, code: str, spans: Spans) -> list[int]:
        """Return the places of the first periods after a partner's breaks."""
        found = {at for month in self.months(code) if (at := at_or_after(month, spans)) is not None}
        return sorted(found - {0})

    def texts(self, drawn: Mapping[str, Line], spans: Spans, by: str, language: Language) -> list[str]:
        """Return the breaks of the lines drawn in words, in the order of time; breaks that are alike share one text."""
        said = {(whose, month): text for whose, month, text in self.given}
        alike: dict[tuple[int, str], list[str]] = {}
        for code, line in drawn.items():
            for month in self.months(code):
                place = at_or_after(month, spans)
                if place in line.breaks:
                    text = said.get((code, month)) or said.get((None, month)) or language.phrase("break")
                    alike.setdefault((month, text), []).append(line.name)
        found = []
        for (month, text), names in sorted(alike.items()):
            parts = {"when": _when(month, by, language), "names": language.names(names), "text": text.removesuffix(".")}
            found.append(language.sentence("remark_names", **parts))
        return found


def breaks(value: object, read: Trade, spans: Spans) -> Breaks:
    """Read the option ``breaks``: (partner, when, text), or (when, text) for every partner.

    Raises
    ------
    DataError
        For anything else, or a period outside those drawn.
    """
    wanted = "(partner, when, text), or (when, text) for every partner"
    if value is not None and (isinstance(value, (str, bytes)) or not isinstance(value, Sequence)):
        raise DataError(f"breaks has to be a list of {wanted}")
    found: list[tuple[str | None, int, str]] = []
    for each in value or ():
        if isinstance(each, (str, bytes)) or not isinstance(each, Sequence) or len(each) not in {2, 3}:
            raise DataError(f"breaks: {shown(each)} is not {wanted}")
        *whose, first, text = each
        code = partners(whose, "breaks", read.names)[0] if whose else None
        found.append((code, _month(first, "breaks", spans), filled(text, f"breaks {first}", LONGEST_OF_YEAR)))
    return Breaks(read.breaks, found)


def split(annotations: object) -> tuple[list[tuple[Any, Any]], list[tuple[Any, Any]]]:
    """Part the option ``annotations`` into remarks on years or months, and those on rows."""
    dated: list[tuple[Any, Any]] = []
    rows: list[tuple[Any, Any]] = []
    for key, text in pairs(annotations):
        number = (isinstance(key, (int, np.integer)) and not isinstance(key, bool)) or of_pandas(key) is not None
        (dated if number or (isinstance(key, str) and key.strip()[:1].isdigit()) else rows).append((key, text))
    return dated, rows


def remarks(
    listed: Collection[tuple[Any, Any]],
    drawn: Mapping[str, Line],
    spans: Spans,
    by: str,
    language: Language,
) -> list[tuple[int, str]]:
    """Return the author's events and the breaks, each as its place and its text, in the order of time.

    Raises
    ------
    DataError
        For a period outside those drawn, or too many.
    """
    found = []
    for key, text in listed:
        place = at_or_after(_month(key, "annotations", spans), spans) or 0
        words = filled(text, f"annotations {key}", LONGEST_OF_YEAR)
        # A year on an axis of months is an event of that year, and no month is named.
        month = key if len(str(key).strip()) == 4 else _when(_month(key, "annotations", spans), by, language)
        found.append((place, language.sentence("remark", when=month, text=words)))
    marked = {place: language.phrase("break_mark") for line in drawn.values() for place in line.breaks}
    found += [
        (place, language.sentence("remark_names", when=_when(spans[place][1], by, language), names=names, text=text))
        for place, text in marked.items()
        if (names := language.names([line.name for line in drawn.values() if place in line.breaks]))
    ]
    if len(found) > MOST:
        raise DataError(f"breaks and annotations make {len(found)} remarks; at most {MOST} can be printed")
    return sorted(found, key=lambda each: each[0])


def provisional(value: object, spans: Spans) -> int | None:
    """Return the place of the first period with a month that is not final.

    Raises
    ------
    DataError
        If it is neither a year nor a month, or outside the periods drawn.
    """
    return None if value is None else at_or_after(_month(value, "provisional", spans), spans)


def at_or_after(month: int, spans: Spans) -> int | None:
    """Return the place of the first period that ends in a month or later."""
    return next((place for place, (_, last) in enumerate(spans) if last >= month), None)


def _month(value: object, option: str, spans: Spans) -> int:
    """Return the first month that an option names, within the periods drawn."""
    first, last = when(value, option)
    if last < spans[0][0] or first > spans[-1][1]:
        ends = [f"{month // MONTHS}-{month % MONTHS + 1:02d}" for month in (spans[0][0], spans[-1][1])]
        raise DataError(f"{option}: {shown(value)} is not among the periods drawn, {ends[0]} to {ends[1]}")
    return first


def _when(month: int, by: str, language: Language) -> str:
    year, of = month // MONTHS, month % MONTHS + 1
    return language.months((year, of), (year, of)) if by in {"month", "twelve_months"} else language.whole(year)
