"""ImportShares: each partner's share of a year's imports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Unpack

from tradecontext.charts.assembly import assembled
from tradecontext.text.language import Language
from tradecontext.widget.chart import Chart
from tradecontext.widget.traits import Option

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tradecontext.charts.import_shares.options import ImportSharesArguments, ImportSharesOptions
    from tradecontext.spec import Fields
    from tradecontext.spec.types import ImportSharesSort, ImportSharesSpec
    from tradecontext.widget.traits import ReaderState, SpecTrait


class ImportShares(Chart):
    """Show each partner's share of all imports in the data, as bars.

    Parameters
    ----------
    data : DataFrame
        One row per partner and year: partner, year, imports; as from :func:`tradecontext.data.us_goods_trade`.
    year : int, optional
        The last year in the data if not given.
    highlight : sequence of str
        Partners that stand out, each in an accent colour; those of a list in the list, or of a group, in one.
    unit : str, optional
        The unit of the amounts, as in :func:`tradecontext.measures.bilateral`.
    sort_by : str
        The initial sorting: "share" or "name"; a minus in front reverses it.
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
    spec: SpecTrait[ImportSharesSpec]
    sort_by: ReaderState[ImportSharesSort, ImportSharesSort]

    year: Option[int | None] = Option(None)
    highlight: Option[Sequence[str | Sequence[str]]] = Option(())
    unit: Option[str | None] = Option(None)

    if TYPE_CHECKING:

        def __init__(self, data: Any, **options: Unpack[ImportSharesArguments]) -> None: ...

        def update(self, *, data: Any = None, **options: Unpack[ImportSharesOptions]) -> None:
            """Change several options, and ``data``, at once. If one is refused, none is changed."""

    @classmethod
    def write(cls, data: Any, options: Mapping[str, Any]) -> Fields:
        """Make the spec."""
        from tradecontext.charts.import_shares import rows, words  # imported when such a chart is drawn

        language = Language(options["locale"], options["labels"], chart=cls.stem)
        shares = rows.shares(data, options, language)
        own = {
            "year": shares.year,
            "columns": words.columns(shares, language),
            "rows": words.rows(shares, language),
            "initial": {"sort_by": "share", "selection": []},
        }
        return assembled(cls.stem, options, language, own, words.frame(shares, language))
