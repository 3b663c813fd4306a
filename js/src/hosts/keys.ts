// Keeps keys that are pressed in a chart from the notebook, whose one-key commands would add (a) or delete (d d) cells.
// The notebook still gets its combinations (Ctrl+S), Tab, and an Escape that the chart does not use.

/** Hosts built on Lumino (JupyterLab, Notebook 7) ignore keys if the focused element itself has this attribute. */
const APART = "data-lm-suppress-shortcuts";

/** Adds the attribute to an element that can have the focus. */
export function apart(element: Element): void {
  if (element.matches("a,button,input,select,summary,textarea,[tabindex]")) element.setAttribute(APART, "true");
}

/** Whether a key types text or operates a control: Enter and space with any modifier, other keys without one. */
const typed = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  /^(Enter| )$/.test(key) || !(ctrlKey || metaKey || altKey || /^(Escape|Tab|F\d+)$/.test(key));

/** Keeps keys in `root` from hosts that listen in the capture or bubble phase. Returns a function that ends this. */
export function keep(root: HTMLElement): () => void {
  root.addEventListener("keydown", (event) => {
    // The chart calls preventDefault for keys that it uses, except Escape on a slider, which resets the slider.
    if (
      typed(event) ||
      event.defaultPrevented ||
      (event.key === "Escape" && (event.target as Element).localName === "input")
    )
      event.stopPropagation();
  });
  // A host may listen in the capture phase, but the window's listener runs first. For keys that belong to the host, it
  // removes the attribute while the event is dispatched: the next key, if it comes before the timer, restores it too.
  let restore = (): void => {};
  const open = (event: KeyboardEvent): void => {
    restore();
    const target = event.composedPath()[0] as Element;
    // A modifier alone changes nothing: the attribute has to be there for an Enter that follows at once.
    if (typed(event) || /^(Control|Meta|Alt)$/.test(event.key) || !root.contains(target)) return;
    target.removeAttribute(APART);
    restore = () => target.setAttribute(APART, "true");
    setTimeout(restore);
  };
  addEventListener("keydown", open, true);
  return () => removeEventListener("keydown", open, true);
}
