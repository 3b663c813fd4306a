"""What an author adds to single rows: highlights, group marks, and remarks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tradecontext import intake
from tradecontext.errors import DataError, shown
from tradecontext.text.printable import LONGEST, filled, words

if TYPE_CHECKING:
    from tradecontext.text.language import Language

LONGEST_MARK = 12


@dataclass(frozen=True)
class Marks:
    """Marks and remarks by partner code, and the notes that explain them."""

    groups: Mapping[str, list[str]]
    notes: list[str]
    remarks: Mapping[str, str]


def marks(groups: object, annotations: object, names: Mapping[str, str], language: Language) -> Marks:
    """Read the options ``groups`` and ``annotations``.

    Parameters
    ----------
    groups : mapping
        Short mark to partners, ``{"USMCA": ["MEX", "CAN"]}``, or to a meaning and partners,
        ``{"*": ("USMCA member", ["MEX", "CAN"])}``.
    annotations : sequence of (partner, text)
        Remarks that stand by their row.
    names : mapping
        Names of the partners in the chart, by code; a mark on none of them is left out of the notes.

    Raises
    ------
    DataError
        For an unknown partner, an annotation of a row that is not drawn, or a mark that is no short text.
    """
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
            # A phrase: the mark stands beside the names as it is, so its note cannot begin with a capital of our own.
            note = language.phrase("mark", mark=mark, meaning=meaning)
            if len(note) > LONGEST:
                raise DataError(
                    f"groups {mark!r} has too many partners to name; say what it means: (meaning, partners)"
                )
            notes.append(note)
    return Marks(found, notes, _remarks(annotations, names))


def _pair(value: object) -> bool:
    return (
        isinstance(value, Sequence) and len(value) == 2 and isinstance(value[0], str) and not isinstance(value[1], str)
    )


def _remarks(annotations: object, names: Mapping[str, str]) -> dict[str, str]:
    if isinstance(annotations, str) or not isinstance(annotations, Sequence):
        raise DataError("annotations has to be a list of (partner, text) pairs")
    remarks: dict[str, str] = {}
    for each in annotations:
        if isinstance(each, str) or not isinstance(each, Sequence) or len(each) != 2:
            raise DataError(f"annotations: {shown(each)} is not a (partner, text) pair")
        code = intake.known([each[0]], "annotations", names)[0]
        if code not in names:
            raise DataError(f"annotations: {code} has no row in the chart (the rows are {', '.join(names)})")
        if code in remarks:
            raise DataError(f"annotations: {code} has two; put them in one")
        remarks[code] = filled(each[1], f"annotations {code}", hint="take it out, or give it words")
    return remarks
