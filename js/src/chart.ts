// The interface of a chart's layout.ts. Hosts and painters know nothing else of a chart.
import type { ComponentChild, VNode } from "preact";
import type { Block, Cell, Column, Figure, Row } from "./figure.ts";
import type { Brand, Frame, Locale, Theme } from "./spec.gen.ts";

/** The reader's choices, which the spec's `initial` and the notebook's traits of the same names hold too. */
export interface State {
  sort_by: string;
  selection: string[];
  /** The first and last year, if the chart has a period block. */
  period?: number[];
}

/** The fields of every spec. A chart's own choices are further fields of its state. */
export interface Common {
  chart: string;
  chart_id?: string;
  frame: Frame;
  locale: Locale;
  theme: Theme;
  brand?: Brand;
  initial: State;
}

/** One chart: its painters, and pure functions from the spec and the reader's state to the figure. */
export interface Chart<S extends Common> {
  paint: Paint;
  blocks: (spec: S, state: S["initial"]) => Block[];
  /** A sentence about the selected rows together, if there is one that says more than their read-outs. */
  said?: (spec: S, state: S["initial"]) => string | undefined;
  /** The frame, if its words depend on a choice. */
  frame?: (spec: S, state: S["initial"]) => Frame;
  /** The key of the row whose read-out is shown after the reader has changed the period. */
  lead?: (spec: S, state: S["initial"]) => string | undefined;
}

/** Lays out a spec. */
export function figure<S extends Common>(chart: Chart<S>, given: S, state: S["initial"]): Figure {
  const spec = { ...given, frame: chart.frame?.(given, state) ?? given.frame };
  return {
    ...spec,
    blocks: chart.blocks(spec, state),
    said: chart.said?.(spec, state),
    lead: chart.lead?.(spec, state),
  };
}

/** The html painters of a chart's blocks and cells. Each chart imports its own, so a page carries no others. */
export interface Paint {
  /** Draws the legend or axis above a column's marks, if any column has one. */
  over?: (column: Column) => ComponentChild;
  /** Updates the words around the blocks in `root` that depend on a choice, in hosts that redraw only the blocks. */
  follow?: (root: Element, before: Figure, now: Figure) => void;
  blocks: {
    [K in Block["kind"]]?: (
      block: Extract<Block, { kind: K }>,
      live: Live | null,
      paint: Paint,
      figure: Figure,
    ) => VNode;
  };
  cells: { [K in Cell["kind"]]?: (cell: Extract<Cell, { kind: K }>, row: Row, live: Live | null) => VNode };
}

/** Attributes and event handlers of an element. */
export type Props = Record<string, unknown>;

/** The handlers and attributes that make a drawing interactive. */
export interface Live {
  /** For elements that contain rows or their lines, each of which has its row's key as data-key. */
  rows: Props;
  /** For the control of one end of the period: 0 is its first year, 1 its last. */
  period: (end: number) => Props;
  /** Adds a row to the selection, or takes it away. */
  toggle: (key: string) => void;
  row: (row: Row) => Props;
  header: (column: Column) => Props;
  /** For the field that finds rows by name. */
  find: Props;
  /** Whether a row is among those found; all are unless the reader looks for some. */
  found: (row: Row) => boolean;
  /** For the button that takes a row out of the selection. */
  remove: (row: Row) => Props;
  /** For the button that undoes all that the reader has changed; null if nothing is. */
  reset: Props | null;
  /** The read-out of the row that the reader points at in the lines above the table. */
  readout: () => string;
  /** For the cross-hair: the year it is at, by its index, while it is shown; and what moves it there or away. */
  cross: { year: number | undefined; to: (year?: number) => void };
  /** What the reader's last change has brought, for screen readers. */
  told: () => string;
}
