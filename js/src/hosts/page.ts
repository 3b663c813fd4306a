// A page that carries its own spec: takes over the markup that is there. The build makes one of these a chart.
import { hydrate } from "preact";
import type { Chart, Common } from "../chart.ts";
import { body } from "../paint/html.tsx";
import { copies } from "./copied.ts";
import { framed } from "./framed.ts";
import { later } from "./later.ts";
import { mount } from "./live.tsx";

/** Starts the chart whose drawing and spec stand in this document; the words around it stay as they were drawn. */
export function start<S extends Common>(chart: Chart<S>): void {
  const root = document.querySelector<HTMLElement>(".tc-body")!;
  copies(root);
  later(root, () => {
    const spec = JSON.parse(document.getElementById("tc-spec")!.textContent!) as S;
    mount(root, chart, spec, spec.initial, { view: body, hydrate, follow: chart.paint.follow });
  });
  if (parent !== window) framed();
}
