// A country's average over the reader's period.
import type { InputRelianceRow, InputRelianceSpec } from "../../spec.gen.ts";
import { type Exact, exact, plus, product, ratio, value } from "../../text/exact.ts";

/** A share as a number for the bar, and exactly, so that printing rounds it only once. */
export interface Mean {
  share: number;
  exact: Exact;
}

/** An average, its number of years, and the average of the second series, which has other totals; null if missing. */
export interface Average {
  now: Mean | null;
  beside: Mean | null;
  /** Years of the period with a share, and how many of them have all that an average needs. */
  there: number[];
  n: number;
  /** The first year after a break within the data of the period, which prevents an average. */
  broken: number | undefined;
}

const mean = (share: Exact): Mean => ({ share: value(share), exact: share });

/** Averages a row over a period. A missing year is left out of the average and its count, never taken for zero. */
export function average(
  { years, method }: InputRelianceSpec,
  row: InputRelianceRow,
  from: number,
  to: number,
): Average {
  const { shares, totals, second = [], breaks, average: given } = row;
  const over = (
    first: number,
    last: number,
    values: (number | null)[],
    weights?: (number | null)[],
  ): (readonly [number, number])[] =>
    values.flatMap((share, index) => {
      const weight = weights ? weights[index]! : 1;
      return share === null || weight === null || years[index]! < first || years[index]! > last
        ? []
        : [[share, weight]];
    });
  const of = (pairs: (readonly [number, number])[]): Mean | null => {
    let [sum, whole]: [Exact, Exact] = [
      [0n, 1n, 0],
      [0n, 1n, 0],
    ];
    for (const [share, weight] of pairs) {
      sum = plus(sum, product(exact(share), exact(weight)));
      whole = plus(whole, exact(weight));
    }
    return whole[0] ? mean(ratio(sum, whole)) : null;
  };
  const weights = method === "ratio_of_sums" ? totals : undefined;
  const used = over(from, to, shares, weights);
  const n = used.length;
  const broken = breaks?.find(
    (year) => over(from, Math.min(to, year - 1), shares)[0] && over(Math.max(from, year), to, shares)[0],
  );
  return {
    now: broken ? null : given == null ? of(used) : mean(exact(given)),
    beside: broken ? null : of(over(from, to, weights ? [] : second)),
    there: years.filter((year, index) => year >= from && year <= to && shares[index]! !== null),
    n,
    broken,
  };
}
