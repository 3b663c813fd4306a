// Keys pressed in a chart are the chart's: a notebook's one-key commands (a adds a cell, d d deletes it) are not for
// who is in it. Its own combinations (Ctrl+S), Tab, and an Escape that means nothing to the chart go through.
import { options } from "preact";

/** What a host built on Lumino (JupyterLab, Notebook 7) looks for on the very element that has the focus. */
const APART = "data-lm-suppress-shortcuts";

/** Gives it to everything that can have the focus as it is made, so that no control can be without. */
export function apart(): void {
  const { vnode: before } = options;
  options.vnode = (vnode) => {
    before?.(vnode);
    const { type, props } = vnode;
    if (typeof type === "string" && (/^(a|button|input|select|summary|textarea)$/.test(type) || "tabIndex" in props)) {
      (props as Record<string, unknown>)[APART] = "true";
    }
  };
}

/** Whether a key types, or works a control, whatever it is pressed with. */
const typed = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  /^(Enter| )$/.test(key) || !(ctrlKey || metaKey || altKey || /^(Escape|Tab|F\d+)$/.test(key));

/** Keeps keys in `root`, from hosts that listen before it and from hosts that listen after, until it is stopped. */
export function keep(root: HTMLElement): () => void {
  root.addEventListener("keydown", (event) => {
    // What the chart has used it has prevented; Escape takes back what a slider has set.
    if (
      typed(event) ||
      event.defaultPrevented ||
      (event.key === "Escape" && (event.target as Element).localName === "input")
    )
      event.stopPropagation();
  });
  // A host may look before the chart does, but not before the window: for keys that are the host's the sign is off.
  const open = (event: KeyboardEvent): void => {
    const target = event.composedPath()[0] as Element;
    // A modifier alone is nobody's yet, and the sign has to be there for the Enter that follows at once.
    if (typed(event) || /^(Control|Meta|Alt)$/.test(event.key) || !root.contains(target)) return;
    target.removeAttribute(APART);
    setTimeout(() => target.setAttribute(APART, "true"));
  };
  addEventListener("keydown", open, true);
  return () => removeEventListener("keydown", open, true);
}
