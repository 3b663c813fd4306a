"""What is said of years: the author's annotations, written at the lines, and breaks in a series, told in notes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from tradecontext import intake
from tradecontext.charts.marks import LONGEST_OF_YEAR
from tradecontext.charts.options import partners
from tradecontext.errors import DataError, shown
from tradecontext.intake import provenance
from tradecontext.text.printable import filled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tradecontext.intake.yearly import Series
    from tradecontext.text.language import Language

Remark: TypeAlias = dict[str, Any]

MOST = 50
LONGEST_NAMES = 100


def remarks(
    found: Series, breaks: object, annotations: Iterable[tuple[int, str]], language: Language
) -> tuple[dict[str, list[int]], list[Remark], list[str]]:
    """Return the breaks of the data and of the author, the remarks on years, and the texts about breaks.

    Parameters
    ----------
    found : Series
        The shares, with the breaks marked in their frame.
    breaks : sequence
        ``(partner, year, text)``, or ``(year, text)`` for every country; the year is the first after the break.
    annotations : iterable of (int, str)
        The author's remarks on years, as :func:`tradecontext.charts.marks.marks` reads them.
    language : Language
        The language of the remarks, and of breaks without a text of their own.

    Returns
    -------
    tuple
        First years after a break, by country; the annotations as printed; and the texts about breaks. Both are ordered
        by year.

    Raises
    ------
    DataError
        For a year outside the data, an unknown country, or words that cannot be printed.
    """
    own = _own_breaks(breaks, found)
    said = {(code, year) for code, year, _ in own}
    theirs = [
        (code, year, _known_text(found, code, year, language) or language.phrase("break"))
        for code, years in sorted(found.breaks.items())
        for year in years
        if (code, year) not in said and (None, year) not in said
    ]
    rows: dict[str, set[int]] = {code: set(found.breaks.get(code, ())) for code in found.names}
    # Breaks of several countries with the same year and text share one remark.
    alike: dict[tuple[int, str], list[str | None]] = {}
    for code, year, text in [*own, *theirs]:
        for each in found.names if code is None else [code]:
            rows[each].add(year)
        alike.setdefault((year, text), []).append(code)
    listed = [
        {"year": year, "text": language.phrase("remark", year=year, text=text)}
        for year, text in sorted(annotations, key=lambda annotation: annotation[0])
    ]
    if len(listed) + len(alike) > MOST:
        raise DataError(
            f"breaks and annotations make {len(listed) + len(alike)} remarks; at most {MOST} can be printed"
        )
    told = [
        _break(year, text, codes, found, language)
        for (year, text), codes in sorted(alike.items(), key=lambda each: each[0][0])
    ]
    return {code: sorted(years) for code, years in rows.items()}, listed, told


def _own_breaks(value: object, found: Series) -> list[tuple[str | None, int, str]]:
    wanted = "(partner, year, text), or (year, text) for every country"
    own: list[tuple[str | None, int, str]] = []
    for each in _listed(value, wanted):
        *partner, first, text = each
        code = partners(partner, "breaks", found.names)[0] if partner else None
        year = _year(first, found)
        if any((code, year) == (other, when) for other, when, _ in own):
            raise DataError(f"breaks: {code or 'all countries'} {year} is there twice; put the words in one")
        own.append((code, year, filled(text, f"breaks {year}", LONGEST_OF_YEAR)))
    return own


def _listed(value: object, wanted: str) -> Sequence[Any]:
    if value is None:
        return ()
    if isinstance(value, (str, bytes)) or not isinstance(value, Sequence):
        raise DataError(f"breaks has to be a list of {wanted}")
    for each in value:
        if isinstance(each, (str, bytes)) or not isinstance(each, Sequence) or len(each) not in {2, 3}:
            raise DataError(f"breaks: {shown(each)} is not {wanted}")
    return value


def _year(value: object, found: Series) -> int:
    year = intake.year(value, "breaks")
    if year is None or not found.years[0] <= year <= found.years[-1]:
        raise DataError(f"breaks: {shown(value)} is not among the years drawn, {found.years[0]} to {found.years[-1]}")
    return year


def _known_text(found: Series, code: str, year: int, language: Language) -> str:
    """Return what is registered of a break in a bundled series; an empty text if nothing is."""
    return provenance.break_text(found.source.definition, code, year, language.tag) if found.source else ""


def _break(year: int, text: str, codes: list[str | None], found: Series, language: Language) -> str:
    if None in codes:
        return language.phrase("remark", year=year, text=text)
    names = language.names([found.names[code] for code in codes if code is not None])
    if len(names) > LONGEST_NAMES:
        names = language.phrase("countries", count=len(codes))
    return language.phrase("remark_names", year=year, names=names, text=text)
