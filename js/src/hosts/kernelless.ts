// The widget for pages without a kernel, as one module with its styles: MyST's {anywidget} has the spec alone.
import widget from "./widget.ts";

/** The widget's style sheet. */
declare const SHEET: string;

interface Given {
  get: (name: "spec") => { initial: Record<string, unknown> };
}

export default {
  render({ model, el }: { model: Given; el: HTMLElement }): () => void {
    const spec = model.get("spec");
    // Nobody else reads or changes the reader's choices, and MyST's model throws when it is asked to save them.
    const state = new Map<string, unknown>([["spec", spec], ...Object.entries(spec.initial)]);
    const style = document.createElement("style");
    style.textContent = SHEET;
    el.append(style);
    const nothing = (): void => {};
    return widget.render({
      model: {
        get: (name) => state.get(name),
        set: (name, value) => state.set(name, value),
        save_changes: nothing,
        on: nothing,
        off: nothing,
      },
      el,
    });
  },
};
