// <trade-chart>: one script for any number of charts on a page, each drawn already in a shadow root of its own.
import { hydrate } from "preact";
import type { Chart } from "../chart.ts";
import { charts } from "../charts/all.gen.ts";
import { body } from "../paint/html.tsx";
import type { Spec } from "../spec.gen.ts";
import { copies } from "./copied.ts";
import { watch } from "./ground.ts";
import { later } from "./later.ts";
import { mount } from "./live.tsx";

class TradeChart extends HTMLElement {
  /** Known once it answers. */
  #spec?: Spec;
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
    if (!root) return;
    this.disconnectedCallback();
    if (this.isConnected) this.#leave.push(copies(root));
    // Moved, taken out or put back, a chart keeps what its reader chose: nothing outside of it refers to it.
    if (this.#spec) this.#suit(root, this.#spec);
    else if (this.isConnected) this.#leave.push(later(root, () => this.#answer(root)));
  }

  #answer(root: HTMLElement): void {
    const text = this.shadowRoot!.querySelector("script")?.textContent;
    if (!text) return;
    const spec = JSON.parse(text) as Spec;
    this.#spec = spec;
    this.#suit(root, spec);
    const chart = charts[spec.chart] as Chart<Spec> | undefined;
    // A chart of a later version stays as it was drawn.
    if (chart) mount(root, chart, spec, spec.initial, { view: body, hydrate, follow: chart.paint.follow });
  }

  /** Has the colours for what it stands on, for as long as it stands there. */
  #suit(root: HTMLElement, { theme }: Spec): void {
    if (theme !== "auto" || !this.isConnected) return;
    const suit = (): void => {
      root.parentElement!.dataset.theme = ground.side();
    };
    const ground = watch(this, suit);
    this.#leave.push(ground.stop);
    suit();
  }
}

if (!customElements.get("trade-chart")) customElements.define("trade-chart", TradeChart);
