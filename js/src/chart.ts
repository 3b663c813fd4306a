// What a chart file must offer; the hosts and painters know charts by this alone.
import type { ComponentChild, VNode } from "preact";
import type { Block, Cell, Choice, Column, Figure, Row } from "./figure.ts";
import type { Frame, Locale, Theme } from "./spec.gen.ts";

/** What a reader has chosen; kept in the spec's `initial` and in the notebook's traits of the same names. */
export interface State {
  sort_by: string;
  selection: string[];
  /** First and last year, where there is a block of that name. */
  period?: number[];
}

/** What every spec has, whichever chart it is of; choices of the chart's own stand in its state too. */
export interface Common {
  chart: string;
  frame: Frame;
  locale: Locale;
  theme: Theme;
  initial: State;
}

/** One chart: what draws it, and pure functions from spec and reader's state to what is drawn. */
export interface Chart<S extends Common> {
  paint: Paint;
  blocks: (spec: S, state: S["initial"]) => Block[];
  /** What the rows a reader chose say together, where it is more than each says. */
  said?: (spec: S, state: S["initial"]) => string | undefined;
  /** The frame, where its words follow a choice. */
  frame?: (spec: S, state: S["initial"]) => Frame;
  /** The row that tells what another period has brought. */
  lead?: (spec: S, state: S["initial"]) => string | undefined;
}

/** A spec laid out. */
export function figure<S extends Common>(chart: Chart<S>, given: S, state: S["initial"]): Figure {
  const spec = { ...given, frame: chart.frame?.(given, state) ?? given.frame };
  return {
    ...spec,
    blocks: chart.blocks(spec, state),
    said: chart.said?.(spec, state),
    lead: chart.lead?.(spec, state),
  };
}

/** The html painters of a chart's blocks and cells: each names its own, so that a page carries these and no others. */
export interface Paint {
  /** What stands over a column's marks, where any of its columns has it. */
  over?: (column: Column) => ComponentChild;
  /** Puts words that follow a choice around the blocks in `root`, where they alone are drawn again. */
  follow?: (root: Element, before: Figure, now: Figure) => void;
  blocks: { [K in Block["kind"]]?: (block: Extract<Block, { kind: K }>, live: Live | null, paint: Paint) => VNode };
  cells: { [K in Cell["kind"]]?: (cell: Extract<Cell, { kind: K }>, row: Row, live: Live | null) => VNode };
}

/** Attributes and handlers of an element. */
export type Props = Record<string, unknown>;

/** The handlers and attributes that make a drawn table answer. */
export interface Live {
  /** What holds rows, or their lines: each has its row's key as data-key. */
  rows: Props;
  /** A control for one end of the period: 0 its first year, 1 its last. */
  period: (end: number) => Props;
  /** The control of a share. */
  choice: (choice: Choice) => Props;
  row: (row: Row) => Props;
  header: (column: Column) => Props;
  readout: () => string;
}
