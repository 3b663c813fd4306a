// The notebook's front end: an anywidget module for every chart.
import type { State } from "../charts/chart.ts";
import { charts } from "../charts/all.gen.ts";
import type { Spec } from "../spec.gen.ts";
import { html } from "../paint/html.tsx";
import { mount } from "./live.tsx";

interface Model {
  get: (name: string) => unknown;
  set: (name: string, value: unknown) => void;
  save_changes: () => void;
  on: (event: string, callback: () => void) => void;
  off: (event: string, callback: () => void) => void;
}

/** "light" or "dark" where the notebook says which it is; "auto" leaves it to the reader's system. */
function ground(theme: string): string {
  if (theme !== "auto") return theme;
  const { body, documentElement: html } = document;
  const light = body.dataset.jpThemeLight;
  if (light) return light === "true" ? "light" : "dark";
  if (/vscode-(dark|high-contrast)(?!-light)/.test(body.className) || html.classList.contains("dark")) return "dark";
  return /vscode-|light/.test(`${body.className} ${html.className}`) ? "light" : "auto";
}

export default {
  render({ model, el }: { model: Model; el: HTMLElement }): () => void {
    const spec = (): Spec => model.get("spec") as Spec;
    // What a reader may choose stands in the spec's `initial`; the model has traits of the same names.
    const keys = Object.keys(spec().initial) as (keyof State)[];
    const state = (): State => Object.fromEntries(keys.map((key) => [key, model.get(key)])) as unknown as State;
    const chart = charts[spec().chart];
    const root = el.appendChild(document.createElement("div"));
    // Beside another widget it takes its share of the line, and keeps its distance. A width that the notebook's layout
    // sets is set later, and holds; where it sets none, it clears "width" itself, but not its logical twin.
    el.style.inlineSize = "100%";
    root.style.cssText = "width:100%;box-sizing:border-box;padding:2px 8px";
    // A notebook's one-key commands (a adds a cell, d d deletes it) are not for who is in the chart.
    root.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || !(event.ctrlKey || event.metaKey || event.altKey)) event.stopPropagation();
    });
    const mounted = mount(root, chart as never, spec() as never, state(), {
      view: html,
      onChange: (next) => {
        for (const key of keys) model.set(key, next[key]);
        model.save_changes();
      },
    });
    const draw = (): void => mounted.draw(spec() as never, state(), ground(spec().theme));
    const events = ["spec", ...keys].map((key) => `change:${key}`);
    for (const event of events) model.on(event, draw);
    const observer = new MutationObserver(draw);
    for (const node of [document.body, document.documentElement]) {
      observer.observe(node, { attributeFilter: ["class", "data-jp-theme-light"] });
    }
    draw();
    return () => {
      observer.disconnect();
      for (const event of events) model.off(event, draw);
      mounted.remove();
    };
  },
};
