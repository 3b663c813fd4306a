"""ImportShares: how large a part of a year's imports comes from each partner."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from tradecontext.text import around
from tradecontext.text.language import Language
from tradecontext.widget.chart import Chart
from tradecontext.widget.traits import Option

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tradecontext.spec import Spec


class ImportShares(Chart):
    """Show each partner's share of all imports in the data, as bars.

    Parameters
    ----------
    data : DataFrame
        One row a partner and year: partner, year, imports; as from :func:`tradecontext.data.us_goods_trade`.
    year : int, optional
        The last one in the data if not given.
    highlight : sequence of str
        Partners that stand out, each with an accent of its own.
    unit : str, optional
        The unit of the amounts, as :func:`tradecontext.measures.bilateral` has it.
    sort_by : str
        Where the reader's sorting starts: "share" or "name"; a minus in front turns it round.
    selection : sequence of str
        Rows selected at the start.
    **options
        Headline, note, source and the rest: see :class:`tradecontext.chart.Chart`.

    Raises
    ------
    DataError
        Naming column, row or option, for anything that cannot be drawn truthfully.
    """

    stem: ClassVar[str] = "import_shares"

    year = Option(None)
    highlight = Option(())
    unit = Option(None)

    @classmethod
    def write(cls, data: Any, options: Mapping[str, Any]) -> Spec:
        """Make the spec."""
        from tradecontext.charts.import_shares import rows, words  # read when such a chart is drawn

        language = Language(options["locale"], options["labels"], chart=cls.stem)
        shares = rows.shares(data, options, language)
        result: Spec = {
            "chart": cls.stem,
            "version": 1,
            "frame": around.written(options, words.frame(shares, language), language),
            "locale": language.spec(),
            "theme": options["theme"],
            "year": shares.year,
            "columns": words.columns(shares, language),
            "rows": words.rows(shares, language),
            "initial": {"sort_by": "share", "selection": []},
        }
        if options["chart_id"] is not None:
            result["chart_id"] = options["chart_id"]
        return result
