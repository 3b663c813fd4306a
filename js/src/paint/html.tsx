// Figure to elements with classes: the page, the widget, and every embed that may carry a style sheet.
import type { VNode } from "preact";
import { Foot, Top } from "../around/html.tsx";
import type { Live, Paint } from "../chart.ts";
import type { Figure } from "../figure.ts";

/** The blocks: all of a figure that a reader's state changes. */
export const body = (paint: Paint, figure: Figure, live: Live | null): VNode[] =>
  figure.blocks.map((block) => paint.blocks[block.kind]!(block as never, live, paint, figure));

/** The whole figure: without `live`, as a page without scripts shows it; with it, interactive. */
export function html(
  paint: Paint,
  figure: Figure,
  live: Live | null = null,
  theme: string = figure.theme,
  headline: "h1" | "p" = "p",
) {
  return (
    <figure
      class="tradecontext"
      data-chart={figure.chart}
      data-id={figure.chart_id}
      aria-label={figure.frame.alt || undefined}
      data-theme={theme}
      lang={figure.locale.tag}
      dir={figure.locale.dir}
    >
      <Top figure={figure} headline={headline} />
      <div class="tc-body">{body(paint, figure, live)}</div>
      <Foot figure={figure} page={headline === "h1"} />
    </figure>
  );
}
