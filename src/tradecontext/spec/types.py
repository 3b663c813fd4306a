"""The types of specs. Made by scripts/make_types.py from the schemas: change the schema, not this file."""

from __future__ import annotations

from typing import Literal, NotRequired, TypeAlias, TypedDict, final


@final
class ReceiptLine(TypedDict):
    url: str
    """The address that was asked, without any key."""
    time: str
    """When it answered, in UTC."""
    sha256: str
    """Of the raw answer."""


@final
class SourceLine(TypedDict):
    text: str
    short: NotRequired[str]
    """The publisher, as printed under the drawing; the text itself where it is not given."""
    url: NotRequired[str]
    vintage: NotRequired[str]
    definition: NotRequired[str]
    due: NotRequired[str]
    """The day from which fetched figures are older than their publisher's next release."""
    receipts: NotRequired[list[ReceiptLine]]
    """The answers of the publisher's service that the figures were made from."""


@final
class Licence(TypedDict):
    """The licence under which the chart and its figures may be used again, for machines: printed nowhere."""

    text: str
    url: NotRequired[str]


@final
class Logo(TypedDict):
    src: str
    alt: str


@final
class Recipe(TypedDict):
    """The call that makes the chart again. Present only if it was made of fetched figures that nobody changed."""

    call: str
    """A function of tradecontext.fetch or tradecontext.data."""
    arguments: str
    options: str
    version: NotRequired[str]
    """The version of tradecontext that made the chart."""


Takeaway: TypeAlias = Literal["data", "image", "embed", "link"]


@final
class Correction(TypedDict):
    date: str
    text: str


@final
class Aged(TypedDict):
    """What a page says once fetched figures are older than their publisher's next release."""

    due: str
    text: str


@final
class Frame(TypedDict):
    headline: str
    """The headline, printed in bold."""
    short_headline: str
    """The author's own headline for a card, used there in place of the headline."""
    subtitle: str
    """What is drawn, in which unit and for which period."""
    key: list[str]
    """Sentences that explain a mark on the drawing, printed under it."""
    notes: list[str]
    """Background written from the data, one tap away: definition, method, coverage, near ties, what was left out.
    """
    note: str
    """The author's own note, printed under the drawing."""
    sources: list[SourceLine]
    """The sources: publisher, table, definition and vintage of every measure that is drawn."""
    byline: str
    credit: str
    licence: NotRequired[Licence]
    """The licence under which the chart and its figures may be used again, for machines: printed nowhere."""
    logo: NotRequired[Logo]
    alt: str
    """The alternative text: the chart in words, for readers who cannot see it."""
    recipe: NotRequired[Recipe]
    """The call that makes the chart again. Present only if it was made of fetched figures that nobody changed."""
    url: NotRequired[str]
    """The address at which the page of this chart is published."""
    noindex: NotRequired[bool]
    """Whether the page asks search engines not to index it."""
    links: NotRequired[list[Takeaway]]
    """What the page offers to download or copy: the figures, a picture, an embed."""
    published: NotRequired[str]
    updated: NotRequired[str]
    correction: NotRequired[Correction]
    aged: NotRequired[Aged]
    """What a page says once fetched figures are older than their publisher's next release."""
    dateline: NotRequired[list[str]]
    """One line with the dates of publication, update and correction, in the chart's language."""


@final
class Plurals(TypedDict):
    """CLDR's plural rules by category, for whole numbers n. Any other number has the category "other". Present only if
    a text has several forms, such as {n, plural, one {# partner} other {# partners}}.
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
    notes: str
    """What opens the notes."""
    sort: str
    reset: str
    """Undoes what the reader has changed."""
    find: str
    """The name of the field that finds rows of a long list by their names."""
    found: str
    """Announces the rows found, with {n} for how many."""
    remove: str
    """Takes a row out of the selection, with {name} for its name."""
    hint: str
    data: str
    image: str
    embed: str
    link: str
    figures: str
    """The label that opens the table of figures under a picture."""
    more: str
    """The line for rows that a picture has no room for; {n} is their number."""


@final
class Locale(TypedDict):
    """What the renderer has to know of the chart's language."""

    tag: str
    """The tag of a language, for example en, es-MX or ar-u-nu-arab."""
    dir: Literal["ltr", "rtl"]
    digits: NotRequired[str]
    comma: NotRequired[str]
    """What separates texts that are listed, if it is not a comma and a space."""
    semicolon: NotRequired[str]
    """What separates longer texts, if it is not a semicolon and a space."""
    plurals: NotRequired[Plurals]
    """CLDR's plural rules by category, for whole numbers n. Any other number has the category "other". Present only if
    a text has several forms, such as {n, plural, one {# partner} other {# partners}}.
    """
    words: Words


@final
class Numbers(TypedDict):
    """How the language writes numbers that depend on a reader's choice, so that the page has to write them."""

    decimal: str
    digits: NotRequired[str]
    percent: str
    """The pattern of a percentage; {} is the number."""
    minus: NotRequired[str]
    group: NotRequired[str]
    """The thousands separator."""
    grouped: NotRequired[int]
    """Numbers with at least this many digits before the decimal separator have thousands separators."""


Theme: TypeAlias = Literal["auto", "light", "dark"]
"""The colour scheme: light, dark, or auto, that of the reader's system."""


@final
class Palette(TypedDict):
    """The colours of a house on one ground. Text on it has a contrast of 4.5 : 1, marks of 3 : 1."""

    paper: str
    """The ground."""
    ink: str
    """Of text."""
    headline: NotRequired[str]
    """Of the headline, if it is not that of text."""
    soft: str
    """Of secondary text."""
    rule: str
    """Of lines between rows."""
    grey: str
    """Of rows that do not stand out."""
    surplus: str
    """Of balances on the other side."""
    third: str
    """Of the third part of a whole."""
    accents: list[str]
    """Of highlighted rows, in their order."""
    names: float
    """The share of an accent in names beside lines, the rest of which is ink: marks may be paler than text."""


Fallback: TypeAlias = Literal["serif", "sans-serif"]
"""What stands in for it."""


@final
class Widths(TypedDict):
    """Widths of consecutive characters, and the code of the first."""

    first: int
    widths: list[int]


@final
class Face(TypedDict):
    """One weight of a font: its TrueType file, and the widths of its characters in thousandths of the size."""

    src: str
    widths: list[Widths]


@final
class Font(TypedDict):
    """A font by its name, with its files if it travels with the chart."""

    family: str
    fallback: Fallback
    """What stands in for it."""
    regular: NotRequired[Face]
    bold: NotRequired[Face]


@final
class BrandLogo(TypedDict):
    """The logo on a light ground and on a dark one, beside the foot; if only one is given, it is on both."""

    light: NotRequired[str]
    dark: NotRequired[str]
    alt: str
    tall: int
    """Its height in px."""


@final
class Brand(TypedDict):
    """The style of a publishing house: its colours on a light ground, on a dark one, or on both, its fonts, logo and
    words.
    """

    light: NotRequired[Palette]
    dark: NotRequired[Palette]
    font: NotRequired[Font]
    """Of all text."""
    headings: NotRequired[Font]
    """Of the headline, if it is not that of all text."""
    logo: NotRequired[BrandLogo]
    """The logo on a light ground and on a dark one, beside the foot; if only one is given, it is on both."""
    corner: NotRequired[str]
    """The house's own words, beside the foot."""


AdjustedBalanceView: TypeAlias = Literal["content", "value_added", "bridge"]
"""content: a dollar of imports by origin; value_added: the balances as traded and in value added; bridge: the
steps between the two balances of one partner.
"""


@final
class Tick(TypedDict):
    """A tick of a scale: its value, and its text."""

    value: float
    text: str


@final
class AdjustedBalanceScale(TypedDict):
    """The scale above the marks: its ticks, and above balances the words for the sides of zero that have any."""

    ticks: list[Tick]
    below: NotRequired[str]
    above: NotRequired[str]


@final
class AdjustedBalanceColumns(TypedDict):
    """The headers. The view content has `dollar` above its bars and `content` above its figures, and with accounts
    also `partner_content` and `third_content`. The view value_added has `gross`, `value_added` and `change`. The
    view bridge has `effect`.
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
    """The code of a partner, an estimate or a step."""
    name: str
    name_rank: int
    role: Literal["partner", "others", "rest", "total", "balance", "step", "part"]
    """partner: a partner or an estimate; others: the sum of the partners that are not shown; rest: the total less all
    partners in the data; total: the sum of all partners; balance: a balance at an end of a bridge; step: a step
    between them; part: an exact step, of which a step is the sum.
    """
    part_of: NotRequired[str]
    """The code of the step that is the sum of this exact step and others."""
    content: NotRequired[list[float]]
    """The parts of a dollar, each from 0 to 1, in the order of the legend; they add up to 1."""
    gross: NotRequired[float | None]
    """The balance as traded, in the currency."""
    value_added: NotRequired[float | None]
    """The balance in value added, in the currency."""
    change: NotRequired[float | None]
    """The balance in value added less the balance as traded."""
    gross_text: NotRequired[str]
    value_added_text: NotRequired[str]
    change_text: NotRequired[str]
    to: NotRequired[float]
    """Where the bar ends."""
    text: NotRequired[str]
    """The row's figure as printed: the cents of the first part, or the amount of a step with its sign."""
    partner_text: NotRequired[str]
    """The cents of the second part, if it has a column."""
    third_text: NotRequired[str]
    """The cents of the third part, if it has a column."""
    group: NotRequired[str]
    """The heading that an estimate is under: what it covers."""
    hollow: NotRequired[bool]
    """Whether the dot of an estimate is hollow: its figure is quoted, replaced, or not confirmed."""
    detail: NotRequired[str]
    """Small print beside the figure."""
    annotation: NotRequired[str]
    """The author's remark, under the row."""
    applied: NotRequired[str]
    """The name of the line of content in the amounts, if this estimate is chosen."""
    highlight: NotRequired[int]
    marks: NotRequired[list[str]]
    readout: str


@final
class AmountLines(TypedDict):
    """The names of the lines of the table."""

    exports: str
    imports: str
    without: str
    """The imports without that content."""
    balance: str


@final
class OneSidedReading(TypedDict):
    """The line that some publications call a balance. It counts inputs twice, so it always has the sentence that says
    so.
    """

    name: str
    """The name of the line."""
    warning: str
    """The sentence under the line."""


@final
class AdjustedBalanceAmounts(TypedDict):
    """A partner's exports and imports, and the amount of content in them at the share of a selected estimate, or at an
    assumed one.
    """

    caption: str
    """The caption of the table."""
    title: str
    """The header of the names of the lines."""
    unit: str
    """The header of the amounts."""
    exports: float
    """The exports, in the currency."""
    imports: float
    power: Literal[0, 3, 6, 9]
    """The power of ten of the unit in which amounts are printed: 6 for millions."""
    lines: AmountLines
    """The names of the lines of the table."""
    one_sided: NotRequired[OneSidedReading]
    """The line that some publications call a balance. It counts inputs twice, so it always has the sentence that says
    so.
    """
    why: str
    """The sentence under the balance that says why it does not depend on the share."""
    own: str
    """The name of the row with an assumed share."""
    applied: str
    """The name of the line of content at an assumed share, {cents}."""
    cents: str
    """How cents are printed; {n} is their number."""


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
    """An assumed share of content in imports, from 0 to 1; null if there is none."""


@final
class AdjustedBalanceSpec(TypedDict):
    """A bilateral balance in value added: a dollar of imports by origin, both balances, or the steps between them."""

    chart: Literal["adjusted_balance"]
    version: Literal[1]
    chart_id: NotRequired[str]
    frame: Frame
    locale: Locale
    numbers: Numbers
    theme: Theme
    brand: NotRequired[Brand]
    view: AdjustedBalanceView
    """content: a dollar of imports by origin; value_added: the balances as traded and in value added; bridge: the
    steps between the two balances of one partner.
    """
    currency: NotRequired[str]
    """The currency of all amounts: an ISO 4217 code of three letters, for example USD."""
    year: NotRequired[int]
    """The year of the data, if all of it is of one year."""
    legend: NotRequired[list[str]]
    """The names of what is drawn, in the order of drawing: the parts of a dollar; the hollow and the filled dot.
    """
    scale: NotRequired[AdjustedBalanceScale]
    """The scale above the marks: its ticks, and above balances the words for the sides of zero that have any."""
    exact: NotRequired[str]
    """What opens the exact steps that the steps of a bridge sum."""
    columns: AdjustedBalanceColumns
    """The headers. The view content has `dollar` above its bars and `content` above its figures, and with accounts
    also `partner_content` and `third_content`. The view value_added has `gross`, `value_added` and `change`. The
    view bridge has `effect`.
    """
    rows: list[AdjustedBalanceRow]
    amounts: NotRequired[AdjustedBalanceAmounts]
    """A partner's exports and imports, and the amount of content in them at the share of a selected estimate, or at an
    assumed one.
    """
    initial: AdjustedBalanceState


BalanceOverTimeBy: TypeAlias = Literal["month", "twelve_months", "year_to_date", "year"]
"""What one figure is of. month: a month; twelve_months: the twelve months that end with it; year_to_date: the
months of a year up to the same one; year: a year.
"""

BalanceOverTimeMeasure: TypeAlias = Literal["balance", "deficit", "exports", "imports"]
"""balance: exports minus imports, with deficits below zero; deficit: imports minus exports, with deficits above
zero; exports or imports: one flow.
"""


@final
class PeriodText(TypedDict):
    """What is printed of one period: its figure, its name, or a remark."""

    at: int
    text: str


@final
class BalanceOverTimeScale(TypedDict):
    """The axes: round amounts, with zero among them, and periods."""

    ticks: list[Tick]
    periods: list[PeriodText]


@final
class BalanceOverTimeColumns(TypedDict):
    partner: str
    """The header of the partners' names."""
    value: str
    """The header of the last figures: their period and unit."""
    trend: str
    """The header of the first figures: their period."""


@final
class BalanceOverTimePhrases(TypedDict):
    none: str
    """Printed for a period without a figure."""
    table: str
    """The label that opens the table under the lines."""
    reading: str
    """The label of the control for the period that is read out."""


@final
class BalanceOverTimeRow(TypedDict):
    partner: str
    name: str
    name_rank: int
    values: list[float | None]
    """One figure for each period, in the currency; null if there is none."""
    first: PeriodText
    """The first figure as printed."""
    last: PeriodText
    """The last figure as printed."""
    detail: NotRequired[str]
    """Small print beside the last figure: its period if it is not the last one, and the change from a year before.
    """
    extremes: NotRequired[str]
    """The lowest and the highest figure in words, for outputs that cannot draw the line."""
    breaks: NotRequired[list[int]]
    """The places of the first periods after a break."""
    highlight: NotRequired[int]
    marks: NotRequired[list[str]]
    annotation: NotRequired[str]
    readout: str
    """The sentence that a selected row prints."""


BalanceOverTimeSort: TypeAlias = Literal["value", "-value", "name", "-name"]


@final
class BalanceOverTimeState(TypedDict):
    sort_by: BalanceOverTimeSort
    selection: list[str]


@final
class BalanceOverTimeSpec(TypedDict):
    """Balances of a few partners over months or years, as lines."""

    chart: Literal["balance_over_time"]
    version: Literal[1]
    chart_id: NotRequired[str]
    frame: Frame
    locale: Locale
    numbers: Numbers
    theme: Theme
    brand: NotRequired[Brand]
    by: BalanceOverTimeBy
    """What one figure is of. month: a month; twelve_months: the twelve months that end with it; year_to_date: the
    months of a year up to the same one; year: a year.
    """
    measure: BalanceOverTimeMeasure
    """balance: exports minus imports, with deficits below zero; deficit: imports minus exports, with deficits above
    zero; exports or imports: one flow.
    """
    currency: str
    power: Literal[0, 3, 6, 9]
    """The power of ten of the unit in which figures are printed."""
    periods: list[str]
    """Every period from the first to the last, including those without figures: months (2025-02), or years."""
    labels: list[str]
    """The name of a period with the gap {year}: one for each month of the year, or one for all years."""
    scale: BalanceOverTimeScale
    """The axes: round amounts, with zero among them, and periods."""
    columns: BalanceOverTimeColumns
    phrases: BalanceOverTimePhrases
    provisional: NotRequired[int]
    """The place of the first period whose figures are still to be revised; lines are dashed from there on."""
    rows: list[BalanceOverTimeRow]
    remarks: list[PeriodText]
    """Events, breaks and the crossing of lines, each at the place of its period."""
    initial: BalanceOverTimeState


@final
class ComparativeAdvantageScale(TypedDict):
    """A logarithmic scale from 1/max to max, with 1 in the middle. Values outside it are drawn at its edges."""

    max: float
    ticks: list[Tick]
    below: str
    """The words for indices under 1."""
    above: str
    """The words for indices over 1."""


@final
class ComparativeAdvantageColumns(TypedDict):
    partner: str
    """The header of the countries' names."""
    rca: str
    """The header of the index."""
    trend: NotRequired[str]
    """The header of the first and last values; absent if there is only one year."""


@final
class Pair(TypedDict):
    """What the sentence about two selected rows needs of each. Present only if every year of the period has data."""

    weight: float
    """The good's share in the country's exports, or the index if the share is not known, summed over the years of the
    period. The ratio of two sums equals the ratio of the two means, and a sum has no rounding error.
    """
    name: str
    """The country's name inside a sentence."""


@final
class Value(TypedDict):
    """The figure of one year, as printed."""

    year: int
    text: str


@final
class ComparativeAdvantageRow(TypedDict):
    partner: str
    name: str
    name_rank: int
    rca: float | None
    """The index, 0 or more; null if there is none."""
    text: str
    """The index as printed."""
    pair: NotRequired[Pair]
    """What the sentence about two selected rows needs of each. Present only if every year of the period has data.
    """
    values: NotRequired[list[float | None]]
    """One index for each year; null if there is none."""
    breaks: NotRequired[list[int]]
    """The first year after each break. Years that a break separates from the period are not compared with it."""
    first: NotRequired[Value]
    """The value of the first year with data that no break separates from the period."""
    last: NotRequired[Value]
    """The value of the last such year."""
    extremes: NotRequired[str]
    """Of these years, those with the lowest and the highest value in words, for outputs that cannot draw the line.
    """
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
    brand: NotRequired[Brand]
    period: list[int]
    """The first and last year of the index; the same year twice if it is that of one year."""
    years: list[int]
    """The years of the small lines."""
    scale: ComparativeAdvantageScale
    """A logarithmic scale from 1/max to max, with 1 in the middle. Values outside it are drawn at its edges."""
    columns: ComparativeAdvantageColumns
    trend: NotRequired[bool]
    """Whether a small line is drawn between the first and last value of each row."""
    pair: NotRequired[str]
    """The sentence about two selected rows: {a} and {b} are their names, {times} is their ratio."""
    rows: list[ComparativeAdvantageRow]
    initial: ComparativeAdvantageState


@final
class CompareColumn(TypedDict):
    """The earlier year; its deficit is a tick on each bar."""

    title: NotRequired[str]
    """Words for the tick: its year, and that a change follows."""
    year: int
    period: NotRequired[str]


@final
class ContextColumn(TypedDict):
    title: str
    """The header of the second measure, with its year."""
    year: int
    max: float
    """The end of its scale, which begins at 0."""


@final
class DeficitRankingColumns(TypedDict):
    partner: str
    """The header of the partners' names."""
    deficit: str
    """The header of the bars, with the unit."""
    compare: NotRequired[CompareColumn]
    """The earlier year; its deficit is a tick on each bar."""
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
    """partner: one partner; others: the sum of the partners that are not shown; total: the sum of all partners.
    """
    rank: NotRequired[int]
    """The rank by deficit among all partners in the data; the largest has 1."""
    deficit: float
    """Imports minus exports, in the currency; a surplus is negative."""
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
    """The sentence that a selected row prints: exports, imports and rank."""


DeficitRankingSort: TypeAlias = Literal["deficit", "-deficit", "context", "-context", "name", "-name"]


@final
class DeficitRankingState(TypedDict):
    sort_by: DeficitRankingSort
    selection: list[str]


@final
class DeficitRankingSpec(TypedDict):
    """Partners, ranked by the reporter's bilateral deficit in one year."""

    chart: Literal["deficit_ranking"]
    version: Literal[1]
    chart_id: NotRequired[str]
    frame: Frame
    locale: Locale
    theme: Theme
    brand: NotRequired[Brand]
    year: int
    period: NotRequired[str]
    currency: str
    columns: DeficitRankingColumns
    rows: list[DeficitRankingRow]
    initial: DeficitRankingState


InputRelianceView: TypeAlias = Literal["ranking", "lines", "both"]
"""ranking: countries, ranked by their averages; lines: yearly shares as lines; both: both of these."""


@final
class InputRelianceScale(TypedDict):
    """The axes of the lines: shares from 0 to the last tick, and the years that are printed."""

    ticks: list[Tick]
    years: list[int]


@final
class InputRelianceColumns(TypedDict):
    partner: str
    """The header of the countries' names."""
    share: str
    """The header of the averages."""
    one: str
    """The header of the averages if the period is one year."""
    first: NotRequired[str]
    """The name of the first series, which is drawn as solid lines; required if there is a second."""
    second: NotRequired[str]
    """The name of the second series, which is drawn as dashed lines."""
    trend: NotRequired[str]
    """The header of the small lines, or of the first and last values; absent without yearly figures."""


_InputReliancePhrasesReserved = TypedDict(
    "_InputReliancePhrasesReserved",
    {
        "from": str,
    },
)


@final
class InputReliancePhrases(_InputReliancePhrasesReserved):
    """Texts for figures that the renderer computes; names in braces are the gaps for these figures."""

    span: str
    """A period of several years, from {from} to {to}."""
    years: str
    """How many of the period's years have data: {n} of {total}."""
    none: str
    """Printed if no year of the period has data."""
    broken: str
    """Printed if there is no average because of the break before {year}."""
    readout: str
    """The sentence that a selected row prints, with the gaps {name}, {share}, {span}, {n}, {total}, {first},
    {first_year}, {last} and {last_year}.
    """
    readout_one: NotRequired[str]
    """The same sentence if the period is one year, with {name}, {share} and {span}."""
    readout_none: str
    """The same sentence if there is no average, with {name}, {span} and the reason, {why}."""
    others: str
    """The name of the row that sums up the {n} countries without a row or line of their own."""
    range: str
    """The lowest and highest share of these countries, {low} and {high}."""
    without: str
    """How many of these countries have no average, {n}."""
    period: str
    """The sentence with the two controls of the period, {from} and {to}."""
    to: str
    """The label of the control for the last year."""
    table: NotRequired[str]
    """The label that opens the ranking under lines. This phrase and those below are present only if lines are drawn.
    """
    other_lines: NotRequired[str]
    """The common name of the {n} lines without a name of their own."""
    both: NotRequired[str]
    """The last {value} of two lines that end alike."""
    alike: NotRequired[str]
    """The last {value} of several lines that end alike."""
    break_mark: NotRequired[str]
    """Printed at a break before {year} in the lines of {names}."""
    compare: NotRequired[str]
    """The label of the countries that a reader has added."""
    add: NotRequired[str]
    """The label of the control that adds a country."""
    remove: NotRequired[str]
    """The label of the control that takes {name} away again."""
    year: NotRequired[str]
    """The label of the control for the year that is read out."""


@final
class InputRelianceHow(TypedDict):
    """How the shares of a period are averaged, for the gap {how}; {span} is the period."""

    average: str
    """For a period of several years."""
    one: str
    """For a period of one year."""


@final
class InputRelianceHeadline(TypedDict):
    """The headlines for each case. A headline is about the first highlighted country or, if none is highlighted, the
    country with the largest average.
    """

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
    """The same claim for those who do not see the chart."""

    average: str
    one: str
    only: str
    broken: str
    none: str
    empty: str


@final
class InputRelianceNote(TypedDict):
    text: str
    key: NotRequired[bool]
    """Whether the note explains a mark, and so is printed with the key."""
    when: NotRequired[Literal["average", "gaps", "broken", "beyond"]]
    """When the note is printed. average: the period has several years; gaps: a country lacks some of its years;
    broken: there is a break in the period; beyond: a highlighted country has a row although it is not among the
    largest ({beyond} names these countries). If absent, the note is always printed.
    """


@final
class InputRelianceSentences(TypedDict):
    """Templates for the words around the chart, so that they can follow the reader's period; names in braces depend on
    the period. Words of the frame that are not made from these templates are the author's own and do not change.
    """

    measure: str
    """The name of the measure, for the gap {measure}."""
    how: InputRelianceHow
    """How the shares of a period are averaged, for the gap {how}; {span} is the period."""
    coverage: str
    """Follows an average of fewer years than the period has; {years} says how many."""
    supplier: str
    """The supplier inside a sentence, for the gap {supplier}."""
    partners: NotRequired[str]
    """Two highlighted countries inside a sentence, for the gap {partners}."""
    late: str
    """Follows a change that ends before the last year drawn; {last_year} says when."""
    headline: NotRequired[InputRelianceHeadline]
    """The headlines for each case. A headline is about the first highlighted country or, if none is highlighted, the
    country with the largest average.
    """
    subtitle: NotRequired[str]
    alt: NotRequired[InputRelianceAlt]
    """The same claim for those who do not see the chart."""
    notes: list[InputRelianceNote]


@final
class InputRelianceRow(TypedDict):
    partner: str
    name: str
    in_sentence: NotRequired[str]
    """The name inside a sentence, if it differs: the Netherlands."""
    name_rank: int
    shares: list[float | None]
    """One share for each year, from 0 to 1; null if there is none. Empty if only an average is known."""
    second: NotRequired[list[float | None]]
    """The second series: one share for each year."""
    totals: NotRequired[list[float | None]]
    """The denominator of each year's share; present only with the method ratio_of_sums, which requires it."""
    first: NotRequired[Value]
    """The share of the first year with data."""
    last: NotRequired[Value]
    """The share of the last year with data."""
    extremes: NotRequired[str]
    """The years with the lowest and the highest share in words, for outputs that cannot draw the line."""
    second_last: NotRequired[Value]
    """The share of the second series in its last year with data."""
    breaks: NotRequired[list[int]]
    """The first year after each break; there is no average across a break."""
    average: NotRequired[float | None]
    """A published average."""
    detail: NotRequired[str]
    """Small print beside a published average."""
    highlight: NotRequired[int]
    marks: NotRequired[list[str]]
    annotation: NotRequired[str]


@final
class Remark(TypedDict):
    year: int
    text: str
    """The whole remark as printed, with its year."""


InputRelianceSort: TypeAlias = Literal["share", "-share", "name", "-name"]


@final
class InputRelianceState(TypedDict):
    sort_by: InputRelianceSort
    selection: list[str]
    period: list[int]
    """The first and last year of the averages."""


@final
class InputRelianceSpec(TypedDict):
    """The share of each country's inputs that comes from one supplier: averages over a period, and yearly shares."""

    chart: Literal["input_reliance"]
    version: Literal[1]
    chart_id: NotRequired[str]
    frame: Frame
    locale: Locale
    numbers: Numbers
    theme: Theme
    brand: NotRequired[Brand]
    view: InputRelianceView
    """ranking: countries, ranked by their averages; lines: yearly shares as lines; both: both of these."""
    method: Literal["mean_of_ratios", "ratio_of_sums", "published"]
    """How averages are computed. mean_of_ratios: the mean of the yearly shares; ratio_of_sums: the share in the
    imports of all years together; published: as published, without yearly figures.
    """
    top: NotRequired[int]
    """How many countries with the largest averages have a row, besides the highlighted ones; all if absent."""
    years: list[int]
    scale: InputRelianceScale
    """The axes of the lines: shares from 0 to the last tick, and the years that are printed."""
    columns: InputRelianceColumns
    trend: NotRequired[bool]
    """Whether a small line is drawn between the first and last value of each row."""
    phrases: InputReliancePhrases
    """Texts for figures that the renderer computes; names in braces are the gaps for these figures."""
    sentences: NotRequired[InputRelianceSentences]
    """Templates for the words around the chart, so that they can follow the reader's period; names in braces depend on
    the period. Words of the frame that are not made from these templates are the author's own and do not change.
    """
    rows: list[InputRelianceRow]
    remarks: list[Remark]
    """The author's remarks on years of the lines."""
    initial: InputRelianceState


Spec: TypeAlias = (
    AdjustedBalanceSpec | BalanceOverTimeSpec | ComparativeAdvantageSpec | DeficitRankingSpec | InputRelianceSpec
)
"""A spec of any chart."""
