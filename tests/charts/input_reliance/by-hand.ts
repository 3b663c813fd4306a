// Lays out the chart for a state of the reader, and computes its averages independently.
import assert from "node:assert/strict";
import { figure } from "../../../js/src/chart.ts";
import { chart as inputReliance } from "../../../js/src/charts/input_reliance/layout.ts";
import type { BarCell, Block, Lines, Row, SparkCell, Table } from "../../../js/src/figure.ts";
import type { InputRelianceRow, InputRelianceSpec, InputRelianceState } from "../../../js/src/spec.gen.ts";
import { quotient, share, printed as tenths, units } from "../../js/decimal.ts";
import { copyOf, goldenOf } from "../../js/golden.ts";

export const cases = goldenOf("input_reliance");
export const spec = (name: string): InputRelianceSpec => copyOf("input_reliance", name);
export const draw = (of: InputRelianceSpec, state: Partial<InputRelianceState> = {}): Block[] =>
  figure(inputReliance, of, { ...of.initial, ...state }).blocks;
export const only = <K extends Block["kind"]>(blocks: Block[], kind: K): Extract<Block, { kind: K }> | undefined =>
  blocks.find((each): each is Extract<Block, { kind: K }> => each.kind === kind);
export const table = (blocks: Block[]): Table => only(blocks, "table")!;
export const rows = (blocks: Block[]): Row[] => table(blocks).rows;
export const plot = (blocks: Block[]): Lines => only(blocks, "lines")!;
export const cell = <T>(row: Row, kind: string): T => row.cells.find((each) => each.kind === kind) as T;
export const bar = (row: Row): BarCell => cell(row, "bar");
export const spark = (row: Row): SparkCell | undefined => cell(row, "spark");
export const near = (a: number, b: number, why = ""): void => assert.ok(Math.abs(a - b) < 1e-9, `${why} ${a} and ${b}`);

/** A few periods: the author's, its halves, one year, and the last years. */
export function periods({ years, initial, method }: InputRelianceSpec): [number, number][] {
  if (method === "published") return [initial.period as [number, number]];
  const [first, last] = [years[0]!, years.at(-1)!];
  const middle = years[years.length >> 1]!;
  return [initial.period as [number, number], [first, middle], [middle, last], [middle, middle], [last, last]];
}

export interface Mean {
  share: number;
  tenths: number;
}
export interface Told {
  now: Mean | null;
  beside: Mean | null;
  n: number;
  broken: number | undefined;
}

/** The average, computed independently: year by year, and separately on either side of a break. */
export function told({ years, method }: InputRelianceSpec, row: InputRelianceRow, [from, to]: [number, number]): Told {
  const inside = years.filter((year) => year >= from && year <= to);
  const at = (list: (number | null)[] | undefined, year: number) => list?.[years.indexOf(year)] ?? null;
  const ratio = method === "ratio_of_sums";
  const counted = inside.filter((year) => at(row.shares, year) !== null && (!ratio || at(row.totals, year) !== null));
  const broken = row.breaks?.find((year) => {
    const known = inside.filter((each) => at(row.shares, each) !== null);
    return known.some((each) => each < year) && known.some((each) => each >= year);
  });
  const one = units(1);
  const sum = (list: bigint[]): bigint => list.reduce((a, b) => a + b, 0n);
  const of = (part: bigint, whole: bigint): Mean | null =>
    whole ? { share: quotient(part, whole), tenths: share(part, whole, 1000) } : null;
  const mean = (list: number[]) => of(sum(list.map(units)), BigInt(list.length) * one);
  if (broken) return { now: null, beside: null, n: counted.length, broken };
  if (row.average !== undefined) return { now: mean([row.average!]), beside: null, n: counted.length, broken };
  const weights = counted.map((year) => (ratio ? units(at(row.totals, year)!) : one));
  const now = of(sum(counted.map((year, index) => units(at(row.shares, year)!) * weights[index]!)), sum(weights) * one);
  const second = inside.map((year) => at(row.second, year)).filter((each) => each !== null);
  return { now, beside: ratio ? null : mean(second), n: counted.length, broken };
}

/** A share as printed. */
export const printed = (value: number | Mean, { decimal, percent }: InputRelianceSpec["numbers"]): string =>
  percent.replace(
    "{}",
    tenths(typeof value === "number" ? share(units(value), units(1), 1000) : value.tenths, decimal),
  );

export const fill = (phrase: string, parts: Record<string, unknown>): string =>
  Object.entries(parts).reduce((text, [name, part]) => text.split(`{${name}}`).join(String(part)), phrase);
