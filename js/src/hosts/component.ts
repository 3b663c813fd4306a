// <trade-chart>: one script hydrates any number of charts on a page, each already drawn in a shadow root of its own.
import type { Chart } from "../chart.ts";
import { charts } from "../charts/all.gen.ts";
import { body } from "../paint/html.tsx";
import type { Spec } from "../spec.gen.ts";
import { copies } from "./copied.ts";
import { watch } from "./ground.ts";
import { later } from "./later.ts";
import { mount } from "./live.tsx";

class TradeChart extends HTMLElement {
  /** Set once the chart is interactive. */
  #spec?: Spec;
  #leave: (() => void)[] = [];

  connectedCallback(): void {
    // While the page is being parsed, this runs before the element's children exist.
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => this.#start());
    else this.#start();
  }

  disconnectedCallback(): void {
    for (const leave of this.#leave.splice(0)) leave();
  }

  #start(): void {
    // Only the page's parser turns a template into a shadow root; an element set by innerHTML still has a template.
    const template = this.querySelector("template");
    if (!this.shadowRoot && template) this.attachShadow({ mode: "open", clonable: true }).append(template.content);
    const root = this.shadowRoot?.querySelector<HTMLElement>(".tc-body");
    if (!root) return;
    this.disconnectedCallback();
    if (this.isConnected) this.#leave.push(copies(root));
    // A chart that is moved or reinserted keeps its state, because it stays mounted while it is out of the page.
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
    // A chart that this version does not know stays static.
    if (chart) mount(root, chart, spec, spec.initial, { view: body, hydrate: true, follow: chart.paint.follow });
  }

  /** Sets the colours for the background, and follows its changes while the element is in the page. */
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
