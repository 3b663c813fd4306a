// Generated from src/tradecontext/schema by types.mjs: change the schema, not this file.

export type Spec = DeficitRankingSpec
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
export type Day = string
/**
 * Light, dark, or as the reader's system has it.
 */
export type Theme = ("auto" | "light" | "dark")
/**
 * ISO 3166-1 alpha-3, or the author's own code for another entity.
 */
export type Partner = Word
/**
 * A figure; null where there is none.
 */
export type Amount = (number | null)

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
year: number
currency: string
columns: DeficitRankingColumns
/**
 * @maxItems 1000
 */
rows: DeficitRankingRow[]
initial: DeficitRankingState
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
 */
sources: SourceLine[]
byline: Line
credit: Line
logo?: Logo
/**
 * One line of words, free of control and bidirectional-override characters.
 */
alt: string
published?: Day
updated?: Day
correction?: Correction
/**
 * Published, updated and corrected, each with its date in the reader's language.
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
tag: string
dir: ("ltr" | "rtl")
words: Words
}
export interface Words {
source: Word
sources: Word
sort: Word
hint: Word
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
year: number
}
export interface ContextColumn {
/**
 * Header of the second measure, with its year.
 */
title: Line
year: number
/**
 * End of its scale, which starts at 0.
 */
max: number
}
export interface DeficitRankingRow {
partner: Partner
name: Word
/**
 * Place by name in the reader's language.
 */
name_rank: number
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
/**
 * Which accent, counted from 1.
 */
highlight?: number
marks?: Word[]
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
value: Amount
text: Word
}
export interface DeficitRankingState {
sort_by: ("deficit" | "-deficit" | "context" | "-context" | "name" | "-name")
selection: Partner[]
}
