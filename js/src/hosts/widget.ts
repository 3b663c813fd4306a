// The notebook's front end: one anywidget module for all charts.
import type { Chart } from "../chart.ts";
import { charts } from "../charts/all.gen.ts";
import { html } from "../paint/html.tsx";
import type { Spec, Theme } from "../spec.gen.ts";
import { dressed, faces, properties, themed } from "../style/brand.ts";
import { copies } from "./copied.ts";
import { watch } from "./ground.ts";
import { apart, keep } from "./keys.ts";
import { mount } from "./live.tsx";

interface Model {
  get: (name: string) => unknown;
  set: (name: string, value: unknown) => void;
  save_changes: () => void;
  on: (event: string, callback: () => void) => void;
  off: (event: string, callback: () => void) => void;
}

/** The class that scopes the styles of this build; its name contains a hash of them. */
declare const STYLES: string;

export default {
  render({ model, el }: { model: Model; el: HTMLElement }): () => void {
    const spec = (): Spec => model.get("spec") as Spec;
    // The reader's choices are the fields of the spec's `initial`; the model has traits of the same names.
    const keys = Object.keys(spec().initial) as (keyof Spec["initial"])[];
    const state = () => Object.fromEntries(keys.map((key) => [key, model.get(key)])) as unknown as Spec["initial"];
    const chart = charts[spec().chart] as Chart<Spec>;
    // A shadow root, in which some notebooks put an output, knows no fonts of its own.
    const fonts = document.createElement("style");
    const root = el.appendChild(document.createElement("div"));
    // With 100 %, charts beside each other share the line. A width from the notebook's layout is set later and wins. A
    // layout without one clears "width", but not the logical property "inline-size", which is why that is set here.
    el.style.inlineSize = "100%";
    // The class keeps the styles apart from those of another version of the package in the same notebook.
    root.className = STYLES;
    const releases = [keep(root), copies(root)];
    const mounted = mount(root, chart, spec(), state(), {
      view: (paint, drawn, live, theme) => html(paint, dressed(drawn, theme as Theme), live, theme),
      created: apart,
      onChange: (next) => {
        for (const key of keys) model.set(key, next[key]);
        model.save_changes();
      },
    });
    const draw = (): void => {
      const { theme: given, brand } = spec();
      const theme = themed(brand, given);
      const side = theme === "auto" ? ground.side() : theme;
      root.style.cssText = `width:100%;box-sizing:border-box;padding:2px 8px;${brand ? properties(brand, side) : ""}`;
      const own = brand ? faces(brand) : "";
      if (fonts.textContent !== own) fonts.textContent = own;
      if (own && !fonts.isConnected) document.head.append(fonts);
      mounted.draw(spec(), state(), side);
    };
    const ground = watch(root, draw);
    const events = ["spec", ...keys].map((key) => `change:${key}`);
    for (const event of events) model.on(event, draw);
    draw();
    return () => {
      ground.stop();
      fonts.remove();
      for (const release of releases) release();
      for (const event of events) model.off(event, draw);
      mounted.remove();
    };
  },
};
