// Four netted steps between two balances, and the exact steps that they sum.
import type { Table } from "../../figure.ts";
import { caption } from "../../layout/around.ts";
import { row as named } from "../../layout/rows.ts";
import type { AdjustedBalanceRow, AdjustedBalanceSpec, AdjustedBalanceState } from "../../spec.gen.ts";
import { axis, between, scale } from "./scale.ts";

/** The steps and, collapsed, the exact ones. */
export function bridge(spec: AdjustedBalanceSpec, state: AdjustedBalanceState): Table[] {
  const [steps, parts] = [false, true].map((part) => spec.rows.filter(({ role }) => (role === "part") === part));
  const { frame, exact } = spec;
  const drawn = table(spec, state, steps!, caption(frame));
  return exact ? [drawn, { ...table(spec, state, parts!, exact), fold: { words: exact, period: false } }] : [drawn];
}

function table(
  spec: AdjustedBalanceSpec,
  state: AdjustedBalanceState,
  rows: AdjustedBalanceRow[],
  said: string,
): Table {
  const own = scale(rows.flatMap(({ from, to }) => [from!, to!]));
  return {
    kind: "table",
    caption: said,
    bridge: true,
    under: true,
    columns: [
      { key: "name", title: spec.columns.partner, cell: "label", sort: null },
      { key: "effect", title: spec.columns.effect!, cell: "bar", sort: null, axis: axis(spec, own, []) },
    ],
    rows: rows.map((row, index) => {
      const { text = "", detail, annotation, role } = row;
      const [start, end] = [own.at(row.from!), own.at(row.to!)];
      // Each row begins where the one above ends.
      const links = {
        above: index > 0 ? (role === "balance" ? end : start) : undefined,
        below: index < rows.length - 1 ? end : undefined,
      };
      const form = role === "balance" ? "whole" : "step";
      return named(row, state, row.readout, between(start, end, own.zero, { form, links, text, detail, annotation }));
    }),
  };
}
