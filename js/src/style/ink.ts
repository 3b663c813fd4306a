// Colours of the outputs without a style sheet, for an unknown background: the same as in style/place.css.
import type { Font, Palette } from "../spec.gen.ts";
import { INK as ANYWHERE } from "./palette.gen.ts";

/** Colours of marks. */
export let INK: Pick<Palette, "grey" | "surplus" | "third" | "accents">;

/** Secondary text: the page's own colour, translucent. No grey has 4.5 : 1 contrast on both white and near-black. */
export let SOFT: string;

/** A prominent line between rows, and a pale one. */
export let RULE: string;
export let PALE: string;

/** The style of the figure: its font, and the ground and the text of a house. */
export let GROUND: string;

/** The style of the headline beside its size. */
export let HEADLINE: string;

const set = (font: Font): string => `font-family:'${font.family}',${font.fallback}`;

/** Chooses the colours and fonts of the next drawing: those of a house, or those for any place. */
export function dip(house?: { colours: Palette; font?: Font | undefined; headings?: Font | undefined }): void {
  if (!house) {
    INK = { ...ANYWHERE, accents: [...ANYWHERE.accents] };
    SOFT = "opacity:.8";
    RULE = "#8a9096";
    PALE = "#8a909640";
    GROUND = "font-family:system-ui,sans-serif";
    HEADLINE = "";
    return;
  }
  const { colours, font, headings } = house;
  INK = colours;
  SOFT = `color:${colours.soft}`;
  RULE = colours.soft;
  PALE = colours.rule;
  GROUND = `${font ? set(font) : "font-family:system-ui,sans-serif"};padding:12px;background:${colours.paper};color:${colours.ink}`;
  HEADLINE = (headings ? `;${set(headings)}` : "") + (colours.headline ? `;color:${colours.headline}` : "");
}

dip();

/** The colour of a row's marks. */
export const markColour = (accent: number, backwards = false): string =>
  accent ? (INK.accents[accent - 1] ?? INK.grey) : backwards ? INK.surplus : INK.grey;
