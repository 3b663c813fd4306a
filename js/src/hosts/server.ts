// The renderer inside Python: a spec as JSON text in, markup out. No DOM, no clock, no randomness.
import { renderToString } from "preact-render-to-string";
import { type Chart, figure } from "../chart.ts";
import { charts } from "../charts/all.gen.ts";
import { heights as atWidths, tallness } from "../layout/height.ts";
import { html } from "../paint/html.tsx";
import { safe } from "../paint/safe.tsx";
import { type Sheet, svg } from "../paint/svg.ts";
import type { Spec } from "../spec.gen.ts";
import { dressed, faces, palette, sheet as sheetOf } from "../style/brand.ts";
import { dip } from "../style/ink.ts";
import { missing, typeset } from "../text/measure.ts";

function read(text: string) {
  const spec = JSON.parse(text) as Spec;
  const chart = charts[spec.chart] as Chart<Spec>;
  typeset(spec.brand);
  return { text, paint: chart.paint, drawn: dressed(figure(chart, spec, spec.initial)) };
}

// The last one is kept, since a chart's outputs are drawn one after the other.
let last: ReturnType<typeof read> | undefined;

function laidOut(text: string) {
  if (last?.text !== text) last = read(text);
  return last;
}

/** The figure as markup for a page; `headline` is "h1" or "p". */
export function drawHtml(text: string, headline: "h1" | "p"): string {
  const { paint, drawn } = laidOut(text);
  return renderToString(html(paint, drawn, null, undefined, headline));
}

/** The figure as markup with inline styles only. */
export function drawSafe(text: string): string {
  const { drawn } = laidOut(text);
  const { brand, theme } = drawn;
  dip(brand && { ...brand, colours: palette(brand, theme === "dark" ? "dark" : "light") });
  return renderToString(safe(drawn));
}

/** A house's style as a sheet for the elements that `scope` selects; the spec needs no more than brand and theme. */
export function brandSheet(text: string, scope: string): string {
  const { brand, theme } = JSON.parse(text) as Spec;
  return brand ? sheetOf(brand, theme, scope) : "";
}

/** The fonts of a house as rules for the document. */
export function brandFaces(text: string): string {
  const { brand } = JSON.parse(text) as Spec;
  return brand ? faces(brand) : "";
}

/** The figure as an SVG picture; `sheet` is a Sheet as JSON. */
export const drawSvg = (text: string, sheet: string): string =>
  renderToString(svg(laidOut(text).drawn, JSON.parse(sheet) as Sheet));

/** The characters of a text that the font of pictures does not have. */
export const unpictured = (text: string): string => [...new Set(missing(text))].join("");

/** The height in px that the whole figure needs at a width. All values between Python and this engine are text. */
export const height = (text: string, width: string): string => String(tallness(laidOut(text).drawn, Number(width)));

/** The heights of a frame at a list of widths, widest first, as JSON. */
export const heights = (text: string): string => JSON.stringify(atWidths(laidOut(text).drawn));
