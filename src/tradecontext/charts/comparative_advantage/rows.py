"""The countries that a chart of comparative advantage draws, and their figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tradecontext import intake
from tradecontext.charts import options as given
from tradecontext.charts.comparative_advantage import choices
from tradecontext.charts.comparative_advantage.breaks import comparable
from tradecontext.charts.highlight import highlighted
from tradecontext.charts.marks import Marks, marks
from tradecontext.charts.selection import selection
from tradecontext.errors import DataError, Faults
from tradecontext.intake import provenance
from tradecontext.intake import yearly as read
from tradecontext.text import exact

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from fractions import Fraction

    import pandas as pd

    from tradecontext.intake.provenance import Source
    from tradecontext.intake.yearly import Figures, Series
    from tradecontext.text.language import Language

LARGEST = 1e9
"""The largest index accepted: no good is so small a part of world trade that a larger one is possible."""
FULL = 1.5
"""Published coverage may be slightly above 1; a value far above 1 is a percentage."""
SMALLEST_WEIGHT = 1e-9
"""A smaller share or index may be floating-point noise, so it cannot be the denominator of a ratio."""
MOST_ROWS = 300


@dataclass(frozen=True)
class Row:
    """One country: its index, and the figures printed with it.

    Parameters
    ----------
    code, name : str
        The country's code, and its name in the reader's language.
    rca : Fraction or None
        The index of the year, or the mean of the period's yearly indices, unrounded.
    years : int
        How many years of the period have an index.
    share, world : Fraction or None
        The good's share in the country's exports and in the world's, as means over the same years.
    coverage : (float, float) or None
        The smallest and the largest part of the country's exports that is classified, in the same years.
    weight : float or None
        The figure for ratios of two countries, a sum over the period: unlike a mean, a sum has finitely many decimals.
        None if a year of the period has no figure.
    values : list
        One index per year, for all years of the data.
    breaks : list of int
        First years after a break that has figures before and after it.
    broken : int or None
        The first break within the period.
    comparable : (int, int) or None
        The first and the last year around the period that no break parts from it; None if one lies within it.
    """

    code: str
    name: str
    rca: Fraction | None
    years: int
    share: Fraction | None
    world: Fraction | None
    coverage: tuple[float, float] | None
    weight: float | None
    values: Figures
    breaks: list[int]
    broken: int | None
    comparable: tuple[int, int] | None


@dataclass(frozen=True)
class Advantage:
    """The rows of a chart of comparative advantage, largest first, and the options as read.

    Parameters
    ----------
    rows : list of Row
        The rows that are drawn.
    ranked : list of Row
        All chosen countries that have an index, drawn or not, largest first.
    left_out : list of Row
        The countries that ``top=`` leaves out.
    beyond : mapping
        Ranks of rows that are drawn although not among the largest, by code.
    first, last : int
        The period; the same year twice if one year is drawn.
    years : list of int
        All years of the data.
    shares : bool
        Whether a ratio of two countries compares shares of exports; otherwise it compares indices.
    good : str
        The good's name in running text; empty if it is not known.
    publisher : str
        The publisher, which is named in sentences that are likely to be quoted alone; empty if the author gives a
        source.
    source : Source or None
        The registered table.
    lines : list of dict
        Source lines of the frame.
    """

    rows: list[Row]
    ranked: list[Row]
    left_out: list[Row]
    beyond: dict[str, int]
    first: int
    last: int
    years: list[int]
    shares: bool
    trend: bool
    ratio: tuple[Row, Row] | None
    good: str
    publisher: str
    marks: Marks
    highlight: Mapping[str, int]
    source: Source | None
    lines: list[dict[str, str]]

    @property
    def length(self) -> int:
        """The number of years of the period."""
        return self.last - self.first + 1


def advantage(data: Any, options: Mapping[str, Any], language: Language) -> Advantage:
    """Select, average and order the rows.

    Raises
    ------
    DataError
        For data that is not an index by country and year, or an option that the data cannot satisfy.
    """
    faults = Faults()
    with faults.noted():
        trend = given.flag(options["trend"], "trend")
    with faults.noted():
        across = given.flag(options["across_breaks"], "across_breaks")
    with faults.noted():
        top = given.top(options["top"])
    with faults.noted():
        table = _dated(data, options)
        with faults.noted():
            registered = provenance.of(table, "series")
            lines = read.sources(table, registered, language, options["source"])
        with faults.noted():
            columns = _columns(table, options["rca"])
            product = choices.product(table)
            series = read.series(
                table,
                {columns["rca"]: LARGEST} | {columns[name]: most for name, most in BOUNDS.items() if name in columns},
                partner=options["partner"],
                entities=options["entities"],
                language=language,
            )
            with faults.noted():
                first, last = _window(options, table, series.years)
            with faults.noted():
                codes = choices.partners(options["partners"], series.names)
                with faults.noted():
                    highlight = highlighted(options["highlight"], series.names, options["groups"], codes)
                    choices.refuse_left_out(highlight, "highlight", codes)
                with faults.noted():
                    compared = given.partners(options["ratio"], "ratio", series.names)
                    choices.refuse_left_out(compared, "ratio", codes)
                    choices.two(options["ratio"], compared)
    faults.refuse()
    names = {code: series.names[code] for code in codes}
    everyone = _ordered([_row(code, series, columns, first, last) for code in codes], names)
    if all(row.rca is None for row in everyone):
        when = str(last) if first == last else f"{first} to {last}"
        raise DataError(f"column {columns['rca']!r}: no country has an index for {when}; choose another year or period")
    chosen = selection({row.code: row.rca for row in everyone}, top, {*highlight, *compared}, MOST_ROWS)
    kept, left_out = ([row for row in everyone if row.code in codes] for codes in (chosen.drawn, chosen.left_out))
    if not across:
        choices.unbroken(kept, series.source, first, last)
    return Advantage(
        rows=kept,
        ranked=[row for row in everyone if row.rca is not None],
        left_out=left_out,
        beyond=chosen.beyond,
        first=first,
        last=last,
        years=series.years,
        shares="share" in columns,
        trend=trend,
        ratio=choices.ratio(compared, kept, last - first + 1),
        good=choices.good(options["good"], series.source, product, language),
        publisher=choices.publisher(series.source, options["source"], language),
        marks=marks(options, {row.code: row.name for row in kept}, language, left_out=chosen.left_out),
        # The headline is about the two countries of a ratio, so that these stand out if the author names no others.
        highlight=highlight or {code: at for at, code in enumerate(compared, 1)},
        source=series.source,
        lines=lines,
    )


BOUNDS = {"share": 1.0, "world": 1.0, "coverage": FULL}


def _dated(data: Any, options: Mapping[str, Any]) -> pd.DataFrame:
    """Return the frame with a column ``year``, filled with the author's year if the frame has none."""
    hint = "one row a country and year, with rca"
    table = intake.frame(data, "data", hint, year_column=options["year_column"], value="rca")
    year = given.year_or_period(options)
    taken = ("rca", "export_share", "world_share", "coverage", options["partner"], options["rca"])
    only = given.dated_by(table, year, taken)
    return table if only is None else table.assign(year=only)


def _columns(data: pd.DataFrame, rca: Any) -> dict[str, Any]:
    """Return the columns to read, by their meaning."""
    have = data.columns
    found = {"rca": intake.column(data, "rca" if rca is None else rca, "rca")}
    # A column "share" alone may be any share. Beside "world_share" it is the share of exports from measures.rca.
    share = next((name for name in ("export_share", "share") if name in have), None)
    if share == "export_share" or (share is not None and "world_share" in have):
        found["share"] = share
    found |= {name: column for name, column in (("world", "world_share"), ("coverage", "coverage")) if column in have}
    return {name: column for name, column in found.items() if name == "rca" or column != found["rca"]}


def _window(options: Mapping[str, Any], data: pd.DataFrame, years: Sequence[int]) -> tuple[int, int]:
    period = read.period(options["period"], years)
    if period is not None:
        return period
    year = years[-1] if options["year"] is None else int(options["year"])
    given.in_the_data(year, "year", year, set(intake.years(data).tolist()))
    return year, year


def _row(code: str, series: Series, columns: Mapping[str, Any], first: int, last: int) -> Row:
    start = series.years[0]
    inside = slice(first - start, last - start + 1)

    def figures(name: str) -> Figures:
        return series.figures[columns[name]][code][inside] if name in columns else []

    index, values = figures("rca"), series.figures[columns["rca"]][code]
    there = [figure for figure in index if figure is not None]
    share, world = (_beside(index, figures(name)) for name in ("share", "world"))
    rca = exact.mean(there)
    covered = [
        part for part, own in zip(figures("coverage"), index, strict=False) if part is not None and own is not None
    ]
    weight = share if "share" in columns else rca
    whole = len(there) == len(index) and weight is not None and weight >= SMALLEST_WEIGHT
    weights = figures("share") if "share" in columns else index
    breaks = [year for year in series.breaks.get(code, []) if _splits(values, year - start)]
    return Row(
        code=code,
        name=series.names[code],
        rca=rca,
        years=len(there),
        share=share,
        world=world,
        coverage=(min(covered), max(covered)) if covered else None,
        weight=exact.total(each for each in weights if each is not None) if whole else None,
        values=values,
        breaks=breaks,
        broken=series.broken(code, first, last),
        comparable=comparable(breaks, series.years, (first, last)),
    )


def _beside(index: Figures, figures: Figures) -> Fraction | None:
    """Return the mean of another column over the years with an index; None if it lacks a figure in one of them."""
    used = [figure for figure, own in zip(figures, index, strict=False) if own is not None]
    return exact.mean([figure for figure in used if figure is not None]) if None not in used else None


def _splits(values: Figures, place: int) -> bool:
    return any(value is not None for value in values[:place]) and any(value is not None for value in values[place:])


def _ordered(rows: list[Row], names: Mapping[str, str]) -> list[Row]:
    """Return rows sorted by index, largest first; ties are ordered by name, and rows without an index come last."""
    ranks = read.name_ranks(names)
    return sorted(rows, key=lambda row: (row.rca is None, -(row.rca or 0), ranks[row.code]))
