// What a chart hands to the painters: regions and marks already laid out, every position a fraction of 0 to 1.
import type { Frame, Locale, Theme } from "./spec.gen.ts";

/** A chart laid out: the frame's words and the blocks between them. */
export interface Figure {
  chart: string;
  frame: Frame;
  locale: Locale;
  theme: Theme;
  blocks: Block[];
  /** What the reader's choice of rows says together, where it says more than the rows do. */
  said?: string | undefined;
  /** The key of the row that tells what another period has brought. */
  lead?: string | undefined;
}

export type Block = Table | Lines | Period | Choice;

/** A block of rows and columns; on a page it is a real table. */
export interface Table {
  kind: "table";
  caption: string;
  /** What opens the table where it is folded away under lines that say the same. */
  fold?: string | false;
  /** Names too long to stand beside a bar: where no style sheet knows how wide it is, the bar has a line of its own. */
  under?: true;
  columns: Column[];
  rows: Row[];
  /** Characters kept free at the bars' ends, where they are not to be counted in these rows. */
  room?: number;
}

/** One column: its header, how its cells are drawn, and how it is sorted now (null where it cannot be). */
export interface Column {
  key: string;
  title: string;
  cell: Cell["kind"];
  sort: "ascending" | "descending" | "none" | null;
  /** What the marks stand for: parts of a whole, the two dots of a pair, or what a step does. */
  legend?: { look: "parts" | "pair" | "step"; words: string[] };
  /** Ticks over the cells' scale, and words for the sides of its middle, or of where its zero is. */
  axis?: { ticks: Tick[]; sides: string[]; zero?: number };
}

/** Words at a place on a scale. */
export interface Tick {
  at: number;
  text: string;
}

/** One row: who it is, how it stands out, and its cells in the columns' order. */
export interface Row {
  key: string;
  name: string;
  /** Rows of a closing role stand under a rule and never move. */
  closing: boolean;
  /** Nobody selects it, though it stands among the rows. */
  still?: boolean;
  selected: boolean;
  /** 1 to 5 where the row has an accent, 0 where it is grey. */
  accent: number;
  readout: string;
  cells: Cell[];
}

/** The name at a row's head, with short marks and a remark. */
export interface LabelCell {
  kind: "label";
  text: string;
  marks: string[];
}

/** A bar from the zero line, its value at the end, and a tick for a second value. */
export interface BarCell {
  kind: "bar";
  /** A dot at its end instead, or one at the scale's edge; a hollow and a filled dot; a step between balances, or one
   * of these; an amount of the reporter's own content. */
  form?: "dot" | "edge" | "pair" | "step" | "whole" | "own" | undefined;
  /** Sizes of the parts it is made of, which fill the line. */
  parts?: number[];
  /** Where the bar begins and how long it is; null draws none. */
  bar: { start: number; size: number } | null;
  /** Where the value stands: after bar and tick, or at the zero line of a bar that runs backwards. */
  end: number;
  zero: number;
  tick: number | null;
  backwards: boolean;
  text: string;
  detail?: string;
  annotation?: string;
}

/** A dot on a scale of its own, with its printed value; null where there is no figure. */
export interface DotCell {
  kind: "dot";
  at: number | null;
  text: string;
}

/** A small line over all years between its first and last values. */
export interface SparkCell {
  kind: "spark";
  /** Path data in a box of 100 by 100, the second series' too; none prints the two values alone. */
  paths: string[];
  /** How many years the box is long. */
  years: number;
  first: string;
  last: string;
  /** Lowest and highest value in words, for where no line is drawn. */
  extremes: string;
}

/** A printed figure in a column of its own. */
export interface FigureCell {
  kind: "figure";
  text: string;
}

export type Cell = LabelCell | BarCell | DotCell | SparkCell | FigureCell;

/** Lines from zero over years, named at their ends. */
export interface Lines {
  kind: "lines";
  /** Names of the solid and the dashed lines, where there are both. */
  series: string[];
  lines: Line[];
  names: LineName[];
  rules: Tick[];
  years: Tick[];
  /** The period averaged over. */
  span: { from: number; to: number };
  remarks: (Tick & { mark: string })[];
}

/** One line; a grey one stands back behind those that are named. */
export interface Line {
  key: string;
  accent: number;
  out: boolean;
  dashed: boolean;
  path: string;
}

/** A name at the right edge: where its line ends, and where the name stands, both from the top. */
export interface LineName {
  key: string;
  accent: number;
  text: string;
  value: string;
  at: number;
  y: number;
}

/** The sentence that says the period, whose two years a reader may change. */
export interface Period {
  kind: "period";
  /** Words before, between and after the two years. */
  words: string[];
  years: number[];
  now: number[];
  labels: string[];
}

/** A share that a reader may set. */
export interface Choice {
  kind: "choice";
  /** What it is called in the reader's state. */
  key: string;
  label: string;
  /** 0 to 1; null while none is set. */
  share: number | null;
  /** What is set, in words. */
  text: string;
}
