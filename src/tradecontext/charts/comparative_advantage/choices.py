"""Reading and checking the author's options of a chart of comparative advantage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradecontext import intake
from tradecontext.charts import options as given
from tradecontext.errors import DataError, Faults, shown
from tradecontext.intake import provenance
from tradecontext.text.printable import filled

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    import pandas as pd

    from tradecontext.charts.comparative_advantage.rows import Row
    from tradecontext.intake.provenance import Source
    from tradecontext.text.language import Language

LONGEST_GOOD = 60
"""Most characters in the good's name: headlines and rows print it together with country names of any length."""
GOODS = {"wits_rca_intermediate_goods": "intermediate_goods"}
"""For each registered definition, the key of its good's name among the sentences of a language."""


def partners(value: object, names: Mapping[str, str]) -> tuple[str, ...]:
    """Return the codes of the countries that are ranked: those given, or all in the data.

    Raises
    ------
    DataError
        For a country that is not in the data.
    """
    return given.chosen(value, names) or tuple(names)


def refuse_left_out(named: Iterable[str], option: str, ranked: Collection[str]) -> None:
    """Refuse countries that an option names, and that are drawn whatever their rank, if ``partners=`` leaves them out.

    Raises
    ------
    DataError
        For each that is not among those that ``partners=`` names.
    """
    faults = Faults()
    for code in named:
        if code not in ranked:
            faults.tell(f"{option}: {code} is not among partners=; add it there, or take it out")
    faults.refuse()


def product(data: pd.DataFrame) -> str:
    """Return the one product of a frame that has a column of products; an empty text without such a column.

    Raises
    ------
    DataError
        If there are several products, because each is a series of its own.
    """
    if "product" not in data.columns:
        return ""
    found = list(dict.fromkeys("" if intake.missing(each) else str(each) for each in data["product"].tolist()))
    if len(found) > 1:
        raise DataError(
            f'there are {len(found)} products in the data; keep one product: data[data["product"] == {shown(found[0])}]'
        )
    return found[0]


def good(value: object, source: Source | None, of_data: str, language: Language) -> str:
    """Return the good's name in running text: from the author, from its definition, or from the data.

    Raises
    ------
    DataError
        If the name is empty or too long.
    """
    key = GOODS.get(source.definition) if source else None
    if value is not None:
        return filled(value, "good", LONGEST_GOOD)
    if "good" in language.terms:
        return filled(language.terms["good"], "labels 'good'", LONGEST_GOOD)
    if key is not None:
        return language.phrase(key)
    return filled(of_data, "column 'product' (say it otherwise with good='…')", LONGEST_GOOD) if of_data else ""


def publisher(source: Source | None, given: object, language: Language) -> str:
    """Return the publisher of registered figures; an empty text if the author names another source."""
    if source is None or given is not None:
        return ""
    return source.publisher_text(language.tag)


def two(value: object, codes: Sequence[str]) -> None:
    """Refuse a ratio that does not name two countries.

    Raises
    ------
    DataError
        Giving an example.
    """
    if value is not None and len(codes) != 2:
        raise DataError(f"ratio={shown(value)} has to be two countries, for example ratio=('USA', 'MEX')")


def ratio(codes: Sequence[str], rows: Sequence[Row], years: int) -> tuple[Row, Row] | None:
    """Return the two rows whose ratio a note gives, the numerator first.

    Raises
    ------
    DataError
        If a row has no figure to compare.
    """
    if not codes:
        return None
    drawn = {row.code: row for row in rows}
    for code in codes:
        if drawn[code].weight is None:
            had = f"has data for {drawn[code].years} of {years} years" if years > 1 else "has no figure"
            why = had if drawn[code].years < years else "has a share of 0, or a year without one,"
            raise DataError(f"ratio: {code} {why} in the period drawn; choose another period or country")
    return drawn[codes[0]], drawn[codes[1]]


def unbroken(rows: Sequence[Row], source: Source | None, first: int, last: int) -> None:
    """Refuse an average across a break in the series of a country that is drawn.

    Raises
    ------
    DataError
        Naming the country, the break, and what the author can do.
    """
    for row in rows:
        if row.broken is not None:
            reason = break_text(row, row.broken, source, "en")
            raise DataError(
                f"{row.code}: the average of {first}-{last} runs across a break before {row.broken}"
                + (f" ({reason.rstrip('.')})" if reason else "")
                + f"; end the period in {row.broken - 1}, begin it in {row.broken}, leave {row.code} out with "
                "partners=, or say across_breaks=True"
            )


def break_text(row: Row, year: int, source: Source | None, tag: str) -> str:
    """Return the registered text about a break; an empty text for a break of the author's own."""
    return provenance.break_text(source.definition, row.code, year, tag) if source else ""
