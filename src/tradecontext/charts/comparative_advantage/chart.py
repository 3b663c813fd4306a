"""ComparativeAdvantage: countries in whose exports a good has a larger share than in the world's exports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Unpack

from tradecontext.charts.assembly import assembled
from tradecontext.text.language import Language
from tradecontext.widget.chart import Chart
from tradecontext.widget.traits import Option

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tradecontext.charts.comparative_advantage.options import (
        ComparativeAdvantageArguments,
        ComparativeAdvantageOptions,
    )
    from tradecontext.spec import Fields
    from tradecontext.spec.types import ComparativeAdvantageSort, ComparativeAdvantageSpec
    from tradecontext.widget.options import Annotations, Groups
    from tradecontext.widget.traits import ReaderState, SpecTrait


class ComparativeAdvantage(Chart):
    """Show revealed comparative advantage (Balassa's index) by country, on a logarithmic scale around 1.

    Parameters
    ----------
    data : DataFrame
        One row per country and year: partner, year, rca, and optionally export_share and world_share (fractions 0 to
        1), coverage (fraction of exports that is classified), break_before (bool), vintage and definition; as from
        :func:`tradecontext.data.rca_intermediate_goods`, :func:`tradecontext.measures.rca` with one product, or of
        your own.
    year : int, optional
        The last year in the data if neither a year nor a period is given. If the data has no column of years, the year
        of its figures.
    period : (int, int), optional
        First and last year of an average of the yearly indices, as by :func:`tradecontext.measures.average_rca`.
    highlight : sequence of str
        Countries that stand out, each in an accent colour; they are drawn whatever their rank. Those of a
        list in the list, ``[["MEX", "CAN"]]``, and the members of a group, ``["USMCA"]``, have one accent.
    partners : str or sequence of str, optional
        Countries to rank; all in the data if not given.
    top : int or None
        How many of the largest to draw besides the highlighted and those of `ratio`; None draws all. If not given, all
        that `partners` names are drawn, or 10 of all in the data.
    trend : bool
        Whether each row ends with its first and last value and a small line between them.
    ratio : (str, str), optional
        Two countries; the headline says how many times the good's share in exports of the first one is that of the
        second one. They stand out if no others are highlighted.
    across_breaks : bool
        Whether an average may include years before and after a break; a note then says so.
    good : str, optional
        The good's name in running text, ``"intermediate goods"``; known for the bundled definition.
    groups : mapping
        Short marks beside names: ``{"USMCA": ["MEX", "CAN"]}`` or ``{"*": ("USMCA member", ["MEX", "CAN"])}``.
    annotations : sequence of (partner, text)
        Remarks on rows.
    partner, year_column, rca : str, optional
        Names of the columns in your own frame.
    entities : mapping, optional
        Names of entities that are not countries, by their label in your frame, ``{"EU27": "European Union"}``; and
        countries by a spelling that is not known, ``{"Norwegen": "NOR"}``.
    sort_by : str
        The initial sorting: "rca" or "name"; a minus in front reverses it.
    selection : sequence of str
        Rows selected at the start.
    **options
        Headline, note, source and the rest: see :class:`tradecontext.chart.Chart`.

    Raises
    ------
    DataError
        Naming column, row or option, for anything that cannot be drawn truthfully.

    References
    ----------
    B. Balassa (1965), "Trade Liberalisation and 'Revealed' Comparative Advantage", The Manchester School 33.
    """

    stem: ClassVar[str] = "comparative_advantage"
    spec: SpecTrait[ComparativeAdvantageSpec]
    sort_by: ReaderState[ComparativeAdvantageSort, ComparativeAdvantageSort]

    year: Option[int | None] = Option(None)
    period: Option[Sequence[int] | None] = Option(None)
    highlight: Option[Sequence[str | Sequence[str]]] = Option(())
    partners: Option[Sequence[str] | str | None] = Option(None)
    top: Option[int | None] = Option(10)
    trend: Option[bool] = Option(default_value=True)
    ratio: Option[Sequence[str] | None] = Option(None)
    across_breaks: Option[bool] = Option(default_value=False)
    good: Option[str | None] = Option(None).tag(words=True)
    groups: Option[Groups] = Option({}).tag(words=True)
    annotations: Option[Annotations] = Option(()).tag(words=True)
    partner: Option[str] = Option("partner")
    year_column: Option[str | None] = Option(None)
    rca: Option[str | None] = Option(None)
    entities: Option[Mapping[str, str] | None] = Option(None).tag(words=True)

    if TYPE_CHECKING:

        def __init__(self, data: Any, **options: Unpack[ComparativeAdvantageArguments]) -> None: ...

        def update(self, *, data: Any = None, **options: Unpack[ComparativeAdvantageOptions]) -> None:
            """Change several options, and ``data``, at once. If one is refused, none is changed."""

    @classmethod
    def defaults(cls, given: Mapping[str, Any]) -> dict[str, Any]:
        """Return the value that each option has if it is not given: partners that the author names are all drawn."""
        own = super().defaults(given)
        return own if given.get("partners") is None else {**own, "top": None}

    @classmethod
    def write(cls, data: Any, options: Mapping[str, Any]) -> Fields:
        """Make the spec."""
        return spec(data, options)


def spec(data: Any, options: Mapping[str, Any]) -> Fields:
    """Make the spec of a chart from a frame and all options of :class:`ComparativeAdvantage`."""
    from tradecontext.charts.comparative_advantage import (
        rows as ranked,  # imported when such a chart is drawn
    )
    from tradecontext.charts.comparative_advantage import words as written

    language = Language(options["locale"], options["labels"], known=("good",), chart="comparative_advantage")
    found = ranked.advantage(data, options, language)
    pair = written.pair(found, language)
    own: Fields = {
        "numbers": language.numbers(),
        "period": [found.first, found.last],
        "years": found.years,
        "scale": written.scale(found, language),
        "columns": written.columns(found, language),
        "trend": found.trend and len(found.years) > 1,
        "rows": written.rows(found, language),
        "initial": {"sort_by": "rca", "selection": []},
        "pair": pair,
    }
    if pair is None and "hint" not in (options["labels"] or {}):
        # With fewer than two rows to compare, the hint must not promise a ratio.
        language.interface["hint"] = language.sentence("hint_single")
    return assembled("comparative_advantage", options, language, own, written.frame(found, language))
