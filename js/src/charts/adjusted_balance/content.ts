// A dollar of imports by partner, split by the origin of its content.
import type { Cell, Column, Table } from "../../figure.ts";
import { caption } from "../../layout/around.ts";
import { bar, column, row as named, sorted } from "../../layout/rows.ts";
import type { AdjustedBalanceSpec, AdjustedBalanceState } from "../../spec.gen.ts";

const PARTS = ["content", "partner_content", "third_content"] as const;

/** The parts of a dollar by row. */
export function content(spec: AdjustedBalanceSpec, state: AdjustedBalanceState): Table {
  const { columns: heads, legend: words = [], rows, frame } = spec;
  const there = PARTS.filter((key) => heads[key]);
  const dollar: Column = { key: "dollar", title: heads.dollar ?? "", cell: "bar", sort: null };
  return {
    kind: "table",
    caption: caption(frame),
    under: true,
    columns: [
      column("name", heads.partner, "label", state),
      // If some part has no column, a legend names the parts.
      there.length < words.length ? { ...dollar, legend: { look: "parts", words } } : dollar,
      ...there.map((key) => column(key, heads[key]!, "figure", state)),
    ],
    rows: sorted(rows, state, ({ content: parts }, key) => parts?.[PARTS.indexOf(key as (typeof PARTS)[number])]).map(
      (row) => {
        const { content: parts = [], text = "", partner_text: theirs = "", third_text: third = "", annotation } = row;
        const texts = { content: text, partner_content: theirs, third_content: third };
        return named(
          row,
          state,
          row.readout,
          { ...bar(null, 0, { text: "", annotation }), parts } as Cell,
          ...there.map((key): Cell => ({ kind: "figure", text: texts[key] })),
        );
      },
    ),
  };
}
