// A pair of bars from zero: one to where the cell's bar begins, the other to where it ends.
import type { BarCell } from "../../figure.ts";

/** Where the two bars end, as fractions of the scale. */
export const ends = ({ bar, backwards }: BarCell): number[] => {
  const places = bar ? [bar.start, bar.start + bar.size] : [];
  return backwards ? places.reverse() : places;
};
