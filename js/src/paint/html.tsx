// Figure to elements with classes: the page, the widget, and every embed that may carry a style sheet.
import * as table from "../blocks/table.tsx";
import type { Figure } from "../figure.ts";
import { Foot, Top } from "../frame/frame.tsx";
import type { Live } from "../hosts/live.tsx";

/** The whole figure. Without `live` it is what a page without scripts shows; with it, what a reader can touch. */
export function html(figure: Figure, live: Live | null = null, headline: "h1" | "p" = "p", theme: string = figure.theme) {
  return (
    <figure class="tradecontext" data-chart={figure.stem} data-theme={theme} lang={figure.locale.tag} dir={figure.locale.dir}>
      <Top figure={figure} headline={headline} />
      {figure.blocks.map((block) => table.html(block, live))}
      <Foot figure={figure} />
    </figure>
  );
}
