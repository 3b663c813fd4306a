// A laid-out chart for the painters (elsewhere, figures are numbers): blocks and marks at positions from 0 to 1.
import type { Brand, Frame, Locale, Theme } from "./spec.gen.ts";

/** A chart laid out: the frame's words and the blocks between them. */
export interface Figure {
  chart: string;
  chart_id?: string;
  frame: Frame;
  locale: Locale;
  theme: Theme;
  brand?: Brand;
  beside?: Beside;
  blocks: Block[];
  /** A sentence about the selected rows together, if there is one that says more than their read-outs. */
  said?: string | undefined;
  /** The key of the row whose read-out is shown after the reader has changed the period. */
  lead?: string | undefined;
}

/** What a house puts beside the foot: its own words, and its logo, with another one if the scheme is dark. */
export interface Beside {
  words?: string;
  logo?: { src: string; dark?: string; alt: string; tall: number };
}

export type Block = Table | Lines | Chips | Period;

/** A block of rows and columns; on a page it is a table element. */
export interface Table {
  kind: "table";
  caption: string;
  /** If the table is collapsed under blocks that show the same figures: the words that open it, and its period. */
  fold?: { words: string; period: Period | false } | false;
  /** Set if the bars are steps that lead from one to the next, with lines between them and each value at its bar. */
  bridge?: true;
  /** Set if there are two columns of bars, which are beside the names at any width. */
  twin?: true;
  /** Set if names are too long to stand beside a bar: in outputs without a style sheet, bars are below the names. */
  under?: true;
  columns: Column[];
  rows: Row[];
  /** Characters to keep free after the bars; if absent, it is the length of the longest text in these rows. */
  room?: number;
}

/** One column: its header, the kind of its cells, and its present sorting (null if it cannot be sorted). */
export interface Column {
  key: string;
  title: string;
  cell: Cell["kind"];
  sort: "ascending" | "descending" | "none" | null;
  /** Words for the marks: parts of a whole, the two bars of a pair, or a tick on bars. */
  legend?: { look: "parts" | "pair" | "tick"; words: string[] };
  /**
   * Ticks above the cells' scale, and words for its two sides, which meet at `zero` or else in the middle; if no mark
   * is on a side, its word is empty.
   */
  axis?: { ticks: Tick[]; sides: string[]; zero?: number };
}

/** A text at a position of a scale. */
export interface Tick {
  at: number;
  text: string;
}

/** One row: its key and name, how it stands out, and its cells in the order of the columns. */
export interface Row {
  key: string;
  name: string;
  /** The heading that the row is under, with the rows beside it that have the same one. */
  group?: string | undefined;
  /** Whether the row is a sum at the end, which is under a rule and never moves. */
  closing: boolean;
  /** Whether the row cannot be selected although it is not a closing row. */
  still?: boolean;
  selected: boolean;
  /** 1 to 5 for an accent colour, 0 for grey. */
  accent: number;
  readout: string;
  cells: Cell[];
}

/** The name at the start of a row, with short marks. */
export interface LabelCell {
  kind: "label";
  text: string;
  marks: string[];
}

/** A bar from the zero line, its value at the end, and a tick for a second value. */
export interface BarCell {
  kind: "bar";
  /** The form, if it is not a bar: a dot at the bar's end, or at the scale's edge; a pair of bars from zero, a hollow
   * one to where the bar begins over a filled one to where it ends; a filled or a hollow dot on a line; a step between
   * balances, or a whole balance; an amount of the reporter's own content. */
  form?: "dot" | "edge" | "pair" | "point" | "ring" | "step" | "whole" | "own" | undefined;
  /** Sizes of the parts of a divided bar, which fills the whole line. */
  parts?: number[];
  /** The start and the length of the bar; null draws none. */
  bar: { start: number; size: number } | null;
  /** The position of the printed value: after bar and tick, or at the zero line if the bar runs backwards. */
  end: number;
  /** Where the printed value ends instead, if it is before its dot. */
  before?: number | undefined;
  zero: number;
  tick: number | null;
  /** Where lines lead to the bars of the rows above and below. */
  links?: { above?: number | undefined; below?: number | undefined };
  backwards: boolean;
  text: string;
  detail?: string;
  annotation?: string;
}

/** A small line over all years between its first and last values. */
export interface SparkCell {
  kind: "spark";
  /** SVG path data in a box of 100 by 100, one per series; if empty, only the two values are printed. */
  paths: string[];
  /** The number of years that the box spans. */
  years: number;
  first: string;
  /** Empty if another cell of the row has it. */
  last: string;
  /** The years of the two values where they are not those that the header names; else empty. */
  from: string;
  to: string;
  /** The lowest and the highest value in words, for outputs that draw no line. */
  extremes: string;
  /** The arrow from the first value to the last, where there is no line. */
  arrow: string;
  /** Set if lines above draw the same years: then only outputs that have no lines draw the small one. */
  plotted?: boolean | undefined;
}

/** A printed figure in a column of its own. */
export interface FigureCell {
  kind: "figure";
  text: string;
}

export type Cell = LabelCell | BarCell | SparkCell | FigureCell;

/** A plot of lines over years or months, on a scale with zero in it, with names at the ends or starts of lines. */
export interface Lines {
  kind: "lines";
  /** Names of the solid and the dashed lines, if there are both. */
  series: string[];
  lines: Line[];
  /** Names beside the plot, at the ends of lines. */
  names: LineName[];
  /** How many letters a line of text beside the plot has on a phone. */
  letters: number;
  /** Names in the plot at the starts of lines, if their ends are too close for names. */
  starts: LineName[];
  rules: Tick[];
  /** Where the zero line is, if it is not the foot of the plot. */
  zero?: number | undefined;
  years: Tick[];
  /** What happened in a period, written above the plot at a dashed line. */
  events: Tick[];
  reading: Reading;
}

/** The figures of the named lines in every period, for a reader who points at one. */
export interface Reading {
  /** Names the control of the period. */
  label: string;
  periods: (number | string)[];
  /** What separates the figures as they are read aloud. */
  comma?: string | undefined;
  /** One per named line: its height and its figure as printed in each period; a height is null without a figure. */
  lines: { accent: number; text: string; at: (number | null)[]; values: string[] }[];
}

/** The rows that a reader has chosen, each with a control that takes it away, and a list to choose others from. */
export interface Chips {
  kind: "chips";
  label: string;
  /** Words of the control that adds a row, and of one that takes away {name}. */
  add: string;
  remove: string;
  chosen: { key: string; name: string; accent: number }[];
  offered: { key: string; name: string }[];
}

/** One line; if `out` is set it stands out, otherwise it is thin and pale. */
export interface Line {
  key: string;
  accent: number;
  out: boolean;
  dashed: boolean;
  path: string;
}

/** A name at an end of its line: `at` is where the line is, `y` where the name is, both from the top. */
export interface LineName {
  /** The row's key; empty if the name is of several lines. */
  key: string;
  accent: number;
  text: string;
  value: string;
  at: number;
  y: number;
}

/** The sentence with the period, in which a reader may change the two years. */
export interface Period {
  kind: "period";
  /** Words before, between and after the two years. */
  words: string[];
  years: number[];
  now: number[];
  labels: string[];
  /** The language's own digits. */
  digits?: string | undefined;
}
