// The widths of a table's columns at a fixed width, and the position of the scale of its marks.
import type { BarCell, Cell, LabelCell, Row, Table } from "../../figure.ts";
import { barOf } from "../../layout/rows.ts";
import { runs as valued } from "../../marks/bar/svg.tsx";
import { runs as named } from "../../marks/label/svg.ts";
import type { Span } from "../../marks/pen.tsx";
import type { Palette } from "../../spec.gen.ts";
import { fluid, sizes } from "../../style/sizes.ts";
import { type Run, widest, width } from "../../text/measure.ts";

/** The smallest gap before a value at the end of a bar, and beside a dot. */
const [BESIDE, DOT] = [6.4, 7];

/** Horizontal positions in a table. In the narrow layout the value has a column, and the track is below both. */
export interface Columns {
  wide: boolean;
  label: Span;
  bar: Span;
  value: Span;
  rest: Span[];
  track: Span;
  /** Length of the scale of a second column of bars, and whether a value's detail is below it for want of room. */
  twin: number;
  stacked: boolean;
  /** From the end of a mark to its value. */
  beside: number;
  /** The widest values before and after small lines, so that these begin and end at one place in all rows. */
  sides: [number, number];
}

/** The size of figures: of three beside a name, they are smaller in the narrow layout. */
export const figureSize = (row: Row, wide: boolean): number =>
  !wide && row.cells.filter(({ kind }) => kind === "figure").length > 2 ? sizes.small : sizes.body;

const long = (runs: Run[]): number => runs.reduce((sum, run) => sum + width(run.text, run), 0);

const sidesOf = (rows: Row[]): [number, number] => {
  const cells = rows.flatMap((row) => row.cells.filter((cell) => cell.kind === "spark"));
  const most = (ends: [string, string][]): number =>
    Math.max(
      0,
      ...ends.flatMap(([value, year]) => [width(value, { size: sizes.small }), width(year, { size: sizes.mark })]),
    );
  return [most(cells.map(({ first, from }) => [first, from])), most(cells.map(({ last, to }) => [last, to]))];
};

/** The columns of a table `whole` px wide. */
export function columns(table: Table, whole: number, palette: Palette): Columns {
  const { rows } = table;
  const wide = whole >= sizes.wide;
  const gap = fluid(sizes.gap, whole);
  const extra = table.columns.slice(2);
  // The longest word of a name.
  const word = Math.max(
    ...rows.flatMap((row) => named(row.cells[0] as LabelCell, row, palette).map((run) => widest(run.text, run))),
  );
  const sized = (measure: typeof width): number[] =>
    extra.map(({ cell, title }, index) => {
      const texts = rows.map((row) => longest(row.cells[index + 2], row, measure, figureSize(row, wide)));
      const figures = Math.max(...texts, widest(title, { size: wide ? sizes.small : sizes.tiny }));
      // There is room for an arrow between the two values.
      const ends = Math.max(...texts) + 18;
      return cell === "spark"
        ? Math.max(ends, fluid(wide ? sizes.sparkWide : sizes.spark, whole))
        : wide
          ? Math.max(68, figures)
          : figures;
    });
  const full = sized(width);
  const left = whole - full.reduce((sum, each) => sum + each + gap, 0);
  // A figure with words after it is broken before a name is.
  const rest = !wide && left < Math.min(word, whole * 0.4) ? sized(widest) : full;
  const others = rest.reduce((sum, each) => sum + each + gap, 0);
  const head = widest(table.columns[0]!.title, { size: sizes.small });
  const names = Math.max(head, ...rows.map((row) => long(named(row.cells[0] as LabelCell, row, palette))));
  const dots = rows.some((row) => ["dot", "edge", "point", "ring"].includes(barOf(row)?.form ?? ""));
  const beside = dots ? BESIDE + 6 : BESIDE;
  const inset = dots ? DOT : 0;
  const sides = sidesOf(rows);

  const places = (from: number): Span[] => {
    let end = from;
    return rest.map((long) => {
      const x = end + gap;
      end = x + long;
      return { x, long };
    });
  };
  if (table.twin) return twins(table, { wide, whole, gap, names, beside }, palette);
  /** The length of the scale on which the values after the marks end where the column does. */
  const scaled = (column: number): number => {
    const room = column - 2 * inset;
    const fits = rows.map((row) => {
      const cell = barOf(row);
      const text = long(valued(cell, row, palette));
      return text && cell.end > 0 ? (column - inset - beside - text) / cell.end : room;
    });
    return Math.min(room, Math.max(room * 0.35, Math.min(...fits)));
  };
  if (!wide && table.bridge) {
    const all = { x: 0, long: whole };
    const track = { x: 0, long: scaled(whole) };
    return { wide, label: all, bar: all, value: all, rest: [], track, twin: 0, stacked: false, beside, sides };
  }
  if (wide) {
    const most = table.bridge ? whole * 0.42 : Math.max(extra.length > 1 ? 176 : sizes.names, whole * 0.22);
    const label = Math.min(names, most);
    const bar = { x: label + gap, long: whole - label - gap - others };
    const track = scaled(bar.long);
    return {
      wide,
      label: { x: 0, long: label },
      bar,
      value: bar,
      rest: places(bar.x + bar.long),
      track: { x: bar.x + inset, long: track },
      twin: 0,
      stacked: false,
      beside,
      sides,
    };
  }
  const values = rows.map((row) => long(valued(barOf(row), row, palette)));
  const title = table.columns[1]!.title;
  const least = extra.length > 1 ? 0 : widest(title, { size: sizes.tiny });
  // A long name wraps before a value does.
  const value = Math.min(
    Math.max(least, ...values),
    whole - others - Math.max(whole * 0.24, Math.min(word, whole * 0.4)) - gap,
  );
  const body = whole - others;
  return {
    wide,
    label: { x: 0, long: body - (value ? value + gap : 0) },
    bar: { x: 0, long: whole },
    value: { x: body - value, long: value },
    rest: places(body),
    track: { x: inset, long: (extra[0]?.cell === "spark" ? body : whole) - 2 * inset },
    twin: 0,
    stacked: false,
    beside,
    sides,
  };
}

/** The columns of a table with two bars in a row: the second has the smaller part of what the names leave. */
function twins(
  { rows }: Table,
  { wide, whole, gap, names, beside }: { wide: boolean; whole: number; gap: number; names: number; beside: number },
  palette: Palette,
): Columns {
  const label = Math.min(names, wide ? sizes.names : whole * 0.25);
  const room = whole - label - 2 * gap;
  const bar = room * (wide ? 3 / 5 : 4 / 7);
  const second = room - bar;
  const stacked = !wide;
  const scale = (column: number, most: number): number => {
    const fits = rows.map((row) => {
      const cell = row.cells[column] as BarCell;
      const runs = valued(cell, row, palette);
      const text = long(stacked ? runs.slice(0, 1) : runs);
      return text && cell.end > 0 ? (most - beside - text) / cell.end : most;
    });
    return Math.min(most, Math.max(most * 0.35, Math.min(...fits)));
  };
  const x = label + gap;
  return {
    wide,
    label: { x: 0, long: label },
    bar: { x, long: bar },
    value: { x, long: bar },
    rest: [{ x: x + bar + gap, long: second }],
    track: { x, long: scale(1, bar) },
    twin: scale(2, second),
    stacked,
    beside,
    sides: [0, 0],
  };
}

function longest(cell: Cell | undefined, row: Row, measure: typeof width, size: number): number {
  const type = { size, weight: row.accent || row.closing ? 600 : 400 } as const;
  if (cell?.kind === "spark")
    return Math.max(...[cell.first + cell.last, cell.from + cell.to].map((text) => width(text, { size: sizes.small })));
  return cell?.kind === "figure" ? measure(cell.text, type) : 0;
}
