// What the rows of every chart have in common: the reader's order, and the accents.
import type { State } from "../chart.ts";
import type { BarCell, Cell, Column, Row } from "../figure.ts";
import type { Locale } from "../spec.gen.ts";
import { shown } from "../text/number.ts";

const ACCENTS = 5;

/** A list of more rows than this can be searched. */
export const LONG = 15;

/** The rows that a reader may select. */
export const offered = (rows: Row[]): Row[] => rows.filter((row) => !row.closing && !row.still);

/** A column with its present sort order; `up` if its key sorts ascending. "-name" is "name" reversed. */
export const column = (
  key: string,
  title: string,
  cell: Column["cell"],
  { sort_by }: State,
  up = key === "name",
): Column => ({
  key,
  title,
  cell,
  sort: sort_by.replace("-", "") !== key ? "none" : up === (sort_by === key) ? "ascending" : "descending",
});

/** The column of small lines, where there is one; it has no order. */
export const trend = (title?: string): Column[] => (title ? [{ key: "trend", title, cell: "spark", sort: null }] : []);

/** Rows in the reader's order, largest first and names from A; those without a figure last either way. */
export function sorted<R extends { name_rank: number }>(
  list: R[],
  { sort_by }: State,
  value: (row: R, key: string) => number | null | undefined,
): R[] {
  const turned = sort_by.startsWith("-");
  const key = sort_by.replace("-", "");
  const by = (row: R): number => {
    const figure = key === "name" ? -row.name_rank : value(row, key);
    return figure == null ? Infinity : turned ? figure : -figure;
  };
  return [...list].sort((a, b) => (by(a) < by(b) ? -1 : by(a) > by(b) ? 1 : 0));
}

interface Value {
  year: number;
  text: string;
}

interface Named {
  partner: string;
  name: string;
  highlight?: number;
  marks?: string[];
}

interface Ended {
  first?: Value;
  last?: Value;
  extremes?: string;
}

/** A row's key, and its selection and accent. */
export const standing = ({ partner, highlight }: Named, { selection }: State) => ({
  key: partner,
  selected: selection.includes(partner),
  accent: highlight ? ((highlight - 1) % ACCENTS) + 1 : 0,
});

/** A row that begins with its name. */
export const row = (from: Named, state: State, readout: string, ...cells: Cell[]): Row => ({
  ...standing(from, state),
  name: from.name,
  closing: false,
  readout,
  cells: [{ kind: "label", text: from.name, marks: from.marks ?? [] }, ...cells],
});

type Printed = Pick<BarCell, "text"> & Partial<Pick<BarCell, "tick" | "detail" | "annotation" | "form" | "before">>;

/** A tick is so far before a text, as a fraction of the scale, that it is not read as a digit. */
const CLEAR = 0.015;

/** A bar from `zero` to `at`, fractions of the scale; null prints the text alone. */
export const bar = (at: number | null, zero: number, printed: Printed): Cell => ({
  kind: "bar",
  tick: null,
  ...printed,
  zero,
  bar: at === null ? null : { start: Math.min(zero, at), size: Math.abs(at - zero) },
  end: at === null ? 0 : Math.max(zero, at, (printed.tick ?? -1) + CLEAR),
  backwards: at !== null && at < zero,
});

/** The arrow from a first value to a last one. */
export const onward = ({ dir }: Locale): string => (dir === "rtl" ? "\u2190" : "\u2192");

/** A row's small lines between its first and last values, with their years where these are not the header's. */
export const spark = (
  { first, last, extremes = "" }: Ended,
  paths: string[],
  { years, locale }: { years: number[]; locale: Locale },
  plotted?: boolean,
): Cell => {
  // Years that the column's head has are not repeated. The one figure of a row is printed once, with its year.
  const once = first && first.year === last?.year;
  const own = (value: Value | undefined, year?: number): string =>
    value && (once || value.year !== year) ? shown(value.year, locale.digits) : "";
  return {
    kind: "spark",
    plotted,
    // Where the lines have a plot of their own, a row without figures has nothing here.
    paths: plotted && !first ? [] : paths,
    years: years.length,
    first: first?.text ?? "",
    last: once ? "" : (last?.text ?? ""),
    from: own(first, years[0]),
    to: once ? "" : own(last, years.at(-1)),
    extremes,
    arrow: onward(locale),
  };
};

/** The bar of a row. */
export const barOf = (row: Row): BarCell => row.cells.find((cell) => cell.kind === "bar") as BarCell;
