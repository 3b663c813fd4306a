// Positions of amounts and shares on one scale, and marks at them.
import type { BarCell, Column } from "../../figure.ts";
import type { AdjustedBalanceSpec } from "../../spec.gen.ts";

/** A linear scale from 0 to 1 over all values and zero. */
export interface Scale {
  at: (value: number) => number;
  zero: number;
}

/** The scale of these values. */
export function scale(values: number[]): Scale {
  const low = Math.min(0, ...values);
  const span = Math.max(0, ...values) - low || 1;
  const at = (value: number): number => (value - low) / span;
  return { at, zero: at(0) };
}

/** The ticks and words of a spec at their positions. */
export function axis({ scale: own }: AdjustedBalanceSpec, { at, zero }: Scale, sides: string[]): Column["axis"] {
  return { ticks: own!.ticks.map(({ value, text }) => ({ at: at(value), text })), sides, zero };
}

/** A mark from one position to another, in either direction. */
export function between(from: number, to: number, zero: number, more: Partial<BarCell>): BarCell {
  return {
    kind: "bar",
    bar: { start: Math.min(from, to), size: Math.abs(to - from) },
    end: Math.max(from, to),
    zero,
    tick: null,
    backwards: to < from,
    text: "",
    ...more,
  };
}
