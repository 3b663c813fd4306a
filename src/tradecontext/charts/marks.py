"""The author's additions to rows and years: highlights, group marks, and remarks."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from tradecontext import intake
from tradecontext.charts.options import some
from tradecontext.errors import DataError, Faults, shown
from tradecontext.text.printable import LONGEST, filled, words

if TYPE_CHECKING:
    from tradecontext.text.language import Language

LONGEST_MARK = 12
LONGEST_OF_YEAR = 180
"""Most characters of a remark on a year, which is printed after the year."""


@dataclass(frozen=True)
class Marks:
    """Marks and remarks by partner code, the notes that explain them, and remarks on years, in the author's order."""

    groups: Mapping[str, list[str]]
    notes: list[str]
    remarks: Mapping[str, str]
    of_years: list[tuple[int, str]]

    def standing(self, code: str, highlight: Mapping[str, int]) -> dict[str, Any]:
        """Return the fields of a row in a spec for its highlight, marks and remark.

        `highlight` has the number of each highlighted partner's accent.
        """
        row: dict[str, Any] = {"highlight": highlight[code]} if code in highlight else {}
        row |= {"marks": list(self.groups[code])} if code in self.groups else {}
        return row | ({"annotation": self.remarks[code]} if code in self.remarks else {})


def marks(
    options: Mapping[str, Any],
    names: Mapping[str, str],
    language: Language,
    *,
    left_out: Collection[str] = (),
    years: Sequence[int] = (),
) -> Marks:
    """Read the options ``groups`` and ``annotations``.

    Parameters
    ----------
    options : mapping
        ``groups`` is a mapping of a short mark to partners, ``{"USMCA": ["MEX", "CAN"]}``, or to a meaning and
        partners, ``{"*": ("USMCA member", ["MEX", "CAN"])}``; ``annotations`` are pairs of a partner or a year and
        a remark on it.
    names : mapping
        Names of the partners in the chart, by code. A mark that none of them has gets no note.
    left_out : collection of str
        Partners in the data that have no row.
    years : sequence of int
        The years that a remark can be on, if the chart draws years.

    Raises
    ------
    DataError
        For an unknown partner, a remark on a row or a year that is not drawn, or a mark that is not a short text.
    """
    faults = Faults()
    found: dict[str, list[str]] = {}
    notes: list[str] = []
    remarks: dict[str, str] = {}
    of_years: list[tuple[int, str]] = []
    with faults.noted():
        found, notes = _groups({} if options["groups"] is None else options["groups"], names, language)
    with faults.noted():
        for key, text in pairs(options["annotations"]):
            with faults.noted():
                if _is_year(key):
                    of_years.append((_year(int(key), years), filled(text, f"annotations {key}", LONGEST_OF_YEAR)))
                else:
                    code = _row(key, names, left_out, remarks)
                    remarks[code] = filled(text, f"annotations {code}", hint="take it out, or give it words")
    faults.refuse()
    return Marks(found, notes, remarks, of_years)


def _groups(groups: object, names: Mapping[str, str], language: Language) -> tuple[dict[str, list[str]], list[str]]:
    """Return the marks of each partner, and the notes that say what they mean."""
    if not isinstance(groups, Mapping):
        raise DataError("groups has to be a mapping of a short mark to partners, for example {'USMCA': ['MEX', 'CAN']}")
    found: dict[str, list[str]] = {}
    notes = []
    seen: set[str] = set()
    for key, value in groups.items():
        mark = filled(key, "a mark in groups", LONGEST_MARK)
        if mark in seen:
            raise DataError(f"groups has the mark {mark!r} twice; put its partners in one list")
        seen.add(mark)
        meaning, members = ("", value) if not _pair(value) else (words(value[0], f"groups {mark!r}", 280), value[1])
        codes = [code for code in intake.known(members, f"groups {mark!r}", names) if code in names]
        for code in codes:
            found.setdefault(code, []).append(mark)
        if codes:
            meaning = meaning or language.names([names[code] for code in codes])
            # A phrase, not a sentence: the note begins with the mark, which must look as it does beside the names.
            note = language.phrase("mark", mark=mark, meaning=meaning)
            if len(note) > LONGEST:
                raise DataError(
                    f"groups {mark!r} has too many partners to name; say what it means: (meaning, partners)"
                )
            notes.append(note)
    return found, notes


def _pair(value: object) -> bool:
    return (
        isinstance(value, Sequence) and len(value) == 2 and isinstance(value[0], str) and not isinstance(value[1], str)
    )


def pairs(annotations: object) -> Sequence[Any]:
    """Return the option ``annotations`` as pairs.

    Raises
    ------
    DataError
        If it is not a list, or naming every entry that is not a pair.
    """
    if annotations is None:
        return ()
    if isinstance(annotations, (str, bytes)) or not isinstance(annotations, Sequence):
        raise DataError(
            "annotations has to be a list of (partner, text) pairs, or of (year, text) where the chart has years"
        )
    faults = Faults()
    for each in annotations:
        if isinstance(each, (str, bytes)) or not isinstance(each, Sequence) or len(each) != 2:
            faults.tell(f"annotations: {shown(each)} is not a (partner, text) pair, nor (year, text)")
    faults.refuse()
    return annotations


def _row(key: object, names: Mapping[str, str], left_out: Collection[str], remarks: Collection[str]) -> str:
    """Return the code of the row that a remark is on."""
    code = intake.known([key], "annotations", names)[0]
    if code in left_out:
        raise DataError(f"annotations: {code} is not among the rows drawn; add it to highlight=, or raise top=")
    if code not in names:
        raise DataError(f"annotations: {code} has no row in the chart (the rows are {some(names)})")
    if code in remarks:
        raise DataError(f"annotations: {code} has two; put them in one")
    return code


def _is_year(key: object) -> bool:
    return isinstance(key, (int, np.integer)) and not isinstance(key, bool) and 1000 <= int(key) <= 9999


def _year(year: int, years: Sequence[int]) -> int:
    """Return the year that a remark is on."""
    if not years:
        raise DataError(f"annotations: {year} is a year, and this chart has no place for remarks on one; name a row")
    if not years[0] <= year <= years[-1]:
        raise DataError(f"annotations: {year} is not among the years drawn, {years[0]} to {years[-1]}")
    return year
