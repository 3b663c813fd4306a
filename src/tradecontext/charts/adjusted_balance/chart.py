"""AdjustedBalance: a bilateral balance compared with the balance in value added, which counts the origin of content."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Unpack

from tradecontext.charts.assembly import assembled
from tradecontext.text.language import Language
from tradecontext.widget.chart import Chart
from tradecontext.widget.traits import Option, ReaderState

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tradecontext.charts.adjusted_balance.options import AdjustedBalanceArguments, AdjustedBalanceOptions
    from tradecontext.spec import Fields
    from tradecontext.spec.types import AdjustedBalanceSort, AdjustedBalanceSpec, AdjustedBalanceView
    from tradecontext.widget.options import Annotations, Groups
    from tradecontext.widget.traits import SpecTrait


class AdjustedBalance(Chart):
    """Show balances as traded and in value added, the steps between the two, or a dollar of imports by origin.

    A share of content is never subtracted from a balance, because the reporter's inputs in its imports are already
    counted as its exports. ``view="value_added"`` has the balance that counts where value was added and where it is
    finally used.

    Parameters
    ----------
    data : DataFrame, MRIO or None
        One of five. Accounts, one row per partner and year, as from :func:`tradecontext.data.value_added_balances`, or
        of your own with the same columns: exports, imports, value_added_balance, the content of both flows, and the
        steps between balances. An input-output table, :class:`tradecontext.measures.MRIO`. The origin of value added
        in imports, from :func:`tradecontext.readers.read_tiva` (content only). With `estimates`, a trade frame such as
        :func:`tradecontext.data.us_goods_trade`, to which their shares are applied. Or None, for estimates alone.
    view : {"content", "value_added", "bridge"}, optional
        A dollar of imports by origin; balances by partner; or the steps of one partner's balance. If not given, value
        added if the data has it, else content.
    year : int, optional
        The last year in the data if not given.
    country : str, optional
        The partner whose bridge, estimates or content is drawn; the first highlighted one if not given.
    reporter : str
        The country whose balances these are; ``"USA"`` if not given and the figures are in US dollars.
    top : int or None
        How many of the partners with the largest balances (or imports) to draw besides the highlighted: 10 if not
        given; None draws all.
    highlight : sequence of str
        Partners, or estimates by name, that stand out in bold, and in an accent colour if colours do not stand for
        the origin. They are drawn whatever their rank. Those of a list in the list, ``[["MEX", "CAN"]]``, and the
        members of a group, ``["USMCA"]``, have one accent.
    estimates : DataFrame, optional
        Published shares of the reporter's content, one row each, as from
        :func:`tradecontext.data.us_content_estimates`.
    which : sequence of str, optional
        Names of the estimates to draw; the confirmed ones if not given. They are sorted by size, ties in this order.
    quotations : bool
        Whether quotations, and figures known only from citations by others, are drawn too, marked as such.
    one_sided : bool
        Whether to show exports minus imports without the content, with the warning that this counts inputs twice.
    total : bool
        Whether to add rows of sums: the partners that are not drawn, the rest of the world if the data's partners are
        not all, and the balances with all partners, each if it is known.
    groups : mapping
        Short marks beside names: ``{"USMCA": ["MEX", "CAN"]}`` or ``{"*": ("USMCA member", ["MEX", "CAN"])}``.
    annotations : sequence of (partner, text)
        Remarks on rows: on a partner, an estimate or a step.
    entities : mapping, optional
        Names of entities that are not countries, by their label in your frame, ``{"EU27": "European Union"}``; and
        countries by a spelling that is not known, ``{"Norwegen": "NOR"}``.
    partner, year_column, exports, imports, balance : str, optional
        Names of the columns in your own frame.
    scope, unit, currency : str, optional
        As in :class:`tradecontext.DeficitRanking`.
    sort_by : str
        The initial sorting: "gross", "value_added", "change", "content" or "name"; from accounts also
        "partner_content" or "third_content". A minus in front reverses it.
    selection : sequence of str
        Rows selected at the start.
    us_content : float, optional
        A share of content in imports that you assume, 0 to 1; it is drawn among the estimates, as an assumption, and
        needs flows to be applied to.
    **options
        Headline, note, source and the rest: see :class:`tradecontext.chart.Chart`.

    Raises
    ------
    DataError
        Naming column, row or option, for anything that cannot be drawn truthfully.

    References
    ----------
    R. C. Johnson and G. Noguera (2012), "Accounting for intermediates", Journal of International Economics 86.
    A. Borin and M. Mancini (2019), "Measuring what matters in global value chains and value-added trade", World Bank
    Policy Research Working Paper 8804.
    """

    stem: ClassVar[str] = "adjusted_balance"
    spec: SpecTrait[AdjustedBalanceSpec]
    sort_by: ReaderState[AdjustedBalanceSort, AdjustedBalanceSort]
    state_names: ClassVar[tuple[str, ...]] = ("sort_by", "selection", "us_content")
    us_content: ReaderState[float | None, float | None] = ReaderState(None).tag(sync=True)

    view: Option[AdjustedBalanceView | None] = Option(None)
    year: Option[int | None] = Option(None)
    country: Option[str | None] = Option(None)
    reporter: Option[str | None] = Option(None)
    top: Option[int | None] = Option(10)
    highlight: Option[Sequence[str | Sequence[str]]] = Option(())
    estimates: Option[Any] = Option(None)
    which: Option[Sequence[str] | None] = Option(None)
    quotations: Option[bool] = Option(default_value=False)
    one_sided: Option[bool] = Option(default_value=False)
    total: Option[bool] = Option(default_value=True)
    groups: Option[Groups] = Option({}).tag(words=True)
    annotations: Option[Annotations] = Option(()).tag(words=True)
    entities: Option[Mapping[str, str] | None] = Option(None).tag(words=True)
    scope: Option[str | None] = Option(None).tag(words=True)
    partner: Option[str] = Option("partner")
    year_column: Option[str | None] = Option(None)
    exports: Option[str | None] = Option(None)
    imports: Option[str | None] = Option(None)
    balance: Option[str | None] = Option(None)
    unit: Option[str | None] = Option(None)
    currency: Option[str | None] = Option(None)

    if TYPE_CHECKING:

        def __init__(self, data: Any = None, **options: Unpack[AdjustedBalanceArguments]) -> None: ...

        def update(self, *, data: Any = None, **options: Unpack[AdjustedBalanceOptions]) -> None:
            """Change several options, and ``data``, at once. If one is refused, none is changed."""

    else:

        def __init__(self, data: Any = None, *more: Any, **options: Any) -> None:
            super().__init__(data, *more, **options)

    @classmethod
    def write(cls, data: Any, options: Mapping[str, Any]) -> Fields:
        """Make the spec."""
        return spec(data, options)


def spec(data: Any, options: Mapping[str, Any]) -> Fields:
    """Make the spec from data and all options of :class:`AdjustedBalance`."""
    from tradecontext.charts.adjusted_balance import (  # imported when such a chart is drawn
        choices,
        views,
    )

    language = Language(options["locale"], options["labels"], chart="adjusted_balance")
    view, drawn = views.drawn(data, options, language)
    start = choices.share(options["us_content"]) if "amounts" in drawn.more else None
    own: Fields = {
        "numbers": language.numbers(amounts=True),
        "view": view,
        "columns": drawn.columns,
        "rows": drawn.rows,
        **drawn.more,
        "initial": {"sort_by": drawn.sort_by, "selection": [], "us_content": start},
    }
    if "hint" not in (options["labels"] or {}):
        language.interface["hint"] = language.sentence(drawn.hint)
    return assembled("adjusted_balance", options, language, own, drawn.words)
