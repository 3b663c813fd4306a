// Two bars a partner, both from zero: a hollow one for its balance as traded, a filled one for that in value added.
import type { Cell, Row, Table } from "../../figure.ts";
import { caption } from "../../layout/around.ts";
import { bar, column, row as named, sorted } from "../../layout/rows.ts";
import type { AdjustedBalanceRow, AdjustedBalanceSpec, AdjustedBalanceState } from "../../spec.gen.ts";
import { axis, between, scale } from "./scale.ts";

const FIGURES = ["gross", "value_added", "change"] as const;

/** The partners in the reader's order, then what is not drawn partner by partner, and the total last. */
export function balances(spec: AdjustedBalanceSpec, state: AdjustedBalanceState): Table {
  const { columns: heads, legend: words = [], rows, frame } = spec;
  const [partners, sums] = [true, false].map((one) => rows.filter(({ role }) => (role === "partner") === one));
  // The total has no marks, which would dwarf all others.
  const values = rows.flatMap(({ gross, value_added: added, role }) =>
    role === "total" ? [] : [gross ?? 0, added ?? 0],
  );
  const { ticks, below = "", above = "" } = spec.scale!;
  const own = scale([...values, ...ticks.map(({ value }) => value)]);
  const line = (row: AdjustedBalanceRow): Row => {
    const { gross = null, value_added: added = null, annotation } = row;
    const pair =
      gross === null || added === null || row.role === "total"
        ? bar(null, own.zero, { text: "", annotation })
        : between(own.at(gross), own.at(added), own.zero, { form: "pair", annotation });
    return named(row, state, row.readout, pair, ...figures(row));
  };
  const order = sorted(partners!, state, (row, key) =>
    key === "change" ? row.change : least(key === "gross" ? row.gross : row.value_added),
  );
  return {
    kind: "table",
    caption: caption(frame),
    under: true,
    columns: [
      column("name", heads.partner, "label", state),
      {
        key: "pair",
        title: "",
        cell: "bar",
        sort: null,
        legend: { look: "pair", words },
        axis: axis(spec, own, [below, above]),
      },
      ...FIGURES.flatMap((key) => (heads[key] ? [column(key, heads[key], "figure", state, key !== "change")] : [])),
    ],
    rows: [...order.map(line), ...sums!.map((row) => ({ ...line(row), still: true, closing: row.role === "total" }))],
  };
}

const figures = ({
  gross_text: gross = "",
  value_added_text: added = "",
  change_text: change = "",
}: AdjustedBalanceRow): Cell[] => [gross, added, change].map((text) => ({ kind: "figure", text }));

/** The sign is turned, so that sorting by size puts the largest deficit first. */
const least = (value: number | null = null): number | null => (value === null ? null : -value);
