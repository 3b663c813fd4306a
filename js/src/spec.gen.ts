// Generated from src/tradecontext/schema by types.mjs: change the schema, not this file.

export type Spec = (AdjustedBalanceSpec | ComparativeAdvantageSpec | DeficitRankingSpec | InputRelianceSpec)
/**
 * Up to 64 letters, digits, - and _.
 */
export type ChartId = string
export type Sentence = Line
/**
 * One line of words, free of control and bidirectional-override characters.
 */
export type Line = string
export type Word = Line
/**
 * A web address: http or https only, with nothing that could end an attribute.
 */
export type Url = string
/**
 * A day of the calendar, as 2025-03-26.
 */
export type Day = string
export type Separator = Line
/**
 * Light, dark, or as the reader's system has it.
 */
export type Theme = ("auto" | "light" | "dark")
/**
 * @minItems 1
 * @maxItems 60
 */
export type Ticks = Tick[]
/**
 * Place by name in the reader's language, counted from 0.
 */
export type NameRank = number
/**
 * Which accent, counted from 1.
 */
export type Highlight = number
/**
 * @maxItems 60
 */
export type Marks = Word[]
/**
 * ISO 3166-1 alpha-3, or the author's own code for another entity.
 */
export type Partner = Word
export type Year = number
/**
 * Every year of the small lines.
 * 
 * @minItems 1
 * @maxItems 300
 */
export type Years = Year[]
/**
 * First years after a break: the small line is cut there.
 * 
 * @maxItems 300
 */
export type Breaks = Year[]
/**
 * First and last month of what the figures are of, where that is part of a year.
 */
export type Months = string
/**
 * An ISO 4217 code of three letters, as USD.
 */
export type Currency = string
/**
 * A figure; null where there is none.
 */
export type Amount = (number | null)
/**
 * A fraction of 0 to 1; null where there is none.
 */
export type Share = (number | null)
/**
 * Every year from the first to the last, those without figures too.
 * 
 * @minItems 1
 * @maxItems 300
 */
export type Years1 = Year[]
/**
 * One share, 0 to 1, a year; null where there is none. Empty where only an average was published.
 * 
 * @maxItems 300
 */
export type Shares = (number | null)[]
/**
 * The second series, one share a year.
 * 
 * @maxItems 300
 */
export type Shares1 = (number | null)[]
/**
 * First years after a break: no average is taken across one.
 * 
 * @maxItems 300
 */
export type Breaks1 = Year[]

/**
 * What is left of a bilateral balance once the origin of the content is counted.
 */
export interface AdjustedBalanceSpec {
chart: "adjusted_balance"
version: 1
chart_id?: ChartId
frame: Frame
locale: Locale
numbers: Numbers
theme: Theme
/**
 * A dollar of imports by origin; balances as traded and in value added; or the steps from the one to the other.
 */
view: ("content" | "value_added" | "bridge")
/**
 * Of all amounts, an ISO 4217 code of three letters, as USD.
 */
currency?: string
/**
 * Of the data, where it is one.
 */
year?: number
/**
 * Names of what is drawn, in its order: the parts of a dollar; the hollow and the filled dot; a step up and a step down.
 * 
 * @maxItems 3
 */
legend?: Word[]
scale?: AdjustedBalanceScale
columns: AdjustedBalanceColumns
/**
 * @maxItems 300
 */
rows: AdjustedBalanceRow[]
amounts?: AdjustedBalanceAmounts
initial: AdjustedBalanceState
}
export interface Frame {
/**
 * The claim, in bold.
 */
headline: string
/**
 * The same where there is little room.
 */
short_headline: string
/**
 * What is drawn, in which unit, of which period.
 */
subtitle: string
/**
 * Sentences written from the data: near ties, marks, what was left out.
 * 
 * @maxItems 200
 */
notes: Sentence[]
/**
 * One line of words, free of control and bidirectional-override characters.
 */
note: string
/**
 * Publisher, table, definition and vintage of every measure drawn.
 * 
 * @minItems 1
 * @maxItems 100
 */
sources: SourceLine[]
byline: Line
credit: Line
logo?: Logo
/**
 * One line of words, free of control and bidirectional-override characters.
 */
alt: string
/**
 * A web address: http or https only, with nothing that could end an attribute.
 */
url?: string
/**
 * Whether search engines are asked to pass the page over.
 */
noindex?: boolean
/**
 * What a reader may take away from the page.
 * 
 * @maxItems 3
 */
links?: ("data" | "image" | "embed")[]
published?: Day
updated?: Day
correction?: Correction
/**
 * Published, updated and corrected, each with its date in the reader's language.
 * 
 * @maxItems 10
 */
dateline?: Sentence[]
}
export interface SourceLine {
text: Word
url?: Url
vintage?: Word
definition?: Word
}
export interface Logo {
/**
 * The picture itself, so that no request is made for it.
 */
src: string
alt: Line
}
export interface Correction {
date: Day
text: Word
}
/**
 * What the renderer needs of the reader's language.
 */
export interface Locale {
/**
 * A language, as en or es-MX.
 */
tag: string
dir: ("ltr" | "rtl")
words: Words
}
export interface Words {
source: Word
sources: Word
sort: Word
hint: Word
data: Word
image: Word
embed: Word
/**
 * What opens the data table under a picture.
 */
figures: Line
/**
 * Of rows that a picture has no room for, with {n} for how many.
 */
more: Line
}
/**
 * How the language writes the numbers a reader makes.
 */
export interface Numbers {
decimal: Separator
/**
 * The pattern, with {} for the number.
 */
percent: Line
minus?: Separator
/**
 * What stands between thousands.
 */
group?: Line
/**
 * Least number of digits before the decimal that are grouped.
 */
grouped?: number
}
/**
 * What is printed over balances and steps: amounts, and the words for either side of zero.
 */
export interface AdjustedBalanceScale {
ticks: Ticks
below: Word
above: Word
}
/**
 * A place on a scale, as printed there.
 */
export interface Tick {
value: number
text: Word
}
/**
 * Headers. A view of content has `dollar` over its bars and `content`, with accounts `partner_content` and `third_content` too, over its figures; one of value added `gross`, `value_added` and `change`, a bridge `effect`.
 */
export interface AdjustedBalanceColumns {
partner: Word
dollar?: Word
content?: Word
partner_content?: Word
third_content?: Word
gross?: Word
value_added?: Word
change?: Word
effect?: Word
}
export interface AdjustedBalanceRow {
/**
 * A partner's code, or the name of an estimate or a step.
 */
partner: Word
name: Word
name_rank: NameRank
/**
 * A partner or estimate; the sum of all partners; a balance a bridge begins or ends with; a step between.
 */
role: ("partner" | "total" | "balance" | "step")
/**
 * The parts of a dollar, 0 to 1, in the legend's order: they add up to 1.
 * 
 * @minItems 2
 * @maxItems 3
 */
content?: number[]
/**
 * Balance as traded, in the currency.
 */
gross?: (number | null)
/**
 * Balance in value added.
 */
value_added?: (number | null)
/**
 * The second less the first.
 */
change?: (number | null)
gross_text?: Word
value_added_text?: Word
change_text?: Word
/**
 * Where a step begins: the balance before it; 0 for a balance.
 */
from?: number
/**
 * Where it ends.
 */
to?: number
/**
 * The row's figure as printed: cents of the first part, or a step's amount with its sign.
 */
text?: Line
/**
 * Cents of the second part, where it has a column.
 */
partner_text?: Line
/**
 * Cents of the third.
 */
third_text?: Line
/**
 * Printed small beside it.
 */
detail?: Line
/**
 * Printed under the row: scope, year and source of an estimate.
 */
annotation?: Line
/**
 * Names the content line of the amounts when this estimate is chosen.
 */
applied?: Line
highlight?: Highlight
marks?: Marks
readout: Word
}
/**
 * A partner's flows, and what a share of content, chosen by the reader, comes to in them.
 */
export interface AdjustedBalanceAmounts {
/**
 * The table in words.
 */
caption: Line
/**
 * Header of the lines' names.
 */
title: Line
/**
 * Header of the amounts.
 */
unit: Line
/**
 * In the currency.
 */
exports: number
imports: number
/**
 * Power of ten that amounts are printed in.
 */
power: (0 | 3 | 6 | 9)
lines: AmountLines
one_sided?: OneSidedReading
/**
 * Printed under the balance: why no share moves it.
 */
why: Line
/**
 * Names the control of the reader's own share.
 */
choose: Line
/**
 * What the control says before a share is set.
 */
unset: Line
/**
 * Names the row of the reader's own share.
 */
own: Line
/**
 * Names the content line for the reader's own share, {cents}.
 */
applied: Line
/**
 * Cents as printed, {n}.
 */
cents: Line
}
/**
 * Names of the lines that do not depend on the share, and of those that do.
 */
export interface AmountLines {
exports: Word
imports: Word
/**
 * Imports without that content.
 */
without: Line
balance: Word
}
/**
 * The reading that counts those inputs twice: never without the sentence that says so.
 */
export interface OneSidedReading {
/**
 * Of its line.
 */
name: Line
/**
 * Printed under it.
 */
warning: Line
}
export interface AdjustedBalanceState {
sort_by: ("content" | "-content" | "partner_content" | "-partner_content" | "third_content" | "-third_content" | "gross" | "-gross" | "value_added" | "-value_added" | "change" | "-change" | "effect" | "name" | "-name")
/**
 * @maxItems 300
 */
selection: Partner[]
/**
 * The reader's own share of US content in imports, 0 to 1; null where none is set.
 */
us_content: (number | null)
}
/**
 * Revealed comparative advantage by country, as dots on a logarithmic scale around 1.
 */
export interface ComparativeAdvantageSpec {
chart: "comparative_advantage"
version: 1
chart_id?: ChartId
frame: Frame
locale: Locale
numbers: Numbers
theme: Theme
/**
 * First and last year of the index drawn; the same where it is one year's.
 * 
 * @minItems 2
 * @maxItems 2
 */
period: Year[]
years: Years
scale: ComparativeAdvantageScale
columns: ComparativeAdvantageColumns
/**
 * Whether a small line stands between a row's first and last values.
 */
trend?: boolean
/**
 * The sentence about two selected rows, with {times}, {a} and {b}.
 */
pair?: Line
/**
 * @maxItems 300
 */
rows: ComparativeAdvantageRow[]
initial: ComparativeAdvantageState
}
/**
 * A logarithmic scale from 1/max to max, 1 in its middle; what lies outside is drawn at its edge.
 */
export interface ComparativeAdvantageScale {
max: number
ticks: Ticks
/**
 * What lies under 1, in words.
 */
below: Line
/**
 * What lies over 1, in words.
 */
above: Line
}
export interface ComparativeAdvantageColumns {
/**
 * Header of the names.
 */
partner: Line
/**
 * Header of the index, with its year or period.
 */
rca: Line
/**
 * Header of the first and last values; none where there is one year only.
 */
trend?: Line
}
export interface ComparativeAdvantageRow {
partner: Partner
name: Word
name_rank: NameRank
/**
 * The index, 0 or more; null where there is none.
 */
rca: (number | null)
/**
 * The index as printed.
 */
text: Line
/**
 * Printed small beside it: coverage, years with data.
 */
detail?: Line
pair?: Pair
/**
 * One index a year; null where there is none.
 * 
 * @maxItems 300
 */
values?: (number | null)[]
breaks?: Breaks
first?: Value
last?: Value1
/**
 * The lowest and the highest year in words, for places that no line can be drawn in.
 */
extremes?: Line
highlight?: Highlight
marks?: Marks
annotation?: Word
readout: Word
}
/**
 * What the sentence about two rows needs of one; only where every year of the period has data.
 */
export interface Pair {
/**
 * The good's share of the country's exports, or the index itself where that is not known, added up over the period: a ratio of two sums is that of the means, and needs no rounding.
 */
weight: number
/**
 * The country's name in running text.
 */
name: Line
}
/**
 * The first year with data.
 */
export interface Value {
year: Year
text: Word
}
/**
 * The last year with data.
 */
export interface Value1 {
year: Year
text: Word
}
export interface ComparativeAdvantageState {
sort_by: ("rca" | "-rca" | "name" | "-name")
/**
 * @maxItems 300
 */
selection: Partner[]
}
/**
 * Partners ranked by the reporter's bilateral deficit in one year.
 */
export interface DeficitRankingSpec {
chart: "deficit_ranking"
version: 1
chart_id?: ChartId
frame: Frame
locale: Locale
theme: Theme
year: Year
period?: Months
currency: Currency
columns: DeficitRankingColumns
/**
 * @maxItems 1000
 */
rows: DeficitRankingRow[]
initial: DeficitRankingState
}
export interface DeficitRankingColumns {
/**
 * Header of the names.
 */
partner: Line
/**
 * Header of the bars, with the unit.
 */
deficit: Line
compare?: CompareColumn
context?: ContextColumn
}
/**
 * The earlier year whose deficit is a tick on each bar.
 */
export interface CompareColumn {
year: Year
period?: Months
}
export interface ContextColumn {
/**
 * Header of the second measure, with its year.
 */
title: Line
year: Year
/**
 * End of its scale, which starts at 0.
 */
max: number
}
export interface DeficitRankingRow {
partner: Partner
name: Word
name_rank: NameRank
/**
 * A partner, the sum of those not shown, or of all.
 */
role: ("partner" | "others" | "total")
/**
 * Place by deficit among all partners in the data.
 */
rank?: number
/**
 * Imports minus exports in the currency; negative is a surplus.
 */
deficit: number
exports?: Amount
imports?: Amount
/**
 * The deficit as printed.
 */
text: Line
compare?: Compare
context?: Context
highlight?: Highlight
marks?: Marks
annotation?: Word
/**
 * Exports, imports and rank in words.
 */
readout: Line
}
export interface Compare {
deficit: Amount
/**
 * The change in words.
 */
text: Line
}
export interface Context {
value: Share
text: Word
}
export interface DeficitRankingState {
sort_by: ("deficit" | "-deficit" | "context" | "-context" | "name" | "-name")
/**
 * @maxItems 1000
 */
selection: Partner[]
}
/**
 * How much of each country's inputs come from one supplier: averages over a period, and the path of the years.
 */
export interface InputRelianceSpec {
chart: "input_reliance"
version: 1
chart_id?: ChartId
frame: Frame
locale: Locale
numbers: Numbers
theme: Theme
/**
 * A ranking of averages, lines over time, or both.
 */
view: ("ranking" | "lines" | "both")
/**
 * What the average is: of yearly shares, of all years' imports together, or as published where no yearly figures are known.
 */
method: ("mean_of_ratios" | "ratio_of_sums" | "published")
/**
 * How many of the largest averages have a row beside the highlighted; all where it is not given.
 */
top?: number
years: Years1
scale: InputRelianceScale
columns: InputRelianceColumns
/**
 * Whether a small line stands between a row's first and last values.
 */
trend?: boolean
phrases: InputReliancePhrases
sentences?: InputRelianceSentences
/**
 * @maxItems 300
 */
rows: InputRelianceRow[]
/**
 * What stands at a year of the lines: breaks in a series, and the author's annotations.
 * 
 * @maxItems 50
 */
remarks: Remark[]
initial: InputRelianceState
}
/**
 * The axes of the lines: shares from 0 to the last tick, and the years printed.
 */
export interface InputRelianceScale {
ticks: Ticks
years: Years1
}
export interface InputRelianceColumns {
/**
 * Header of the names.
 */
partner: Line
/**
 * Header of the averages, with {span} for the period and {total} for how many years it has.
 */
share: Line
/**
 * The same where the period is one year, {span}.
 */
one: Line
/**
 * Name of the first series, drawn solid; needed where there is a second.
 */
first?: Line
/**
 * Name of the second series, drawn dashed.
 */
second?: Line
/**
 * Header of the small lines or of the first and last values; none where there are no yearly figures.
 */
trend?: Line
}
/**
 * Words around what the renderer counts, with names in braces for its figures.
 */
export interface InputReliancePhrases {
/**
 * A period of more than one year, {from} and {to}.
 */
span: Line
/**
 * {n} years of {total} had data.
 */
years: Line
/**
 * No year of the period has data.
 */
none: Line
/**
 * No average across the break before {year}.
 */
broken: Line
/**
 * {name}, {share}, {span}, {n}, {total}, {first}, {first_year}, {last}, {last_year}.
 */
readout: Line
/**
 * The same where the period is one year: {name}, {share}, {span}.
 */
readout_one?: Line
/**
 * {name} and {why} there is no average over {span}.
 */
readout_none: Line
/**
 * {n} countries that have no row or name of their own.
 */
others: Line
/**
 * Their shares, {low} to {high}.
 */
range: Line
/**
 * {n} of them have no average.
 */
without: Line
/**
 * The period as a sentence, with {from} and {to}.
 */
period: Line
/**
 * Names the control of the first year.
 */
from: Line
/**
 * Names the control of the last year.
 */
to: Line
/**
 * What opens the table where only lines are drawn.
 */
table: Line
}
/**
 * The words of the frame for any period, with names in braces for what it decides. Words that the frame has otherwise, or that have no sentence here, are an author's own: they stay as they are.
 */
export interface InputRelianceSentences {
/**
 * What the shares are, for {measure}.
 */
measure: Line
how: InputRelianceHow
/**
 * One line of words, free of control and bidirectional-override characters.
 */
coverage: string
headline?: InputRelianceHeadline
short_headline?: Sentence
subtitle?: Sentence
alt?: InputRelianceAlt
/**
 * @maxItems 200
 */
notes: InputRelianceNote[]
}
/**
 * How the shares of a period are one, for {how}, with {span}.
 */
export interface InputRelianceHow {
/**
 * Of several years.
 */
average: Line
/**
 * Of one year.
 */
one: Line
}
/**
 * The claim, by what is true of the country it is about: the first highlighted, else the one that leads.
 */
export interface InputRelianceHeadline {
/**
 * {partner}, {share}, {coverage}, {first}, {first_year}, {last}, {last_year}.
 */
average: Line
/**
 * The period is one year.
 */
one: Line
/**
 * Only {first_year} has data.
 */
only: Line
/**
 * There is no average across the break before {broken}.
 */
broken: Line
/**
 * No year has data.
 */
none: Line
/**
 * No country has an average.
 */
empty: Line
}
export interface InputRelianceAlt {
/**
 * What is drawn.
 */
opening: Line
/**
 * The largest and the smallest share: {first}, {high}, {last}, {low}.
 */
range: Line
/**
 * The only share: {first}, {high}.
 */
first: Line
/**
 * The same as range, where several have the largest or the smallest share.
 */
level: Line
/**
 * All have one share: {high}.
 */
same: Line
/**
 * All have one share as printed: {high}.
 */
alike: Line
/**
 * One line of words, free of control and bidirectional-override characters.
 */
rest: string
}
export interface InputRelianceNote {
text: Sentence
/**
 * The period has several years, a country lacks some of them, or a break lies between them; always, where it is not given.
 */
when?: ("average" | "gaps" | "broken")
}
export interface InputRelianceRow {
partner: Partner
name: Word
/**
 * The name as running text has it, where that is another: the Netherlands.
 */
in_sentence?: Line
name_rank: NameRank
shares: Shares
second?: Shares1
/**
 * What each year's share is of; needed for, and only there with, the method ratio_of_sums.
 * 
 * @maxItems 300
 */
totals?: (number | null)[]
first?: Value2
last?: Value3
/**
 * The lowest and the highest year in words, for places that no line can be drawn in.
 */
extremes?: Line
second_last?: Value4
breaks?: Breaks1
/**
 * A published average.
 */
average?: (number | null)
/**
 * Printed small beside a published average.
 */
detail?: Line
highlight?: Highlight
marks?: Marks
}
/**
 * The first year with data.
 */
export interface Value2 {
year: Year
text: Word
}
/**
 * The last year with data.
 */
export interface Value3 {
year: Year
text: Word
}
/**
 * The second series' last year with data.
 */
export interface Value4 {
year: Year
text: Word
}
export interface Remark {
year: Year
/**
 * One line of words, free of control and bidirectional-override characters.
 */
mark: string
/**
 * The whole remark as printed, its year in it.
 */
text: Line
kind: ("break" | "annotation")
}
export interface InputRelianceState {
sort_by: ("share" | "-share" | "name" | "-name")
/**
 * @maxItems 300
 */
selection: Partner[]
/**
 * First and last year averaged over.
 * 
 * @minItems 2
 * @maxItems 2
 */
period: Year[]
}
