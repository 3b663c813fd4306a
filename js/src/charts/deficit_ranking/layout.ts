// Partners ranked by bilateral deficit: bars from zero, and an optional second measure as bars on a scale of their own.
import { html as table } from "../../blocks/table/html.tsx";
import type { Chart } from "../../chart.ts";
import type { Cell, Column, Row } from "../../figure.ts";
import { caption } from "../../layout/around.ts";
import { bar, column, row as named, sorted } from "../../layout/rows.ts";
import { html as barCell } from "../../marks/bar/html.tsx";
import { html as label } from "../../marks/label/html.tsx";
import { html as over } from "../../marks/legend/html.tsx";
import type { DeficitRankingRow, DeficitRankingSpec, DeficitRankingState } from "../../spec.gen.ts";

/** The ranking as rows of a label and one or two bars. */
export const chart: Chart<DeficitRankingSpec> = {
  paint: { blocks: { table }, cells: { label, bar: barCell }, over },
  blocks: (spec, state) => [
    {
      kind: "table",
      caption: caption(spec.frame),
      columns: columns(spec, state),
      rows: rows(spec, state),
      ...(spec.columns.context && { twin: true }),
    },
  ],
};

function columns(
  { columns: { partner, deficit, compare, context } }: DeficitRankingSpec,
  state: DeficitRankingState,
): Column[] {
  const first = column("deficit", deficit, "bar", state);
  if (compare?.title) first.legend = { look: "tick", words: [compare.title] };
  return [
    column("name", partner, "label", state),
    first,
    ...(context ? [column("context", context.title, "bar", state)] : []),
  ];
}

function rows(spec: DeficitRankingSpec, state: DeficitRankingState): Row[] {
  const scale = bars(spec.rows);
  const { context } = spec.columns;
  const closing = (row: DeficitRankingRow): boolean => row.role !== "partner";
  const partners = sorted(
    spec.rows.filter((row) => !closing(row)),
    state,
    (row, key) => (key === "deficit" ? row.deficit : row.context?.value),
  );
  return [...partners, ...spec.rows.filter(closing)].map((row) => {
    const cells = context ? [scale(row), beside(row, context.max)] : [scale(row)];
    return { ...named(row, state, row.readout, ...cells), closing: closing(row) };
  });
}

/** The bar of the second measure, on a scale from zero to `max`. */
function beside({ context }: DeficitRankingRow, max: number): Cell {
  const value = context?.value ?? null;
  return bar(value === null ? null : Math.min(1, value / max), 0, { text: context?.text ?? "" });
}

/** One linear scale for all bars, including zero. The total has no bar, which would dwarf all others. */
function bars(list: DeficitRankingRow[]): (row: DeficitRankingRow) => Cell {
  const drawn = list.filter((row) => row.role !== "total");
  const values = drawn.flatMap((row) => [row.deficit, row.compare?.deficit ?? 0]);
  const low = Math.min(0, ...values);
  const span = Math.max(0, ...values) - low || 1;
  const at = (value: number): number => (value - low) / span;
  return ({ role, deficit, compare, text, annotation }) => {
    const earlier = role === "total" ? null : (compare?.deficit ?? null);
    return bar(role === "total" ? null : at(deficit), at(0), {
      text,
      annotation,
      detail: compare?.text,
      tick: earlier === null ? null : at(earlier),
    });
  };
}
