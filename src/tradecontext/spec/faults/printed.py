"""Numbers as a spec prints them: read back, and held to the figures they stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from tradecontext.errors import shown
from tradecontext.text.language import rounded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tradecontext.text.language import Language

SEPARATORS = (
    ".,'\N{RIGHT SINGLE QUOTATION MARK}\N{ARABIC DECIMAL SEPARATOR}\N{ARABIC THOUSANDS SEPARATOR}\u00a0\u2009\u202f"
)
"""What languages put between thousands, or before a fraction."""
RUN = re.compile(r"(?:(?<!\w)([-+\N{MINUS SIGN}]))?" rf"(<?)(\d(?:[\d{SEPARATORS}]*\d)?)")
NOISE = 1e-9
"""A figure this near to half a unit of the last place printed is looked at digit by digit."""


class Figure(NamedTuple):
    """One number that a text has: how large, with how many decimals, and whether it says to be less than that."""

    size: float
    decimals: int
    negative: bool
    less: bool


LONGEST = 400
"""Digits of the longest number that any figure has."""


@dataclass(frozen=True)
class Numbers:
    """How numbers are written: pairs of what stands before a fraction and what may stand between thousands."""

    formats: tuple[tuple[str, str], ...]

    def read(self, text: str) -> tuple[Figure, ...]:
        """Return the numbers of a text."""
        return _read(text, self.formats)

    def agrees(self, text: str, value: float, shift: int = 0, *, within: float = 0.0) -> bool:
        """Say whether a text has a number that a figure is printed as, in units of ten to minus the `shift`.

        By the rule of :mod:`tradecontext.text.language`: half away from zero on the shortest decimal text. The figure
        may be off `within` so much.
        """
        return self.holds(Printed("", text, "", value, within=within), shift)

    def holds(self, figure: Printed, shift: int) -> bool:
        """Say whether the text of a figure is what it is printed as; where there is none, the text may be no number."""
        if figure.value is None:
            return not self.bare(figure.text)
        _, text, _, *how = figure
        return _agrees(text, self.formats, shift, *how)

    def bare(self, text: str) -> bool:
        """Say whether a text is a number and no words."""
        return bool(self.read(text)) and not any(map(str.isalpha, text))

    def written(self, value: float, shift: int = 0, decimals: int = 1) -> str:
        """Write a figure for a message."""
        text = f"{rounded(value, decimals, -shift):f}"
        return text.replace(".", self.formats[0][0])


def numbers(given: Mapping[str, Any] | None, language: Language | None) -> Numbers:
    """Return how numbers are written: as a spec says itself, as its language does, or either way that is usual."""
    own = language.numbers(amounts=True) if language else {}
    known = given or own
    if not known:
        return Numbers(((".", SEPARATORS.replace(".", "")), (",", SEPARATORS.replace(",", ""))))
    decimal = str(known["decimal"])
    group = known.get("group") or (own.get("group") if own.get("decimal") == decimal else None)
    return Numbers(((decimal, str(group or SEPARATORS.replace(decimal, ""))),))


@lru_cache(maxsize=16)
def _pattern(decimal: str, groups: str) -> re.Pattern[str]:
    between = f"[{re.escape(groups)}]"
    return re.compile(rf"(\d{{1,3}}(?:{between}\d{{3}})+|\d+)(?:{re.escape(decimal)}(\d+))?")


# The same texts come again with every option that an author changes.
@lru_cache(maxsize=20_000)
def _read(text: str, formats: tuple[tuple[str, str], ...]) -> tuple[Figure, ...]:
    found = []
    for sign, less, digits in RUN.findall(text):
        for decimal, groups in formats:
            match = _pattern(decimal, groups).fullmatch(digits)
            if match and len(digits) <= LONGEST:
                whole, fraction = re.sub(r"\D", "", match[1]), match[2] or ""
                size = float(f"{whole}.{fraction or 0}")
                found.append(Figure(size, len(fraction), sign not in {"", "+"}, bool(less)))
    return tuple(found)


@lru_cache(maxsize=20_000)
def _agrees(text: str, formats: tuple[tuple[str, str], ...], shift: int, value: float, *how: float) -> bool:
    signed, counted, within = how
    size, off = (_scaled(each, shift) for each in (abs(value), within))
    for printed in _read(text, formats):
        if printed.size and (signed or printed.negative) and printed.negative != (value < 0) and off < size:
            continue
        if printed.less:
            found = 0 < size <= printed.size
        else:
            half = 0.5 / 10**printed.decimals
            gap = abs(printed.size - size) - off - half
            # This near to half a unit of the last place, floating point does not decide.
            near = abs(gap) <= half * NOISE + size * 1e-14
            exact = near and rounded(abs(value), printed.decimals, -shift) == Decimal(repr(printed.size))
            found = gap < 0 if not near else bool(counted or exact)
        if found:
            return True
    return False


def _scaled(value: float, shift: int) -> float:
    return float(value * 10**shift if shift >= 0 else value / 10**-shift)


class Printed(NamedTuple):
    """A figure beside its text.

    Parameters
    ----------
    where, text : str
        Where the text is, and the text.
    name, value : str, float or None
        The figure's name for a message, and the figure.
    signed : bool
        Whether the text has the figure's sign.
    counted : bool
        Whether the figure is counted out of others here: floating point may have decided a half otherwise before.
    within : float
        How far off the figure may be besides.
    """

    where: str
    text: str
    name: str
    value: float | None
    signed: bool = False
    counted: bool = False
    within: float = 0.0


def disagree(figure: Printed, printed: str) -> str:
    """Say that a text is not what its figure is printed as."""
    said = f"spec field {figure.where} is {shown(figure.text)}, and {figure.name} is"
    if figure.value is None:
        return f"{said} null; give the figure, or say that there is none"
    return f"{said} {shown(figure.value)}, which is printed {shown(printed)}; correct the one that is wrong"


def wrong(figures: Iterable[Printed], numbers: Numbers, shift: int, decimals: int = 1) -> list[str]:
    """Say which texts are not what their figures are printed as, in units of ten to minus the `shift`."""
    return [
        disagree(figure, "" if figure.value is None else numbers.written(figure.value, shift, decimals))
        for figure in figures
        if not numbers.holds(figure, shift)
    ]


def in_one_unit(
    figures: Sequence[Printed], numbers: Numbers, likely: int, named: Sequence[int] = ()
) -> tuple[int, list[str]]:
    """Return the power of ten that the figures of a column are printed in, and which texts are wrong in it.

    It is that of the largest figure, unless the header names another, or rows were taken out since: then one that all
    figures agree with.
    """
    choices = sorted(named or (0, 3, 6, 9), key=lambda power: power != likely)
    found = {}
    for power in choices:
        found[power] = wrong(figures, numbers, -power)
        if not found[power]:
            return power, []
    return choices[0], found[choices[0]]


def units(header: str, language: Language | None, currency: str) -> list[int]:
    """Return the powers of ten that a header names, none where it names no unit or is in another language."""
    if language is None:
        return []
    names = {each: _plain(language.unit(each, currency)) for each in (9, 6, 3, 0)}
    found = [each for each, name in names.items() if name and name in _plain(header)]
    # "million" stands in Spanish's "thousand million" too.
    return [each for each in found if not any(names[each] in names[other] for other in found if other != each)]


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())
