// What a chart hands to the painters: regions and marks already laid out, every position a fraction of 0 to 1.
import type { Frame, Locale, Theme } from "./spec.gen.ts";

/** A chart laid out: the frame's words and the blocks between them. */
export interface Figure {
  stem: string;
  frame: Frame;
  locale: Locale;
  theme: Theme;
  blocks: Table[];
}

/** A block of rows and columns; on a page it is a real table. */
export interface Table {
  caption: string;
  columns: Column[];
  rows: Row[];
}

/** One column: its header, how its cells are drawn, and how it is sorted now (null where it cannot be). */
export interface Column {
  key: string;
  title: string;
  cell: Cell["kind"];
  sort: "ascending" | "descending" | "none" | null;
}

/** One row: who it is, how it stands out, and its cells in the columns' order. */
export interface Row {
  key: string;
  name: string;
  /** Rows of a closing role stand under a rule and never move. */
  closing: boolean;
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

/** A bar from the zero line, its value at the end, and a tick for an earlier value. */
export interface BarCell {
  kind: "bar";
  /** Where the bar begins and how long it is; null draws none. */
  bar: { start: number; size: number } | null;
  /** Where the value stands: the bar's end, or the zero line of a bar that runs backwards. */
  end: number;
  zero: number;
  tick: number | null;
  backwards: boolean;
  text: string;
  detail: string;
  annotation: string;
}

/** A dot on a scale of its own, with its printed value; null where there is no figure. */
export interface DotCell {
  kind: "dot";
  at: number | null;
  text: string;
}

export type Cell = LabelCell | BarCell | DotCell;

/** A fraction as a percentage with two decimals, so that every engine writes the same text. */
export const percent = (fraction: number): string => `${Math.round(fraction * 1e4) / 1e2}%`;
