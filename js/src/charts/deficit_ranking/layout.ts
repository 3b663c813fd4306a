// Partners ranked by bilateral deficit: bars from zero, and an optional second measure in a column of its own.
import { html as table } from "../../blocks/table/html.tsx";
import type { Chart } from "../../chart.ts";
import type { Cell, Column, Row } from "../../figure.ts";
import { caption } from "../../layout/around.ts";
import { bar, column, row as named, sorted } from "../../layout/rows.ts";
import { html as barCell } from "../../marks/bar/html.tsx";
import { html as dot } from "../../marks/dot/html.tsx";
import { html as label } from "../../marks/label/html.tsx";
import type { DeficitRankingRow, DeficitRankingSpec, DeficitRankingState } from "../../spec.gen.ts";

/** The ranking as rows of label, bar and dot. */
export const chart: Chart<DeficitRankingSpec> = {
  paint: { blocks: { table }, cells: { label, bar: barCell, dot } },
  blocks: (spec, state) => [
    {
      kind: "table",
      caption: caption(spec.frame),
      columns: columns(spec, state),
      rows: rows(spec, state),
    },
  ],
};

function columns({ columns: { partner, deficit, context } }: DeficitRankingSpec, state: DeficitRankingState): Column[] {
  const list = [column("name", partner, "label", state), column("deficit", deficit, "bar", state)];
  return context ? [...list, column("context", context.title, "dot", state)] : list;
}

function rows(spec: DeficitRankingSpec, state: DeficitRankingState): Row[] {
  const scale = bars(spec.rows);
  const width = spec.columns.context?.max ?? 1;
  const closing = (row: DeficitRankingRow): boolean => row.role !== "partner";
  const partners = sorted(
    spec.rows.filter((row) => !closing(row)),
    state,
    (row, key) => (key === "deficit" ? row.deficit : row.context?.value),
  );
  return [...partners, ...spec.rows.filter(closing)].map((row) => {
    const value = row.context?.value ?? null;
    const second: Cell[] = spec.columns.context
      ? [
          {
            kind: "dot",
            at: value === null ? null : Math.min(1, Math.max(0, value / width)),
            text: row.context?.text ?? "",
          },
        ]
      : [];
    return { ...named(row, state, row.readout, scale(row), ...second), closing: closing(row) };
  });
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
