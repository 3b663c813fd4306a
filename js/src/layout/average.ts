// A country's average over the reader's period.
import type { InputRelianceRow, InputRelianceSpec } from "../spec.gen.ts";

/** An average, what it rests on, and that of the second series, whose shares are not of the same totals; null where there is none. */
export interface Average {
  now: number | null;
  beside: number | null;
  /** Years of the period with data. */
  n: number;
  /** The first year after a break that no average is taken across. */
  broken: number | undefined;
}

/** A missing year is left out of the average and counted, never taken for zero. */
export function average({ years, method }: InputRelianceSpec, row: InputRelianceRow, from: number, to: number): Average {
  const { shares, totals, second = [], breaks } = row;
  const over = (first: number, last: number, values: (number | null)[], weights?: (number | null)[]) => {
    let [sum, whole, n] = [0, 0, 0];
    values.forEach((value, index) => {
      const weight = weights ? weights[index]! : 1;
      if (value === null || weight === null || years[index]! < first || years[index]! > last) return;
      sum += value * weight;
      whole += weight;
      n += 1;
    });
    return { mean: whole > 0 ? sum / whole : null, n };
  };
  const weights = method === "ratio_of_sums" ? totals : undefined;
  const { mean, n } = over(from, to, shares, weights);
  const broken = breaks?.find((year) => over(from, Math.min(to, year - 1), shares).n && over(Math.max(from, year), to, shares).n);
  return broken ? { now: null, beside: null, n, broken } : { now: row.average ?? mean, beside: over(from, to, weights ? [] : second).mean, n, broken };
}
