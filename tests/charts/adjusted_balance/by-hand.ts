// Lays out the chart for a state of the reader, and computes independently where its values stand.
import assert from "node:assert/strict";
import { figure } from "../../../js/src/chart.ts";
import { chart as adjustedBalance } from "../../../js/src/charts/adjusted_balance/layout.ts";
import type { BarCell, Block, Row } from "../../../js/src/figure.ts";
import type { AdjustedBalanceRow, AdjustedBalanceSpec, AdjustedBalanceState } from "../../../js/src/spec.gen.ts";
import { goldenOf } from "../../js/golden.ts";

const cases = goldenOf("adjusted_balance");
export const of = (...views: string[]): typeof cases => cases.filter(([, { view }]) => views.includes(view));
const START: AdjustedBalanceState = { sort_by: "name", selection: [], us_content: null };
export const draw = (spec: AdjustedBalanceSpec, state: Partial<AdjustedBalanceState> = {}): Block[] =>
  figure(adjustedBalance, spec, { ...START, ...state }).blocks;
export const bar = (row: Row): BarCell => row.cells.find((cell): cell is BarCell => cell.kind === "bar")!;
export const near = (a: number, b: number, why: string): void =>
  assert.ok(Math.abs(a - b) < 1e-9, `${why}: ${a} and ${b}`);
const drawn = (spec: AdjustedBalanceSpec): AdjustedBalanceRow[] => spec.rows.filter(({ role }) => role !== "total");

/** The position of a value, computed independently from the smallest and largest value that a view draws. */
export function place(spec: AdjustedBalanceSpec, list: AdjustedBalanceRow[] = drawn(spec)): (value: number) => number {
  const values = [
    0,
    ...(spec.scale?.ticks ?? []).map(({ value }) => value),
    ...list.flatMap(({ gross, value_added: added, from, to }) =>
      [gross, added, from, to].filter((each) => typeof each === "number"),
    ),
  ];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return (value) => (value - low) / (high - low || 1);
}
