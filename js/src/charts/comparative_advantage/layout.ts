// Revealed comparative advantage by country: dots on a logarithmic scale around 1.
import { html as table } from "../../blocks/table/html.tsx";
import type { Chart } from "../../chart.ts";
import type { Cell, Column, Row } from "../../figure.ts";
import { caption } from "../../layout/around.ts";
import { small } from "../../layout/path.ts";
import { bar, column, row as named, sorted, spark, trend } from "../../layout/rows.ts";
import { html as axis } from "../../marks/axis/html.tsx";
import { html as barCell } from "../../marks/bar/html.tsx";
import { html as label } from "../../marks/label/html.tsx";
import { html as sparkCell } from "../../marks/spark/html.tsx";
import type { ComparativeAdvantageRow, ComparativeAdvantageSpec, ComparativeAdvantageState } from "../../spec.gen.ts";
import { exact, ratio } from "../../text/exact.ts";
import { filled, times } from "../../text/number.ts";

/** Rows of label, dot and small line. */
export const chart: Chart<ComparativeAdvantageSpec> = {
  paint: { over: axis, blocks: { table }, cells: { label, bar: barCell, spark: sparkCell } },
  blocks: (spec, state) => [
    {
      kind: "table",
      caption: caption(spec.frame),
      columns: columns(spec, state),
      rows: rows(spec, state),
    },
  ],
  said: ({ pair, rows: all, numbers }, { selection }) => {
    const [a, b] = selection.map((code) => all.find((row) => row.partner === code)?.pair);
    return pair && selection.length === 2 && a && b
      ? filled(pair, { times: times(ratio(exact(a.weight), exact(b.weight)), numbers), a: a.name, b: b.name })
      : undefined;
  },
};

/** The share of the scale that a value before a dot takes, and beside small lines, which leave less for the scale. */
const [ROOM, BESIDE] = [0.15, 0.3];

/** The position of an index on a logarithmic scale: 1 is in the middle, and indices off the scale are at its edge. */
const place = (rca: number, { scale }: ComparativeAdvantageSpec): number =>
  Math.min(1, Math.max(0, Math.log(rca) / Math.log(scale.max) / 2 + 0.5));

function columns(spec: ComparativeAdvantageSpec, state: ComparativeAdvantageState): Column[] {
  const {
    columns: { partner, rca, trend: title },
    scale,
  } = spec;
  const axis = {
    ticks: scale.ticks.map(({ value, text }) => ({ at: place(value, spec), text })),
    sides: [scale.below, scale.above],
  };
  return [column("name", partner, "label", state), { ...column("rca", rca, "bar", state), axis }, ...trend(title)];
}

function rows(spec: ComparativeAdvantageSpec, state: ComparativeAdvantageState): Row[] {
  const [start, end] = [spec.years[0], spec.years.at(-1)];
  const alike = spec.rows.every(({ first, last }) => !first || (first.year === start && last?.year === end));
  return sorted(spec.rows, state, ({ rca }) => rca).map((row) => {
    const { values, breaks, readout } = row;
    const paths =
      spec.trend && values ? small([{ values: compared(values, row, spec), breaks, years: spec.years }]) : [];
    // The column's head has the years that all rows begin and end with; else each row has its own.
    const ends = { ...spark(row, paths, { ...spec, years: alike ? spec.years : [] }), years: spec.years.length };
    return named(row, state, readout, dot(row, spec), ...(spec.columns.trend ? [ends] : []));
  });
}

/** Indices that no break separates from the period; if one lies within it, all of them: the line is cut there. */
function compared(
  values: (number | null)[],
  { breaks = [] }: ComparativeAdvantageRow,
  { years, period }: ComparativeAdvantageSpec,
): (number | null)[] {
  const [first, last] = period as [number, number];
  if (breaks.some((year) => first < year && year <= last)) return values;
  const from = Math.max(years[0]!, ...breaks.filter((year) => year <= first));
  const to = Math.min(years.at(-1)! + 1, ...breaks.filter((year) => year > last));
  return values.map((value, index) => (years[index]! >= from && years[index]! < to ? value : null));
}

function dot({ rca, text, annotation }: ComparativeAdvantageRow, spec: ComparativeAdvantageSpec): Cell {
  const { max } = spec.scale;
  const at = rca === null ? null : place(rca, spec);
  const form = rca! > max || rca! < 1 / max ? "edge" : "dot";
  // A value of less than 1 is on the side of "less", unless its dot is so near the scale's end that it has no room.
  const before = at !== null && at < 0.5 && at >= (spec.columns.trend ? BESIDE : ROOM) ? at : undefined;
  return bar(at, 0.5, { form, text, annotation, before });
}
