// Which accent a country has.
import { standing } from "../../layout/rows.ts";
import type { InputRelianceSpec, InputRelianceState } from "../../spec.gen.ts";

const ACCENTS = 5;

/** The accent of a country: its highlight's, or, beside lines, one of those left over, in the order of selection. */
export function accents(spec: InputRelianceSpec, state: InputRelianceState): (partner: string) => number {
  const own = new Map(spec.rows.map((row) => [row.partner, standing(row, state).accent]));
  if (spec.view !== "ranking") {
    const free = Array.from({ length: ACCENTS }, (_, index) => index + 1).filter((n) => ![...own.values()].includes(n));
    for (const partner of state.selection) own.set(partner, own.get(partner) || free.shift() || 0);
  }
  return (partner) => own.get(partner) ?? 0;
}
