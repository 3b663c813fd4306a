// <trade-chart>: one script for any number of charts on a page, each drawn already in a shadow root of its own.
import { hydrate } from "preact";
import type { Chart } from "../chart.ts";
import { charts } from "../charts/all.gen.ts";
import { body } from "../paint/html.tsx";
import type { Spec } from "../spec.gen.ts";
import { copies } from "./copied.ts";
import { watch } from "./ground.ts";
import { mount } from "./live.tsx";

class TradeChart extends HTMLElement {
  #live = false;
  #leave: (() => void)[] = [];

  connectedCallback(): void {
    // While the page is being parsed, this element is here before what is in it.
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => this.#start());
    else this.#start();
  }

  disconnectedCallback(): void {
    for (const leave of this.#leave.splice(0)) leave();
  }

  #start(): void {
    // Only a parser makes shadow roots of templates: one that came by innerHTML is still a template.
    const template = this.querySelector("template");
    if (!this.shadowRoot && template) this.attachShadow({ mode: "open", clonable: true }).append(template.content);
    const root = this.shadowRoot?.querySelector<HTMLElement>(".tc-body");
    const text = this.shadowRoot?.querySelector("script")?.textContent;
    if (!root || !text) return;
    const spec = JSON.parse(text) as Spec;
    const figure = root.parentElement!;
    this.disconnectedCallback();
    if (this.isConnected) this.#leave.push(copies(root));
    if (spec.theme === "auto" && this.isConnected) {
      const suit = (): void => {
        figure.dataset.theme = ground.side();
      };
      const ground = watch(this, suit);
      this.#leave.push(ground.stop);
      suit();
    }
    // Moved, taken out or put back, a chart keeps what its reader chose: nothing outside of it refers to it.
    if (this.#live) return;
    const chart = charts[spec.chart] as Chart<Spec> | undefined;
    // A chart of a later version stays as it was drawn.
    if (chart) mount(root, chart, spec, spec.initial, { view: body, hydrate, follow: chart.paint.follow });
    this.#live = true;
  }
}

if (!customElements.get("trade-chart")) customElements.define("trade-chart", TradeChart);
