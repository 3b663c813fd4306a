"""InputReliance: how much of a country's imported inputs come from one supplier, and how that has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Literal, Unpack, cast

from tradecontext.charts.assembly import assembled
from tradecontext.text.language import Language
from tradecontext.widget.chart import Chart
from tradecontext.widget.traits import Option, ReaderState

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tradecontext.charts.input_reliance.options import InputRelianceArguments, InputRelianceOptions
    from tradecontext.spec import Fields
    from tradecontext.spec.types import InputRelianceSort, InputRelianceSpec, InputRelianceView
    from tradecontext.widget.options import Annotations, Groups
    from tradecontext.widget.traits import SpecTrait


class InputReliance(Chart):
    """Rank countries by the share of their inputs that comes from one supplier, and draw its path over the years.

    Over three years or more it draws lines, with names at their ends and the author's remarks at their years; a reader
    may read the figures of any year and add countries. The ranking is by an average over a period, which a reader may
    change; it is collapsed under the lines. No average is taken across a break in a series.

    Parameters
    ----------
    data : DataFrame
        One of three tables. Yearly shares: one row per country and year, with share (fractions 0 to 1), as from
        :func:`tradecontext.data.input_shares`; rows that name another supplier in a column ``supplier`` are ignored.
        Or amounts, as a reader returns them: shares are then computed by :func:`tradecontext.measures.import_share`.
        Or averages: one row per country and no column ``year``, as from :func:`tradecontext.measures.average_share`.
        These are drawn as a ranking; columns ``first_year`` and ``last_year``, or `period`, give their period.
    supplier : str
        Code or name of the supplying country.
    view : {"ranking", "lines", "both"}, optional
        Lines, with the ranking collapsed under them, if not given; a ranking if the data has fewer than three years or
        only averages. "both" has the ranking open under the lines.
    trend : bool
        Whether a ranking without lines has a small line between each row's first and last values.
    method : {"mean_of_ratios", "ratio_of_sums"}
        The average of the yearly shares, or the share in the imports of all years together, which needs a column
        ``total``.
    top : int or None
        How many of the largest countries the ranking has besides the highlighted ones: 10 if not given; one row sums
        up the others. None draws all.
    highlight : sequence of str
        Countries that stand out, each in an accent colour; they are drawn whatever their rank. Those of a
        list in the list, ``[["MEX", "CAN"]]``, and the members of a group, ``["USMCA"]``, have one accent.
    groups : mapping
        Short marks beside names: ``{"USMCA": ["MEX", "CAN"]}`` or ``{"*": ("USMCA member", ["MEX", "CAN"])}``.
    annotations : sequence of (year, text) or (partner, text)
        Remarks on years or rows.
    second : str, optional
        Column of another share, drawn dashed: ``"look_through_share"``.
    breaks : sequence of (partner, year, text) or (year, text)
        Breaks in the series of one country or of all, in addition to those that a column ``break_before`` marks. The
        year is the first after the break.
    partner, year_column, share, imports, total : str, optional
        Names of the columns in your own frame; total is the denominator of each year's share.
    entities : mapping, optional
        Names of entities that are not countries, by their label in your frame, ``{"EU27": "European Union"}``; and
        countries by a spelling that is not known, ``{"Norwegen": "NOR"}``.
    period : (int, int), optional
        The first and last year of the averages at the start; all years if not given.
    labels : mapping, optional
        Other words for terms the chart prints; "measure" and "second" name the two shares.
    sort_by : str
        The initial sorting: "share" or "name"; a minus in front reverses it.
    selection : sequence of str
        Countries selected at the start.
    **options
        Headline, note, source and the rest: see :class:`tradecontext.chart.Chart`.

    Raises
    ------
    DataError
        Naming column, row or option, for anything that cannot be drawn truthfully.
    """

    stem: ClassVar[str] = "input_reliance"
    spec: SpecTrait[InputRelianceSpec]
    sort_by: ReaderState[InputRelianceSort, InputRelianceSort]
    state_names: ClassVar[tuple[str, ...]] = ("sort_by", "selection", "period")
    written_choices: ClassVar[tuple[str, ...]] = ("period",)
    period: ReaderState[tuple[int, int], Sequence[int]] = ReaderState(None).tag(sync=True)

    supplier: Option[str] = Option("USA")
    view: Option[InputRelianceView | None] = Option(None)
    trend: Option[bool] = Option(default_value=True)
    method: Option[Literal["mean_of_ratios", "ratio_of_sums"]] = Option("mean_of_ratios")
    top: Option[int | None] = Option(10)
    highlight: Option[Sequence[str | Sequence[str]]] = Option(())
    groups: Option[Groups] = Option({}).tag(words=True)
    annotations: Option[Annotations] = Option(()).tag(words=True)
    second: Option[str | None] = Option(None)
    breaks: Option[Sequence[tuple[str, int, str] | tuple[int, str]]] = Option(()).tag(words=True)
    partner: Option[str] = Option("partner")
    year_column: Option[str | None] = Option(None)
    share: Option[str | None] = Option(None)
    imports: Option[str | None] = Option(None)
    total: Option[str | None] = Option(None)
    entities: Option[Mapping[str, str] | None] = Option(None).tag(words=True)

    if TYPE_CHECKING:

        def __init__(self, data: Any, **options: Unpack[InputRelianceArguments]) -> None: ...

        def update(self, *, data: Any = None, **options: Unpack[InputRelianceOptions]) -> None:
            """Change several options, and ``data``, at once. If one is refused, none is changed."""

    @classmethod
    def write(cls, data: Any, options: Mapping[str, Any]) -> Fields:
        """Make the spec."""
        return spec(data, options)

    @classmethod
    def words(cls, spec: Fields) -> dict[str, Any]:
        """Return the spec's sentences, filled for the period in ``initial``."""
        from tradecontext.charts.input_reliance import words

        return words.words(cast("InputRelianceSpec", spec), spec["sentences"]) if "sentences" in spec else {}


def spec(data: Any, options: Mapping[str, Any]) -> Fields:
    """Make the spec from a frame and all options of :class:`InputReliance`."""
    from tradecontext.charts.input_reliance import (
        phrases,  # imported when such a chart is drawn
    )
    from tradecontext.charts.input_reliance import rows as read
    from tradecontext.charts.input_reliance import sentences as written
    from tradecontext.charts.input_reliance import words as filled

    language = Language(options["locale"], options["labels"], known=("second", "measure"), chart="input_reliance")
    drawn = read.reliance(data, options, language)
    sentences = written.sentences(drawn, language)
    own: Fields = {
        "numbers": language.numbers(),
        "view": drawn.view,
        "method": drawn.method,
        "years": drawn.years,
        "scale": phrases.scale(drawn, language),
        "columns": phrases.columns(drawn, language),
        "trend": drawn.trend,
        "phrases": phrases.phrases(drawn, language),
        "rows": drawn.rows,
        "remarks": drawn.remarks,
        "initial": {"sort_by": "share", "selection": [], "period": list(drawn.period)},
        "top": drawn.top,
        "sentences": written.followed(sentences, drawn, options),
    }
    found = {name: value for name, value in own.items() if value is not None}
    given = cast("InputRelianceSpec", {**found, "locale": {"plurals": language.plurals, **language.marks}})
    words = filled.words(given, sentences)
    sources = {"sources": drawn.sources, "second_sources": drawn.second_sources}
    return assembled("input_reliance", options, language, own, {**words, **sources})
