// Colours of the outputs without a style sheet, for an unknown background: the same as in style/place.css.
import { INK } from "./palette.gen.ts";

export { INK };

/** Secondary text: the page's own colour, translucent. No grey has 4.5 : 1 contrast on both white and near-black. */
export const SOFT = "opacity:.8";

/** A prominent line between rows. */
export const RULE = "#8a9096";

/** The colour of a row's marks. */
export const markColour = (accent: number, backwards = false): string =>
  accent ? (INK.accents[accent - 1] ?? INK.grey) : backwards ? INK.surplus : INK.grey;
