"""DeficitRanking: who are the largest bilateral deficits, and what stands beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from tradecontext.charts.assembly import assembled
from tradecontext.charts.deficit_ranking import rows as ranked
from tradecontext.charts.deficit_ranking import words as written
from tradecontext.text.language import Language
from tradecontext.widget.chart import Chart
from tradecontext.widget.traits import Option

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tradecontext.spec import Spec


class DeficitRanking(Chart):
    """Rank partners by the reporter's bilateral deficit (imports minus exports) in one year.

    Parameters
    ----------
    data : data frame
        One row a partner and year: partner, year, and exports and imports or a balance; as from
        :func:`tradecontext.data.us_goods_trade`, a reader, or of your own: pandas, polars, Arrow, a dict of columns, a
        list of records, or a Series of balances by partner.
    year : int, optional
        The last one in the data if not given.
    period : str, optional
        Where the figures are of part of a year: its first and last month, ``"2025-01/2025-09"``; the data has them in
        the row of the last month's year.
    top : int or None
        How many of the largest deficits to draw beside the highlighted: 10 if not given; None draws all.
    surpluses : int
        How many of the largest surpluses to add; they run to the other side of the zero line.
    highlight : sequence of str
        Partners that stand out, each with an accent of its own; they are drawn wherever they rank.
    context : DataFrame, optional
        A second measure with its own year and source: partner, year, share (fractions 0 to 1).
    compare : int or str, optional
        An earlier year, drawn as a tick on each bar and told as a change in words; of part of a year the same months,
        ``"2024-01/2024-09"``.
    groups : mapping
        Short marks beside names: ``{"USMCA": ["MEX", "CAN"]}`` or ``{"*": ("USMCA member", ["MEX", "CAN"])}``.
    annotations : sequence of (partner, text)
        Remarks that stand by their row.
    others, total : bool
        Add a row for all partners not shown, and one for all partners in the data.
    near_tie : bool or str
        Whether a near tie at the cut-off is told in the notes, or your own sentence about it.
    reporter : str
        Whose balances these are; ``"USA"`` if not given and the figures are in US dollars.
    scope : str, optional
        What is traded: ``"goods"``, ``"services"``, ``"all"`` (goods and services), or words of your own; known for
        the package's own tables, and not asserted of any other.
    partner, year_column, exports, imports, balance : str, optional
        Names of the columns in your own frame.
    unit, currency : str, optional
        ``"usd"``, ``"usd_thousand"``, ``"usd_million"``, ``"usd_billion"``, or the same with another ISO 4217 code in
        front (``"eur_million"``), which then is the currency too. A frame of your own has to say it.
    entities : mapping, optional
        What your frame calls an entity that is no country, to its name, ``{"EU27": "European Union"}``; or a spelling
        that is not known, to the country it means, ``{"Norwegen": "NOR"}``.
    sort_by : str
        Where the reader's sorting starts: "deficit", "context" or "name"; a minus in front turns it round.
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

    year = Option(None)
    period = Option(None)
    top = Option(10)
    surpluses = Option(0)
    highlight = Option(())
    context = Option(None)
    compare = Option(None)
    groups = Option({})
    annotations = Option(())
    others = Option(default_value=False)
    total = Option(default_value=False)
    near_tie = Option(default_value=True)
    reporter = Option(None)
    scope = Option(None)
    partner = Option("partner")
    year_column = Option(None)
    exports = Option(None)
    imports = Option(None)
    balance = Option(None)
    unit = Option(None)
    currency = Option(None)
    entities = Option(None)

    @classmethod
    def write(cls, data: Any, options: Mapping[str, Any]) -> Spec:
        """Make the spec."""
        return spec(data, options)


def spec(data: Any, options: Mapping[str, Any]) -> Spec:
    """Make the spec of a ranking from a frame and all options of :class:`DeficitRanking`."""
    language = Language(options["locale"], options["labels"], known=("context",), chart="deficit_ranking")
    ranking = ranked.ranking(data, options, language)
    period = ranking.period
    own = {
        "year": period.year,
        "currency": ranking.currency,
        "columns": written.columns(ranking, language),
        "rows": written.rows(ranking, language),
        "initial": {"sort_by": "deficit", "selection": []},
        "period": None if period.whole else period.text(),
    }
    return assembled("deficit_ranking", options, language, own, written.frame(ranking, options, language))
