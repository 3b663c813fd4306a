"""The types of specs. Made by scripts/make_types.py from the schemas: change the schema, not this file."""

from __future__ import annotations

from typing import Literal, NotRequired, TypeAlias, TypedDict, final


@final
class SourceLine(TypedDict):
    text: str
    url: NotRequired[str]
    vintage: NotRequired[str]
    definition: NotRequired[str]


@final
class Logo(TypedDict):
    src: str
    """The picture itself, so that no request is made for it."""
    alt: str


Takeaway: TypeAlias = Literal["data", "image", "embed"]


@final
class Correction(TypedDict):
    date: str
    text: str


@final
class Frame(TypedDict):
    headline: str
    """The claim, in bold."""
    short_headline: str
    """The same where there is little room."""
    subtitle: str
    """What is drawn, in which unit, of which period."""
    notes: list[str]
    """Sentences written from the data: near ties, marks, what was left out."""
    note: str
    """The author's own note."""
    sources: list[SourceLine]
    """Publisher, table, definition and vintage of every measure drawn."""
    byline: str
    credit: str
    logo: NotRequired[Logo]
    alt: str
    """The chart in words, for those who do not see it."""
    url: NotRequired[str]
    """Where the page of this chart is published."""
    noindex: NotRequired[bool]
    """Whether search engines are asked to pass the page over."""
    links: NotRequired[list[Takeaway]]
    """What a reader may take away from the page."""
    published: NotRequired[str]
    updated: NotRequired[str]
    correction: NotRequired[Correction]
    dateline: NotRequired[list[str]]
    """Published, updated and corrected, each with its date in the reader's language."""


@final
class Plurals(TypedDict):
    """Which form a word takes after a whole number n: CLDR's rules by category, any other number has the form "other".
    There where a word has several forms, as {n, plural, one {# partner} other {# partners}}.
    """

    zero: NotRequired[str]
    one: NotRequired[str]
    two: NotRequired[str]
    few: NotRequired[str]
    many: NotRequired[str]


@final
class Words(TypedDict):
    source: str
    sources: str
    sort: str
    hint: str
    data: str
    image: str
    embed: str
    figures: str
    """What opens the data table under a picture."""
    more: str
    """Of rows that a picture has no room for, with {n} for how many."""


@final
class Locale(TypedDict):
    """What the renderer needs of the reader's language."""

    tag: str
    """A language, as en or es-MX."""
    dir: Literal["ltr", "rtl"]
    plurals: NotRequired[Plurals]
    """Which form a word takes after a whole number n: CLDR's rules by category, any other number has the form "other".
    There where a word has several forms, as {n, plural, one {# partner} other {# partners}}.
    """
    words: Words


@final
class Numbers(TypedDict):
    """How the language writes the numbers a reader makes."""

    decimal: str
    percent: str
    """The pattern, with {} for the number."""
    minus: NotRequired[str]
    group: NotRequired[str]
    """What stands between thousands."""
    grouped: NotRequired[int]
    """Least number of digits before the decimal that are grouped."""


Theme: TypeAlias = Literal["auto", "light", "dark"]
"""Light, dark, or as the reader's system has it."""

AdjustedBalanceView: TypeAlias = Literal["content", "value_added", "bridge"]
"""A dollar of imports by origin; balances as traded and in value added; or the steps from the one to the other.
"""


@final
class Tick(TypedDict):
    """A place on a scale, as printed there."""

    value: float
    text: str


@final
class AdjustedBalanceScale(TypedDict):
    """What is printed over balances and steps: amounts, and the words for either side of zero."""

    ticks: list[Tick]
    below: str
    above: str


@final
class AdjustedBalanceColumns(TypedDict):
    """Headers. A view of content has `dollar` over its bars and `content`, with accounts `partner_content` and
    `third_content` too, over its figures; one of value added `gross`, `value_added` and `change`, a bridge
    `effect`.
    """

    partner: str
    dollar: NotRequired[str]
    content: NotRequired[str]
    partner_content: NotRequired[str]
    third_content: NotRequired[str]
    gross: NotRequired[str]
    value_added: NotRequired[str]
    change: NotRequired[str]
    effect: NotRequired[str]


_AdjustedBalanceRowReserved = TypedDict(
    "_AdjustedBalanceRowReserved",
    {
        "from": NotRequired[float],
    },
)


@final
class AdjustedBalanceRow(_AdjustedBalanceRowReserved):
    partner: str
    """A partner's code, or the name of an estimate or a step."""
    name: str
    name_rank: int
    role: Literal["partner", "total", "balance", "step"]
    """A partner or estimate; the sum of all partners; a balance a bridge begins or ends with; a step between."""
    content: NotRequired[list[float]]
    """The parts of a dollar, 0 to 1, in the legend's order: they add up to 1."""
    gross: NotRequired[float | None]
    """Balance as traded, in the currency."""
    value_added: NotRequired[float | None]
    """Balance in value added."""
    change: NotRequired[float | None]
    """The second less the first."""
    gross_text: NotRequired[str]
    value_added_text: NotRequired[str]
    change_text: NotRequired[str]
    to: NotRequired[float]
    """Where it ends."""
    text: NotRequired[str]
    """The row's figure as printed: cents of the first part, or a step's amount with its sign."""
    partner_text: NotRequired[str]
    """Cents of the second part, where it has a column."""
    third_text: NotRequired[str]
    """Cents of the third."""
    detail: NotRequired[str]
    """Printed small beside it."""
    annotation: NotRequired[str]
    """Printed under the row: scope, year and source of an estimate."""
    applied: NotRequired[str]
    """Names the content line of the amounts when this estimate is chosen."""
    highlight: NotRequired[int]
    marks: NotRequired[list[str]]
    readout: str


@final
class AmountLines(TypedDict):
    """Names of the lines that do not depend on the share, and of those that do."""

    exports: str
    imports: str
    without: str
    """Imports without that content."""
    balance: str


@final
class OneSidedReading(TypedDict):
    """The reading that counts those inputs twice: never without the sentence that says so."""

    name: str
    """Of its line."""
    warning: str
    """Printed under it."""


@final
class AdjustedBalanceAmounts(TypedDict):
    """A partner's flows, and what a share of content, chosen by the reader, comes to in them."""

    caption: str
    """The table in words."""
    title: str
    """Header of the lines' names."""
    unit: str
    """Header of the amounts."""
    exports: float
    """In the currency."""
    imports: float
    power: Literal[0, 3, 6, 9]
    """Power of ten that amounts are printed in."""
    lines: AmountLines
    """Names of the lines that do not depend on the share, and of those that do."""
    one_sided: NotRequired[OneSidedReading]
    """The reading that counts those inputs twice: never without the sentence that says so."""
    why: str
    """Printed under the balance: why no share moves it."""
    choose: str
    """Names the control of the reader's own share."""
    unset: str
    """What the control says before a share is set."""
    own: str
    """Names the row of the reader's own share."""
    applied: str
    """Names the content line for the reader's own share, {cents}."""
    cents: str
    """Cents as printed, {n}."""


AdjustedBalanceSort: TypeAlias = Literal[
    "content",
    "-content",
    "partner_content",
    "-partner_content",
    "third_content",
    "-third_content",
    "gross",
    "-gross",
    "value_added",
    "-value_added",
    "change",
    "-change",
    "effect",
    "name",
    "-name",
]


@final
class AdjustedBalanceState(TypedDict):
    sort_by: AdjustedBalanceSort
    selection: list[str]
    us_content: float | None
    """The reader's own share of US content in imports, 0 to 1; null where none is set."""


@final
class AdjustedBalanceSpec(TypedDict):
    """What is left of a bilateral balance once the origin of the content is counted."""

    chart: Literal["adjusted_balance"]
    version: Literal[1]
    chart_id: NotRequired[str]
    frame: Frame
    locale: Locale
    numbers: Numbers
    theme: Theme
    view: AdjustedBalanceView
    """A dollar of imports by origin; balances as traded and in value added; or the steps from the one to the other.
    """
    currency: NotRequired[str]
    """Of all amounts, an ISO 4217 code of three letters, as USD."""
    year: NotRequired[int]
    """Of the data, where it is one."""
    legend: NotRequired[list[str]]
    """Names of what is drawn, in its order: the parts of a dollar; the hollow and the filled dot; a step up and a step
    down.
    """
    scale: NotRequired[AdjustedBalanceScale]
    """What is printed over balances and steps: amounts, and the words for either side of zero."""
    columns: AdjustedBalanceColumns
    """Headers. A view of content has `dollar` over its bars and `content`, with accounts `partner_content` and
    `third_content` too, over its figures; one of value added `gross`, `value_added` and `change`, a bridge
    `effect`.
    """
    rows: list[AdjustedBalanceRow]
    amounts: NotRequired[AdjustedBalanceAmounts]
    """A partner's flows, and what a share of content, chosen by the reader, comes to in them."""
    initial: AdjustedBalanceState


@final
class ComparativeAdvantageScale(TypedDict):
    """A logarithmic scale from 1/max to max, 1 in its middle; what lies outside is drawn at its edge."""

    max: float
    ticks: list[Tick]
    below: str
    """What lies under 1, in words."""
    above: str
    """What lies over 1, in words."""


@final
class ComparativeAdvantageColumns(TypedDict):
    partner: str
    """Header of the names."""
    rca: str
    """Header of the index."""
    trend: NotRequired[str]
    """Header of the first and last values; none where there is one year only."""


@final
class Pair(TypedDict):
    """What the sentence about two rows needs of one; only where every year of the period has data."""

    weight: float
    """The good's share of the country's exports, or the index itself where that is not known, added up over the
    period: a ratio of two sums is that of the means, and needs no rounding.
    """
    name: str
    """The country's name in running text."""


@final
class Value(TypedDict):
    """One year's figure as printed."""

    year: int
    text: str


@final
class ComparativeAdvantageRow(TypedDict):
    partner: str
    name: str
    name_rank: int
    rca: float | None
    """The index, 0 or more; null where there is none."""
    text: str
    """The index as printed."""
    pair: NotRequired[Pair]
    """What the sentence about two rows needs of one; only where every year of the period has data."""
    values: NotRequired[list[float | None]]
    """One index a year; null where there is none."""
    breaks: NotRequired[list[int]]
    """First years after a break: years that one parts from the period are not compared with it."""
    first: NotRequired[Value]
    """The first year with data that no break parts from the period."""
    last: NotRequired[Value]
    """The last such year."""
    extremes: NotRequired[str]
    """The lowest and the highest of these years in words, for places that no line can be drawn in."""
    highlight: NotRequired[int]
    marks: NotRequired[list[str]]
    annotation: NotRequired[str]
    readout: str


ComparativeAdvantageSort: TypeAlias = Literal["rca", "-rca", "name", "-name"]


@final
class ComparativeAdvantageState(TypedDict):
    sort_by: ComparativeAdvantageSort
    selection: list[str]


@final
class ComparativeAdvantageSpec(TypedDict):
    """Revealed comparative advantage by country, as dots on a logarithmic scale around 1."""

    chart: Literal["comparative_advantage"]
    version: Literal[1]
    chart_id: NotRequired[str]
    frame: Frame
    locale: Locale
    numbers: Numbers
    theme: Theme
    period: list[int]
    """First and last year of the index drawn; the same where it is one year's."""
    years: list[int]
    """Every year of the small lines."""
    scale: ComparativeAdvantageScale
    """A logarithmic scale from 1/max to max, 1 in its middle; what lies outside is drawn at its edge."""
    columns: ComparativeAdvantageColumns
    trend: NotRequired[bool]
    """Whether a small line stands between a row's first and last values."""
    pair: NotRequired[str]
    """The sentence about two selected rows, with {times}, {a} and {b}."""
    rows: list[ComparativeAdvantageRow]
    initial: ComparativeAdvantageState


@final
class CompareColumn(TypedDict):
    """The earlier year whose deficit is a tick on each bar."""

    year: int
    period: NotRequired[str]


@final
class ContextColumn(TypedDict):
    title: str
    """Header of the second measure, with its year."""
    year: int
    max: float
    """End of its scale, which starts at 0."""


@final
class DeficitRankingColumns(TypedDict):
    partner: str
    """Header of the names."""
    deficit: str
    """Header of the bars, with the unit."""
    compare: NotRequired[CompareColumn]
    """The earlier year whose deficit is a tick on each bar."""
    context: NotRequired[ContextColumn]


@final
class Compare(TypedDict):
    deficit: float | None
    text: str
    """The change in words."""


@final
class Context(TypedDict):
    value: float | None
    text: str


@final
class DeficitRankingRow(TypedDict):
    partner: str
    name: str
    name_rank: int
    role: Literal["partner", "others", "total"]
    """A partner, the sum of those not shown, or of all."""
    rank: NotRequired[int]
    """Place by deficit among all partners in the data."""
    deficit: float
    """Imports minus exports in the currency; negative is a surplus."""
    exports: NotRequired[float | None]
    imports: NotRequired[float | None]
    text: str
    """The deficit as printed."""
    compare: NotRequired[Compare]
    context: NotRequired[Context]
    highlight: NotRequired[int]
    marks: NotRequired[list[str]]
    annotation: NotRequired[str]
    readout: str
    """Exports, imports and rank in words."""


DeficitRankingSort: TypeAlias = Literal["deficit", "-deficit", "context", "-context", "name", "-name"]


@final
class DeficitRankingState(TypedDict):
    sort_by: DeficitRankingSort
    selection: list[str]


@final
class DeficitRankingSpec(TypedDict):
    """Partners ranked by the reporter's bilateral deficit in one year."""

    chart: Literal["deficit_ranking"]
    version: Literal[1]
    chart_id: NotRequired[str]
    frame: Frame
    locale: Locale
    theme: Theme
    year: int
    period: NotRequired[str]
    currency: str
    columns: DeficitRankingColumns
    rows: list[DeficitRankingRow]
    initial: DeficitRankingState


InputRelianceView: TypeAlias = Literal["ranking", "lines", "both"]
"""A ranking of averages, lines over time, or both."""


@final
class InputRelianceScale(TypedDict):
    """The axes of the lines: shares from 0 to the last tick, and the years printed."""

    ticks: list[Tick]
    years: list[int]


@final
class InputRelianceColumns(TypedDict):
    partner: str
    """Header of the names."""
    share: str
    """Header of the averages."""
    one: str
    """The same where the period is one year."""
    first: NotRequired[str]
    """Name of the first series, drawn solid; needed where there is a second."""
    second: NotRequired[str]
    """Name of the second series, drawn dashed."""
    trend: NotRequired[str]
    """Header of the small lines or of the first and last values; none where there are no yearly figures."""


_InputReliancePhrasesReserved = TypedDict(
    "_InputReliancePhrasesReserved",
    {
        "from": str,
    },
)


@final
class InputReliancePhrases(_InputReliancePhrasesReserved):
    """Words around what the renderer counts, with names in braces for its figures."""

    span: str
    """A period of more than one year, {from} and {to}."""
    years: str
    """{n} years of {total} had data."""
    none: str
    """No year of the period has data."""
    broken: str
    """No average across the break before {year}."""
    readout: str
    """{name}, {share}, {span}, {n}, {total}, {first}, {first_year}, {last}, {last_year}."""
    readout_one: NotRequired[str]
    """The same where the period is one year: {name}, {share}, {span}."""
    readout_none: str
    """{name} and {why} there is no average over {span}."""
    others: str
    """{n} countries that have no row or name of their own."""
    range: str
    """Their shares, {low} to {high}."""
    without: str
    """{n} of them have no average."""
    period: str
    """The period as a sentence, with {from} and {to}."""
    to: str
    """Names the control of the last year."""
    table: NotRequired[str]
    """What opens the ranking under lines. This and the rest only where lines are drawn."""
    other_lines: NotRequired[str]
    """Names {n} lines that have no name of their own."""
    both: NotRequired[str]
    """The last {value} of two lines that end alike."""
    alike: NotRequired[str]
    """The last {value} of several lines that end alike."""
    break_mark: NotRequired[str]
    """A break before {year} in the lines of {names}."""
    compare: NotRequired[str]
    """Names the countries that a reader has added."""
    add: NotRequired[str]
    """Names the control that adds a country."""
    remove: NotRequired[str]
    """Names the control that takes {name} away again."""
    year: NotRequired[str]
    """Names the control of the year that is read out."""


@final
class InputRelianceHow(TypedDict):
    """How the shares of a period are one, for {how}, with {span}."""

    average: str
    """Of several years."""
    one: str
    """Of one year."""


@final
class InputRelianceHeadline(TypedDict):
    """The claim, by what is true of the country it is about: the first highlighted, else the one that leads."""

    less: NotRequired[str]
    """The last share of the period is less than the first: {partner}, {first_year}, {late}."""
    more: NotRequired[str]
    """The last share is more than the first."""
    level: NotRequired[str]
    """The two shares are printed alike."""
    both_less: NotRequired[str]
    """The last shares of two highlighted countries are less than their first: {first_year}."""
    both_more: NotRequired[str]
    """Both are more."""
    both_level: NotRequired[str]
    """Both are printed alike."""
    first: str
    """No share is larger, of {count}: {partner}, {span}."""
    ranked: str
    """{above} of {count} shares are larger: {partner}, {span}."""
    alone: str
    """There is no other share: {partner}, {share}, {span}."""
    only: str
    """Only {first_year} has data."""
    broken: str
    """A break before {broken} lies within the period."""
    none: str
    """No year has data."""
    empty: str
    """No country has an average."""


@final
class InputRelianceAlt(TypedDict):
    opening: str
    """What is drawn."""
    range: str
    """The largest and the smallest share: {first}, {high}, {last}, {low}."""
    first: str
    """The only share: {first}, {high}."""
    level: str
    """The same as range, where several have the largest or the smallest share."""
    same: str
    """All have one share: {high}."""
    alike: str
    """All have one share as printed: {high}."""
    rest: str
    """What is said of any period."""


@final
class InputRelianceNote(TypedDict):
    text: str
    when: NotRequired[Literal["average", "gaps", "broken", "beyond"]]
    """The period has several years, a country lacks some of them, a break lies between them, or a highlighted country
    has a row although it is not among the largest ({beyond} names these); always, where it is not given.
    """


@final
class InputRelianceSentences(TypedDict):
    """The words of the frame for any period, with names in braces for what it decides. Words that the frame has
    otherwise, or that have no sentence here, are an author's own: they stay as they are.
    """

    measure: str
    """What the shares are, for {measure}."""
    how: InputRelianceHow
    """How the shares of a period are one, for {how}, with {span}."""
    supplier: str
    """The supplier in running text, for {supplier}."""
    partners: NotRequired[str]
    """Two highlighted countries in running text, for {partners}."""
    late: str
    """Put after a change that ends before the last year drawn, with {last_year}."""
    headline: NotRequired[InputRelianceHeadline]
    """The claim, by what is true of the country it is about: the first highlighted, else the one that leads."""
    subtitle: NotRequired[str]
    alt: NotRequired[InputRelianceAlt]
    notes: list[InputRelianceNote]


@final
class InputRelianceRow(TypedDict):
    partner: str
    name: str
    in_sentence: NotRequired[str]
    """The name as running text has it, where that is another: the Netherlands."""
    name_rank: int
    shares: list[float | None]
    """One share, 0 to 1, a year; null where there is none. Empty where only an average was published."""
    second: NotRequired[list[float | None]]
    """The second series, one share a year."""
    totals: NotRequired[list[float | None]]
    """What each year's share is of; needed for, and only there with, the method ratio_of_sums."""
    first: NotRequired[Value]
    """The first year with data."""
    last: NotRequired[Value]
    """The last year with data."""
    extremes: NotRequired[str]
    """The lowest and the highest year in words, for places that no line can be drawn in."""
    second_last: NotRequired[Value]
    """The second series' last year with data."""
    breaks: NotRequired[list[int]]
    """First years after a break: no average is taken across one."""
    average: NotRequired[float | None]
    """A published average."""
    detail: NotRequired[str]
    """Printed small beside a published average."""
    highlight: NotRequired[int]
    marks: NotRequired[list[str]]
    annotation: NotRequired[str]


@final
class Remark(TypedDict):
    year: int
    text: str
    """The remark as printed, its year in it."""


InputRelianceSort: TypeAlias = Literal["share", "-share", "name", "-name"]


@final
class InputRelianceState(TypedDict):
    sort_by: InputRelianceSort
    selection: list[str]
    period: list[int]
    """First and last year averaged over."""


@final
class InputRelianceSpec(TypedDict):
    """How much of each country's inputs come from one supplier: averages over a period, and the path of the years."""

    chart: Literal["input_reliance"]
    version: Literal[1]
    chart_id: NotRequired[str]
    frame: Frame
    locale: Locale
    numbers: Numbers
    theme: Theme
    view: InputRelianceView
    """A ranking of averages, lines over time, or both."""
    method: Literal["mean_of_ratios", "ratio_of_sums", "published"]
    """What the average is: of yearly shares, of all years' imports together, or as published where no yearly figures
    are known.
    """
    top: NotRequired[int]
    """How many of the largest averages have a row beside the highlighted; all where it is not given."""
    years: list[int]
    scale: InputRelianceScale
    """The axes of the lines: shares from 0 to the last tick, and the years printed."""
    columns: InputRelianceColumns
    trend: NotRequired[bool]
    """Whether a small line stands between a row's first and last values."""
    phrases: InputReliancePhrases
    """Words around what the renderer counts, with names in braces for its figures."""
    sentences: NotRequired[InputRelianceSentences]
    """The words of the frame for any period, with names in braces for what it decides. Words that the frame has
    otherwise, or that have no sentence here, are an author's own: they stay as they are.
    """
    rows: list[InputRelianceRow]
    remarks: list[Remark]
    """What the author wrote on years of the lines."""
    initial: InputRelianceState


Spec: TypeAlias = AdjustedBalanceSpec | ComparativeAdvantageSpec | DeficitRankingSpec | InputRelianceSpec
"""A spec of any chart."""
