"""The countries that a chart of reliance draws, and their figures."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING, Any

from tradecontext import intake
from tradecontext.charts import options as given
from tradecontext.charts.highlight import highlighted
from tradecontext.charts.input_reliance import countries
from tradecontext.charts.input_reliance import read as frames
from tradecontext.charts.input_reliance.remarks import Remark, remarks
from tradecontext.charts.marks import Marks, marks
from tradecontext.errors import DataError, Faults, shown
from tradecontext.intake import provenance, yearly
from tradecontext.intake.second_measure import source_lines
from tradecontext.text.printable import filled

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tradecontext.charts.input_reliance.read import Published, Shares
    from tradecontext.intake.yearly import Series
    from tradecontext.text.language import Language

Row = dict[str, Any]
VIEWS = ("ranking", "lines", "both")
MOST = 300
FEWEST_YEARS = 3
"""From this number of years on a chart leads with lines; two years are a first and a last value beside each average."""
OF_THE_US = "_us_"
"""Part of the names of registered tables whose words name the United States as the supplier."""


@dataclass(frozen=True)
class Second:
    """A second series: its name, and its registered table if it is a bundled one."""

    name: str
    source: provenance.Source | None


@dataclass(frozen=True)
class Reliance:
    """The rows as the spec has them, and the options as read."""

    rows: list[Row]
    years: list[int]
    period: tuple[int, int]
    method: str
    kind: str
    view: str
    trend: bool
    top: int | None
    supplier: tuple[str, str]
    measure: str
    source: provenance.Source | None
    second: Second | None
    highlight: Mapping[str, int]
    marks: Marks
    remarks: list[Remark]
    breaks: list[str]
    sources: list[dict[str, str]]
    second_sources: list[dict[str, str]]

    def highlighted(self) -> list[Row]:
        """Return the rows that stand out, in the author's order."""
        rows = {row["partner"]: row for row in self.rows}
        return [rows[code] for code in self.highlight]


def reliance(data: Any, options: Mapping[str, Any], language: Language) -> Reliance:
    """Read a frame and the options of :class:`tradecontext.InputReliance`.

    Raises
    ------
    DataError
        For data that cannot be drawn truthfully, or an option that the data cannot satisfy.
    """
    faults = Faults()
    # If an option is refused, the data is read with the option's default, so that faults of the data are found too.
    view, method, trend, top = None, frames.AVERAGES[0], True, None
    entities: dict[str, str] = {}
    supplier = ("USA", "")
    with faults.noted():
        view = None if options["view"] is None else given.choice(options["view"], "view", VIEWS)
    with faults.noted():
        method = given.choice(options["method"], "method", frames.AVERAGES)
    with faults.noted():
        trend = given.flag(options["trend"], "trend")
    with faults.noted():
        top = given.top(options["top"])
    with faults.noted():
        entities = intake.entities(options["entities"])
        supplier = _supplier(options["supplier"], entities, language)
    with faults.noted():
        found = frames.shares(data, options, supplier[0])
        with faults.noted():
            registered = provenance.of(found.data, "series")
            yearly.sources(found.data, registered, language, options["source"])
        with faults.noted():
            published = None if "year" in found.data.columns else frames.published(found, options, entities)
            columns = _columns(found, published, options, method)
            read = _read(found, published, columns, options, language)
            source, second = _source(found, read, supplier), _second(options["second"], read, language)
    faults.refuse()
    if supplier[0] in read.names:
        raise DataError(
            f"partner {supplier[0]!r} is the supplier itself, which has no imports from there: leave it out"
        )
    with faults.noted():
        period = published.period if published else _period(options["period"], read.years)
        _there(read, period, published)
    with faults.noted():
        highlight = highlighted(options["highlight"], read.names, options["groups"], read.names)
    with faults.noted():
        marked = marks(options, read.names, language, years=() if published else read.years)
        broken, listed, told = (
            ({}, [], []) if published else remarks(read, options["breaks"], marked.of_years, language)
        )
    faults.refuse()
    view = view or ("lines" if not published and len(read.years) >= FEWEST_YEARS else "ranking")
    beside = source_lines(second.source, language) if second and second.source else []
    return Reliance(
        rows=[
            {**row, **marked.standing(row["partner"], highlight)}
            for row in (
                countries.averages(read, published, language)
                if published
                else countries.yearly(read, columns, broken, language)
            )
        ],
        years=list(range(published.period[0], published.period[1] + 1)) if published else read.years,
        period=period,
        method="published" if published else method,
        kind=published.kind if published else method,
        view=view,
        trend=trend and not published and len(read.years) > 1,
        top=top if top is not None and top < len(read.names) else None,
        supplier=supplier,
        measure=_measure(source, supplier, language),
        source=source,
        second=second,
        highlight=highlight,
        marks=marked,
        remarks=listed,
        breaks=told,
        sources=yearly.sources(found.data, source, language, options["source"])
        + (beside if options["source"] is None else []),
        second_sources=beside,
    )


def _there(read: Series, period: tuple[int, int], published: Published | None) -> None:
    """Refuse a chart without any figure.

    Raises
    ------
    DataError
        If no country has a share in the period.
    """
    shares = next(iter(read.figures.values()))
    years = [0] if published else [place for place, year in enumerate(read.years) if period[0] <= year <= period[1]]
    if all(own[place] is None for own in shares.values() for place in years):
        when = str(period[1]) if period[0] == period[1] else f"{period[0]} to {period[1]}"
        raise DataError(f"no country has a share for {when}: the column of shares has no figure there")


def _supplier(value: object, entities: Mapping[str, str], language: Language) -> tuple[str, str]:
    code = intake.known([value], "supplier", entities)[0]
    return code, language.name(code, entities)


def _columns(
    found: Shares, published: Published | None, options: Mapping[str, Any], method: str | None
) -> dict[str, Any]:
    """Return the columns to read, by their names in a row."""
    columns = {"shares": found.column}
    if published:
        return columns
    if options["second"] is not None:
        columns["second"] = _second_column(options["second"], found)
    if method == "ratio_of_sums":
        if found.total is None:
            raise DataError(
                "method='ratio_of_sums' needs a column 'total', what each year's share is of, beside the share; "
                "name yours with total=…"
            )
        columns["totals"] = found.total
    return columns


def _read(
    found: Shares,
    published: Published | None,
    columns: Mapping[str, Any],
    options: Mapping[str, Any],
    language: Language,
) -> Series:
    data = found.data.assign(year=published.period[1]) if published else found.data
    most = {column: inf if name == "totals" else 1.0 for name, column in columns.items()}
    read = yearly.series(data, most, partner=found.partner, entities=options["entities"], language=language)
    if len(read.names) > MOST:
        raise DataError(f"the data has {len(read.names)} countries; at most {MOST} can be drawn")
    return read


def _second_column(value: object, found: Shares) -> Any:
    column = intake.column(found.data, value, "second")
    if column in (found.column, found.total):
        raise DataError(f"second={shown(value)} is drawn already; name another column of shares")
    return column


def _look_through(source: provenance.Source | None, column: object) -> provenance.Source | None:
    """Return the registered table of the look-through share that belongs to a registered share."""
    from tradecontext.data._wiod import LOOK_THROUGH

    if source is None or column != "look_through_share":
        return None
    return provenance.find(LOOK_THROUGH.get(source.definition), source.vintage)


def _source(found: Shares, read: Series, supplier: tuple[str, str]) -> provenance.Source | None:
    """Return the registered table of the share that is drawn."""
    source = _look_through(read.source, found.column) or read.source
    if source is not None and OF_THE_US in source.definition and supplier[0] != "USA":
        raise DataError(
            f"supplier={supplier[0]!r}: the data is of imports from the United States ({source.definition}); "
            "leave supplier= out, or bring the other supplier's shares"
        )
    return source


def _second(value: object, read: Series, language: Language) -> Second | None:
    if value is None:
        return None
    source = _look_through(read.source, value)
    own = source.measure_text(language.tag) if source else ""
    name = (
        language.terms.get("second") or own or filled(str(value).replace("_", " "), "the name of second's column", 100)
    )
    return Second(name, source)


def _measure(source: provenance.Source | None, supplier: tuple[str, str], language: Language) -> str:
    """Return a few words that name the shares."""
    parts = {"supplier": language.in_sentence(*supplier)}
    if own := language.terms.get("measure"):
        return own
    if source is None or not source.is_one_measure:
        return language.sentence("measure", **parts)
    if OF_THE_US in source.definition:
        return source.title_text(language.tag)
    return language.sentence("measure_from", measure=source.measure_text(language.tag), **parts)


def _period(value: object, years: list[int]) -> tuple[int, int]:
    return yearly.period(value, years) or (years[0], years[-1])
