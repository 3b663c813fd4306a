"""Printed numbers of a spec: they are parsed and compared with the figures they stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from tradecontext.errors import shown
from tradecontext.text.exact import rounded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tradecontext.text.language import Language

SEPARATORS = (
    ".,'\N{RIGHT SINGLE QUOTATION MARK}\N{ARABIC DECIMAL SEPARATOR}\N{ARABIC THOUSANDS SEPARATOR}\u00a0\u2009\u202f"
)
"""Characters that languages use as thousands or decimal separators."""
DECIMALS = ".,\N{ARABIC DECIMAL SEPARATOR}"
RUN = re.compile(r"(?:(?<!\w)([-+\N{MINUS SIGN}]))?[\u061c\u200e]?" rf"(<?)(\d(?:[\d{SEPARATORS}]*\d)?)")
NOISE = 1e-9
"""A figure this near to half a unit of the last printed digit is compared exactly, not in floating point."""


class Figure(NamedTuple):
    """A number parsed from a text: its size, decimals and sign, and whether "<" stands before it."""

    size: float
    decimals: int
    negative: bool
    less: bool


LONGEST = 400
"""The most characters of a number that is parsed."""


@dataclass(frozen=True)
class Numbers:
    """The number formats a spec may use: pairs of a decimal separator and possible thousands separators."""

    formats: tuple[tuple[str, str], ...]

    def read(self, text: str) -> tuple[Figure, ...]:
        """Return the numbers that a text contains."""
        return _read(text, self.formats)

    def agrees(self, text: str, value: float, shift: int = 0, *, within: float = 0.0) -> bool:
        """Say whether a text contains the figure, rounded, in units of ten to minus the `shift`.

        Figures are rounded by the rule of :mod:`tradecontext.text.language`: half away from zero, on the shortest
        decimal text. The figure may be off by `within`.
        """
        return self.holds(Printed("", text, "", value, within=within), shift)

    def holds(self, figure: Printed, shift: int) -> bool:
        """Say whether a text agrees with its figure; if the figure is null, the text must not be a bare number."""
        if figure.value is None:
            return not self.bare(figure.text)
        _, text, _, *how = figure
        return _agrees(text, self.formats, shift, *how)

    def bare(self, text: str) -> bool:
        """Say whether a text has a number and no letters."""
        return bool(self.read(text)) and not any(map(str.isalpha, text))

    def written(self, value: float, shift: int = 0, decimals: int = 1) -> str:
        """Format a figure for a message."""
        text = f"{rounded(value, decimals, -shift):f}"
        return text.replace(".", self.formats[0][0])


def numbers(given: Mapping[str, Any] | None, language: Language | None) -> Numbers:
    """Return the number format that a spec gives, or else its language's, or else all the usual ones."""
    own = language.numbers(amounts=True) if language else {}
    known = given or own
    if not known:
        return Numbers(tuple((each, SEPARATORS.replace(each, "")) for each in DECIMALS))
    decimal = str(known["decimal"])
    group = known.get("group") or (own.get("group") if own.get("decimal") == decimal else None)
    return Numbers(((decimal, str(group or SEPARATORS.replace(decimal, ""))),))


@lru_cache(maxsize=16)
def _pattern(decimal: str, groups: str) -> re.Pattern[str]:
    between = f"[{re.escape(groups)}]"
    return re.compile(rf"(\d{{1,3}}(?:{between}\d{{3}})+|\d+)(?:{re.escape(decimal)}(\d+))?")


# Cached, because most texts are the same again whenever an author changes an option.
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
            # The smallest figures are zero in the unit of their column.
            found = value != 0 and size <= printed.size
        else:
            half = 0.5 / 10**printed.decimals
            gap = abs(printed.size - size) - off - half
            # Floating point is not exact enough to decide so near to half a unit of the last digit.
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
        The path of the text, and the text.
    name, value : str, float or None
        The figure's name for a message, and the figure.
    signed : bool
        Whether the text has to show the figure's sign.
    counted : bool
        Whether the figure was computed from others during validation. Near a half, it may have been rounded the other
        way when the text was written.
    within : float
        The further tolerance of the figure.
    """

    where: str
    text: str
    name: str
    value: float | None
    signed: bool = False
    counted: bool = False
    within: float = 0.0


def disagree(figure: Printed, printed: str) -> str:
    """Return the message that a text does not agree with its figure."""
    said = f"spec field {figure.where} is {shown(figure.text)}, and {figure.name} is"
    if figure.value is None:
        return f"{said} null; give the figure, or say that there is none"
    return f"{said} {shown(figure.value)}, which is printed {shown(printed)}; correct the one that is wrong"


def wrong(figures: Iterable[Printed], numbers: Numbers, shift: int, decimals: int = 1) -> list[str]:
    """Return messages about texts that do not agree with their figures, in units of ten to minus the `shift`."""
    return [
        disagree(figure, "" if figure.value is None else numbers.written(figure.value, shift, decimals))
        for figure in figures
        if not numbers.holds(figure, shift)
    ]


def in_one_unit(
    figures: Sequence[Printed], numbers: Numbers, likely: int, named: Sequence[int] = ()
) -> tuple[int, list[str]]:
    """Return the power of ten of a column's unit, and messages about the texts that are wrong in this unit.

    The `likely` power, that of the largest figure, is tried first; only the `named` ones if the header names any. If
    some texts disagree, for example because rows were removed, another power that all texts agree with is taken.
    """
    choices = sorted(named or (0, 3, 6, 9), key=lambda power: power != likely)
    found = {}
    for power in choices:
        found[power] = wrong(figures, numbers, -power)
        if not found[power]:
            return power, []
    return choices[0], found[choices[0]]


def units(header: str, language: Language | None, currency: str) -> list[int]:
    """Return the powers of ten that a header names; none if it names no unit or its language is not shipped."""
    if language is None:
        return []
    names = {each: _plain(language.unit(each, currency)) for each in (9, 6, 3, 0)}
    found = [each for each, name in names.items() if name and name in _plain(header)]
    # A unit's name may contain another's: in Spanish, "mil millones" (billion) contains "millones" (million).
    return [each for each in found if not any(names[each] in names[other] for other in found if other != each)]


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())
