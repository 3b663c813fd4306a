"""The lines of a chart: their figures, where they cross, and what is remarked on at which period."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tradecontext.charts import options as given
from tradecontext.charts.balance_over_time import events
from tradecontext.charts.balance_over_time.drawn import lacking, within
from tradecontext.charts.balance_over_time.read import trade
from tradecontext.charts.balance_over_time.sums import added, crossing, windows
from tradecontext.charts.highlight import highlighted
from tradecontext.charts.marks import Marks, marks
from tradecontext.errors import DataError, Faults
from tradecontext.intake.dated import MONTHS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tradecontext.charts.balance_over_time.read import Trade
    from tradecontext.text.language import Language

MOST = 6
"""The most lines that can be told apart."""
FEW = 3
"""How many partners are drawn if the author names none and there are too many."""
ACCENTS = 5


@dataclass(frozen=True)
class Line:
    """A partner and its figure in each period, in whole units of the currency; None if it is missing."""

    code: str
    name: str
    values: list[float | None]
    breaks: list[int]

    @property
    def there(self) -> list[int]:
        """The places of the periods with a figure."""
        return [place for place, value in enumerate(self.values) if value is not None]

    @property
    def last(self) -> int:
        """The place of the last figure."""
        return self.there[-1]


@dataclass(frozen=True)
class OverTime:
    """The lines, and the options as read.

    Parameters
    ----------
    spans : list of (int, int)
        The first and last month of each period, counted from January of year 0.
    highlight : mapping
        The number of the accent of each highlighted partner.
    crossed : list of (Line, Line, int)
        For each two lines that crossed: the one that is larger since, the other, and the place of the first period in
        which it was. The pair of the two first lines is the first.
    remarks : list of (int, str)
        The author's remarks, and breaks in the lines, by place.
    provisional : int or None
        The place of the first period whose figures are not final.
    count : int
        How many partners the data has, if it has more than are drawn and the author chose none; otherwise 0.
    """

    lines: list[Line]
    spans: list[tuple[int, int]]
    trade: Trade
    marks: Marks
    highlight: Mapping[str, int]
    crossed: list[tuple[Line, Line, int]]
    remarks: list[tuple[int, str]]
    breaks: list[str]
    provisional: int | None
    count: int

    @property
    def lead(self) -> Line:
        """The line that the headline is about: the first highlighted, or else the first."""
        return next((line for line in self.lines if line.code in list(self.highlight)[:1]), self.lines[0])

    def before(self, line: Line) -> float | None:
        """Return a line's figure a year before its last; None if there is none, or if the series broke since."""
        place = line.last - (MONTHS if self.trade.by in {"month", "twelve_months"} else 1)
        broken = any(place < each <= line.last for each in line.breaks)
        return None if place < 0 or broken else line.values[place]


def over_time(data: Any, options: Mapping[str, Any], language: Language) -> OverTime:
    """Select the partners, and add up their figures.

    Raises
    ------
    DataError
        For data that cannot be drawn, or an option that the data cannot satisfy.
    """
    read = trade(data, options, language)
    spans = within(windows(read.by, read.first, read.last, read.length), read.by, options["period"])
    faults = Faults()
    broken: events.Breaks = events.Breaks({}, [])
    highlight: dict[str, int] = {}
    codes: tuple[str, ...] = ()
    with faults.noted():
        codes = given.chosen(options["partners"], read.names)
        if len(codes) > MOST:
            raise DataError(f"partners has {len(codes)}; at most {MOST} lines can be told apart in one chart")
    with faults.noted():
        highlight = highlighted(options["highlight"], read.names, options["groups"], set(read.names))
    with faults.noted():
        broken = events.breaks(options["breaks"], read, spans)
    faults.refuse()
    chosen = codes or _largest(read, spans[-1], highlight)
    drawn = {
        code: Line(
            code,
            read.names[code],
            added(read.figures[code], spans, broken.months(code), read.length),
            broken.places(code, spans),
        )
        for code in chosen
    }
    spans, drawn = _trimmed(spans, drawn)
    with faults.noted():
        _all_drawn(highlight, drawn)
        _with_figures(drawn, read, spans)
    faults.refuse()
    listed, rest = events.split(options["annotations"])
    with faults.noted():
        marked = marks({**options, "annotations": rest}, {code: line.name for code, line in drawn.items()}, language)
    with faults.noted():
        remarks = events.remarks(listed, drawn, spans, read.by, language)
    with faults.noted():
        provisional = events.provisional(options["provisional"], spans)
    faults.refuse()
    ordered = list(drawn.values())
    return OverTime(
        lines=ordered,
        spans=spans,
        trade=read,
        marks=marked,
        highlight=highlight or {code: place for place, code in enumerate(list(drawn)[:ACCENTS], 1)},
        crossed=_crossed(ordered) if read.by != "month" else [],
        remarks=remarks,
        breaks=broken.texts(drawn, spans, read.by, language),
        provisional=provisional,
        count=0 if codes or len(drawn) == len(read.figures) else len(read.figures),
    )


def _largest(read: Trade, last: tuple[int, int], highlight: Mapping[str, int]) -> list[str]:
    """Return all partners, if six or fewer, in the order of the last period; else those highlighted and the largest."""
    sizes: dict[str, float] = {}
    for code, own in read.figures.items():
        (value,) = added(own, [last], (), read.length)
        if value is not None:
            sizes[code] = -value if read.measure == "balance" else value
    # The order of the rows in the data says nothing, and sorting them must not change the chart.
    largest = sorted(sizes, key=lambda code: (-sizes[code], code))
    if len(read.figures) <= MOST:
        return [*largest, *sorted(read.figures.keys() - sizes)]
    return list(dict.fromkeys([*highlight, *largest[: max(0, FEW - len(highlight))]]))[:MOST]


def _trimmed(spans: list[tuple[int, int]], lines: Mapping[str, Line]) -> tuple[list[tuple[int, int]], dict[str, Line]]:
    """Leave out the periods before the first figure and after the last one."""
    there = [place for line in lines.values() for place in line.there]
    first, last = (min(there), max(there)) if there else (0, len(spans) - 1)
    cut = {
        code: Line(
            code,
            line.name,
            line.values[first : last + 1],
            [place - first for place in line.breaks if first < place <= last],
        )
        for code, line in lines.items()
    }
    return spans[first : last + 1], cut


def _all_drawn(highlight: Mapping[str, int], drawn: Mapping[str, Line]) -> None:
    faults = Faults()
    for code in highlight:
        if code not in drawn:
            faults.tell(f"highlight: {code} is not among the partners drawn; add it to partners=")
    faults.refuse()


def _with_figures(drawn: Mapping[str, Line], read: Trade, spans: list[tuple[int, int]]) -> None:
    faults = Faults()
    for code, line in drawn.items():
        if not line.there:
            why = lacking(read, code, spans)
            faults.tell(
                f"partners: {code} has no figure in the periods drawn{why}; take it out, or choose other periods"
            )
    faults.refuse()


def _crossed(lines: Sequence[Line]) -> list[tuple[Line, Line, int]]:
    """Return the crossings of all pairs, in the order of the lines."""
    found = []
    for at, one in enumerate(lines):
        for other in lines[at + 1 :]:
            for over, under in ((one, other), (other, one)):
                place = crossing(over.values, under.values, {*over.breaks, *under.breaks})
                if place is not None:
                    found.append((over, under, place))
    return found
