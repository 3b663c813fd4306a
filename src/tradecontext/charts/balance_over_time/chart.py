"""BalanceOverTime: balances of a few partners by month, over twelve months, to date, or by year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Unpack

from tradecontext.charts.assembly import assembled
from tradecontext.text.language import Language
from tradecontext.widget.chart import Chart
from tradecontext.widget.traits import Option

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tradecontext.charts.balance_over_time.options import BalanceOverTimeArguments, BalanceOverTimeOptions, When
    from tradecontext.spec import Fields
    from tradecontext.spec.types import (
        BalanceOverTimeBy,
        BalanceOverTimeMeasure,
        BalanceOverTimeSort,
        BalanceOverTimeSpec,
    )
    from tradecontext.widget.options import Groups
    from tradecontext.widget.traits import ReaderState, SpecTrait


class BalanceOverTime(Chart):
    """Draw the balances of up to six partners as lines over time, with the zero line, and say where one passed another.

    A reader may read the figures of any period, and open a table of the latest figures and their change in a year.

    Parameters
    ----------
    data : data frame
        One row per partner and month or year: partner, period (or year, or year and month), and exports and imports or
        a balance; as from :func:`tradecontext.data.us_goods_trade` with ``by="month"``, a reader, or of your own.
    partners : str or sequence of str, optional
        Up to six partners. By default all, if six or fewer; else the three with the largest deficits (or exports, or
        imports) in the last period, highlighted ones first.
    by : {"month", "twelve_months", "year_to_date", "year"}, optional
        What each figure is of. If not given, monthly data is drawn as sums of the twelve months that end with each
        month. ``"year_to_date"`` adds up the months of each year to the last one there is. Nothing is added up across a
        break or a missing month.
    measure : {"balance", "deficit", "exports", "imports"}
        ``"balance"`` has deficits below the zero line, ``"deficit"`` has them above it; all words follow.
    period : (int or str, int or str), optional
        The first and last year or month drawn, ``(2000, "2025-02")``, both of which the data has; the last year may
        still run.
    highlight : sequence of str
        Partners that stand out, each in an accent colour; the first five if not given. The headline is about the first.
    groups : mapping
        Short marks beside names: ``{"USMCA": ["MEX", "CAN"]}`` or ``{"*": ("USMCA member", ["MEX", "CAN"])}``.
    annotations : sequence of (int or str, text)
        Events at a year or a month, ``("2018-07", "First tariffs on goods from China")``, or remarks on partners.
    breaks : sequence of (partner, when, text) or (when, text)
        Breaks in the series of one partner or of all, in addition to those that a column ``break_before`` marks. The
        year or month is the first after the break.
    provisional : int or str, optional
        The first year or month whose figures are still to be revised: lines are dashed from there on.
    reporter : str
        The country whose balances these are; ``"USA"`` if not given and the figures are in US dollars.
    scope : str, optional
        What is traded: ``"goods"``, ``"services"``, ``"all"`` (goods and services), or words of your own. It is known
        for bundled tables, and never assumed for others.
    partner, period_column, exports, imports, balance : str, optional
        Names of the columns in your own frame.
    unit, currency : str, optional
        ``"usd"``, ``"usd_thousand"``, ``"usd_million"``, ``"usd_billion"``, or the same with another ISO 4217 code in
        front (``"eur_million"``), which also sets the currency. Required for a frame of your own.
    entities : mapping, optional
        Names of entities that are not countries, by their label in your frame, ``{"EU27": "European Union"}``; and
        countries by a spelling that is not known, ``{"Norwegen": "NOR"}``.
    sort_by : str
        The initial sorting of the table: "value" or "name"; a minus in front reverses it.
    selection : sequence of str
        Partners selected at the start.
    **options
        Headline, note, source and the rest: see :class:`tradecontext.chart.Chart`.

    Raises
    ------
    DataError
        Naming column, row or option, for anything that cannot be drawn truthfully.
    """

    stem: ClassVar[str] = "balance_over_time"
    spec: SpecTrait[BalanceOverTimeSpec]
    sort_by: ReaderState[BalanceOverTimeSort, BalanceOverTimeSort]

    partners: Option[Sequence[str] | str | None] = Option(None)
    by: Option[BalanceOverTimeBy | None] = Option(None)
    measure: Option[BalanceOverTimeMeasure] = Option("balance")
    period: Option[Sequence[When] | None] = Option(None)
    highlight: Option[Sequence[str | Sequence[str]]] = Option(())
    groups: Option[Groups] = Option({}).tag(words=True)
    annotations: Option[Sequence[tuple[When, str]]] = Option(()).tag(words=True)
    breaks: Option[Sequence[tuple[str, When, str] | tuple[When, str]]] = Option(()).tag(words=True)
    provisional: Option[When | None] = Option(None)
    reporter: Option[str | None] = Option(None)
    scope: Option[str | None] = Option(None).tag(words=True)
    partner: Option[str] = Option("partner")
    period_column: Option[str | None] = Option(None)
    exports: Option[str | None] = Option(None)
    imports: Option[str | None] = Option(None)
    balance: Option[str | None] = Option(None)
    unit: Option[str | None] = Option(None)
    currency: Option[str | None] = Option(None)
    entities: Option[Mapping[str, str] | None] = Option(None).tag(words=True)

    if TYPE_CHECKING:

        def __init__(self, data: Any, **options: Unpack[BalanceOverTimeArguments]) -> None: ...

        def update(self, *, data: Any = None, **options: Unpack[BalanceOverTimeOptions]) -> None:
            """Change several options, and ``data``, at once. If one is refused, none is changed."""

    @classmethod
    def write(cls, data: Any, options: Mapping[str, Any]) -> Fields:
        """Make the spec."""
        from tradecontext.charts.balance_over_time import rows, words  # imported when such a chart is drawn

        language = Language(options["locale"], options["labels"], chart=cls.stem)
        drawn = rows.over_time(data, options, language)
        return assembled(
            cls.stem, options, language, words.fields(drawn, language), words.frame(drawn, options, language)
        )
