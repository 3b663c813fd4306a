// A page that carries its own spec: takes over the markup that is there. The build makes one of these a chart.
import type { Chart, State } from "../charts/chart.ts";
import { mount } from "./live.tsx";

/** Starts the chart whose drawing and spec stand in this document. */
export function start(chart: Chart<never>): void {
  const spec = JSON.parse(document.getElementById("tc-spec")?.textContent ?? "null");
  const root = document.querySelector("main");
  if (root && spec) mount(root, chart, spec as never, (spec as { initial: State }).initial, { headline: "h1", drawn: true, onChange: () => {} });
}
