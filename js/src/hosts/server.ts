// The renderer inside Python: a spec as JSON text in, markup out. No DOM, no clock, no randomness.
import { renderToString } from "preact-render-to-string";
import type { Chart, State } from "../charts/chart.ts";
import { charts } from "../charts/all.gen.ts";
import type { Spec } from "../spec.gen.ts";
import { html } from "../paint/html.tsx";
import { safe } from "../paint/safe.tsx";

function figure(text: string) {
  const spec = JSON.parse(text) as Spec;
  const chart = charts[spec.chart] as Chart<Spec>;
  return chart.figure(spec, spec.initial as State);
}

/** The figure as markup for a page; `headline` is "h1" or "p". */
export const drawHtml = (text: string, headline: "h1" | "p"): string =>
  renderToString(html(figure(text), null, undefined, headline));

/** The figure with inline styles alone. */
export const drawSafe = (text: string): string => renderToString(safe(figure(text)));
