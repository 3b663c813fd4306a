// Balances of a few partners as lines over months or years, and under them the last figures in a table.
import { html as linesBlock } from "../../blocks/lines/html.tsx";
import { html as table } from "../../blocks/table/html.tsx";
import type { Chart } from "../../chart.ts";
import type { Cell, Row } from "../../figure.ts";
import { caption } from "../../layout/around.ts";
import { small } from "../../layout/path.ts";
import { bar, column, row as named, onward, sorted, trend } from "../../layout/rows.ts";
import { html as barCell } from "../../marks/bar/html.tsx";
import { html as label } from "../../marks/label/html.tsx";
import { html as sparkCell } from "../../marks/spark/html.tsx";
import type { BalanceOverTimeRow, BalanceOverTimeSpec, BalanceOverTimeState } from "../../spec.gen.ts";
import { lines, since } from "./lines.ts";

/** The lines, and the table collapsed under them. */
export const chart: Chart<BalanceOverTimeSpec> = {
  paint: { blocks: { table, lines: linesBlock }, cells: { label, bar: barCell, spark: sparkCell } },
  blocks: (spec, state) => [
    lines(spec, state),
    {
      kind: "table",
      caption: caption(spec.frame),
      columns: [
        column("name", spec.columns.partner, "label", state),
        column("value", spec.columns.value, "bar", state),
        ...trend(spec.columns.trend),
      ],
      rows: rows(spec, state),
      fold: { words: spec.phrases.table, period: false },
    },
  ],
};

const lastOf = ({ values, last }: BalanceOverTimeRow): number => values[last.at]!;

/** The last figures as bars on one scale with zero in it, as in a ranking: the largest deficit or flow comes first, and
 * runs from zero to the right. If there are only surpluses, they do. */
function rows(spec: BalanceOverTimeSpec, state: BalanceOverTimeState): Row[] {
  const sign = spec.measure === "balance" ? -1 : 1;
  const all = spec.rows.map((row) => sign * lastOf(row));
  const turned = all.some((value) => value > 0) ? sign : -sign;
  const ends = spec.rows.map((row) => turned * lastOf(row));
  const low = Math.min(0, ...ends);
  const span = Math.max(0, ...ends) - low || 1;
  const at = (value: number): number => (value - low) / span;
  return sorted(spec.rows, state, (row) => sign * lastOf(row)).map((row) => {
    const { last, detail, annotation } = row;
    return named(
      row,
      state,
      row.readout,
      bar(at(turned * lastOf(row)), at(0), { text: last.text, detail, annotation }),
      history(spec, row),
    );
  });
}

/** The first figure, and a small line of one figure a year for outputs that draw no other. */
function history(spec: BalanceOverTimeSpec, { values, first, extremes = "" }: BalanceOverTimeRow): Cell {
  const { by } = spec;
  const step = by === "month" || by === "twelve_months" ? 12 : 1;
  const yearly = values.filter((_, index) => (values.length - 1 - index) % step === 0);
  // A small line has its foot at zero, and so no place for figures on both sides of it.
  const sides = new Set(yearly.map((value) => Math.sign(value ?? 0)));
  const sizes = yearly.map((value) => value && Math.abs(value));
  return {
    kind: "spark",
    plotted: true,
    paths: sides.has(1) && sides.has(-1) ? [] : small([{ values: sizes, years: [], breaks: undefined }]),
    years: yearly.length,
    first: first.text,
    last: "",
    from: first.at ? since(spec, first.at, 0) : "",
    to: "",
    extremes,
    arrow: onward(spec.locale),
  };
}
