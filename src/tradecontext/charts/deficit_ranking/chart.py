"""DeficitRanking: the largest bilateral deficits, with an optional second measure beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Unpack

from tradecontext.charts.assembly import assembled
from tradecontext.charts.deficit_ranking import rows as ranked
from tradecontext.charts.deficit_ranking import words as written
from tradecontext.text.language import Language
from tradecontext.widget.chart import Chart
from tradecontext.widget.traits import Option

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tradecontext.charts.deficit_ranking.options import DeficitRankingArguments, DeficitRankingOptions
    from tradecontext.spec import Fields
    from tradecontext.spec.types import DeficitRankingSort, DeficitRankingSpec
    from tradecontext.widget.options import Annotations, Groups
    from tradecontext.widget.traits import ReaderState, SpecTrait


class DeficitRanking(Chart):
    """Rank partners by the reporter's bilateral deficit (imports minus exports) in one year.

    Parameters
    ----------
    data : data frame
        One row per partner and year: partner, year, and exports and imports or a balance; as from
        :func:`tradecontext.data.us_goods_trade`, a reader, or of your own: pandas, polars, Arrow, a dict of columns, a
        list of records, or a Series of balances by partner.
    year : int, optional
        The last year in the data if not given. Rows of months are added up over the year; if it is incomplete, from
        January to its last month, and these months are printed in place of the year.
    period : str, optional
        A month, ``"2025-02"``, or a first and last month, ``"2025-01/2025-09"``: rows of months are added up. A table
        of years cannot give months. If the data has no column of years, say here which months its figures cover.
    top : int or None
        How many of the largest deficits to draw besides the highlighted: 10 if not given; None draws all.
    surpluses : int
        How many of the largest surpluses to add; their bars are on the other side of the zero line.
    highlight : sequence of str
        Partners that stand out, each in an accent colour; they are drawn whatever their rank. Those of a list in the
        list, ``[["MEX", "CAN"]]``, have one accent, and so have the members of a group: a mark of `groups`, or a group
        that publishers know, ``["USMCA"]``.
    context : DataFrame, optional
        A second measure with its own year and source, drawn as bars on a scale of their own: partner, year, share
        (fractions 0 to 1).
    compare : int or str, optional
        An earlier year, drawn as a tick on each bar, with the change since then in words. Part of a year is compared
        with the same months of that year.
    groups : mapping
        Short marks beside names: ``{"USMCA": ["MEX", "CAN"]}`` or ``{"*": ("USMCA member", ["MEX", "CAN"])}``.
    annotations : sequence of (partner, text)
        Remarks on rows.
    others, total : bool
        Add a row for all partners not shown, and one for all partners in the data.
    near_tie : bool or str
        Whether a note mentions a near tie at the cut-off, or your own sentence about it.
    reporter : str
        The country whose balances these are; ``"USA"`` if not given and the figures are in US dollars.
    scope : str, optional
        What is traded: ``"goods"``, ``"services"``, ``"all"`` (goods and services), or words of your own. It is known
        for bundled tables, and never assumed for others.
    partner, year_column, exports, imports, balance : str, optional
        Names of the columns in your own frame.
    unit, currency : str, optional
        ``"usd"``, ``"usd_thousand"``, ``"usd_million"``, ``"usd_billion"``, or the same with another ISO 4217 code in
        front (``"eur_million"``), which also sets the currency. Required for a frame of your own.
    entities : mapping, optional
        Names of entities that are not countries, by their label in your frame, ``{"EU27": "European Union"}``; and
        countries by a spelling that is not known, ``{"Norwegen": "NOR"}``.
    sort_by : str
        The initial sorting: "deficit", "context" or "name"; a minus in front reverses it.
    selection : sequence of str
        Rows selected at the start.
    **options
        Headline, note, source and the rest: see :class:`tradecontext.chart.Chart`.

    Raises
    ------
    DataError
        Naming column, row or option, for anything that cannot be drawn truthfully.
    """

    stem: ClassVar[str] = "deficit_ranking"
    spec: SpecTrait[DeficitRankingSpec]
    sort_by: ReaderState[DeficitRankingSort, DeficitRankingSort]

    year: Option[int | None] = Option(None)
    period: Option[str | None] = Option(None)
    top: Option[int | None] = Option(10)
    surpluses: Option[int] = Option(0)
    highlight: Option[Sequence[str | Sequence[str]]] = Option(())
    context: Option[Any] = Option(None)
    compare: Option[int | str | None] = Option(None)
    groups: Option[Groups] = Option({}).tag(words=True)
    annotations: Option[Annotations] = Option(()).tag(words=True)
    others: Option[bool] = Option(default_value=False)
    total: Option[bool] = Option(default_value=False)
    near_tie: Option[bool | str] = Option(default_value=True).tag(words=True)
    reporter: Option[str | None] = Option(None)
    scope: Option[str | None] = Option(None).tag(words=True)
    partner: Option[str] = Option("partner")
    year_column: Option[str | None] = Option(None)
    exports: Option[str | None] = Option(None)
    imports: Option[str | None] = Option(None)
    balance: Option[str | None] = Option(None)
    unit: Option[str | None] = Option(None)
    currency: Option[str | None] = Option(None)
    entities: Option[Mapping[str, str] | None] = Option(None).tag(words=True)

    if TYPE_CHECKING:

        def __init__(self, data: Any, **options: Unpack[DeficitRankingArguments]) -> None: ...

        def update(self, *, data: Any = None, **options: Unpack[DeficitRankingOptions]) -> None:
            """Change several options, and ``data``, at once. If one is refused, none is changed."""

    @classmethod
    def write(cls, data: Any, options: Mapping[str, Any]) -> Fields:
        """Make the spec."""
        return spec(data, options)


def spec(data: Any, options: Mapping[str, Any]) -> Fields:
    """Make the spec of a ranking from a frame and all options of :class:`DeficitRanking`."""
    language = Language(options["locale"], options["labels"], known=("context",), chart="deficit_ranking")
    ranking = ranked.ranking(data, options, language)
    period = ranking.period
    own: Fields = {
        "year": period.year,
        "currency": ranking.currency,
        "columns": written.columns(ranking, language),
        "rows": written.rows(ranking, language),
        "initial": {"sort_by": "deficit", "selection": []},
        "period": None if period.whole else period.text(),
    }
    return assembled("deficit_ranking", options, language, own, written.frame(ranking, options, language))
