// Colours of the outputs that carry no style sheet, for a ground nobody knows: those of style/place.css.
import { INK } from "./palette.gen.ts";

export { INK };

/** Text that stands back. No grey is 4.5 : 1 on white and on near-black alike, so it is the page's own colour, thinner. */
export const SOFT = "opacity:.8";

/** A line between rows that stands out. */
export const RULE = "#8a9096";

/** The colour of a row's marks. */
export const markColour = (accent: number, backwards = false): string =>
  accent ? (INK.accents[accent - 1] ?? INK.grey) : backwards ? INK.surplus : INK.grey;
