// The script of a page that carries its own spec: it hydrates the markup of the page. The build makes one per chart.
import type { Chart, Common } from "../chart.ts";
import { body } from "../paint/html.tsx";
import { copies } from "./copied.ts";
import { framed } from "./framed.ts";
import { later } from "./later.ts";
import { mount } from "./live.tsx";

/** Hydrates the chart whose markup and spec are in this document. */
export function start<S extends Common>(chart: Chart<S>): void {
  const root = document.querySelector<HTMLElement>(".tc-body")!;
  copies(root);
  later(root, () => {
    const spec = JSON.parse(document.getElementById("tc-spec")!.textContent!) as S;
    mount(root, chart, spec, spec.initial, { view: body, hydrate: true, follow: chart.paint.follow });
  });
  if (parent !== window) framed();
}
