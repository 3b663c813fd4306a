// A chart that is already drawn as markup needs its script only when a reader uses it. Until then, the browser has more
// urgent work: painting the chart and the page around it.

/** How long a page that is never idle is waited for, in milliseconds. */
const LONGEST = { timeout: 2000 };

/**
 * Calls `start` once: when the browser is idle, or at the reader's first event, before the chart receives that event.
 * Returns a function that cancels this.
 */
export function later(root: HTMLElement, start: () => void): () => void {
  const waiting = new AbortController();
  const { signal } = waiting;
  const listen = (target: EventTarget, types: string[], act: (event: Event) => void): void => {
    for (const type of types) target.addEventListener(type, act, { capture: true, signal });
  };
  const now = (): void => {
    if (signal.aborted) return;
    waiting.abort();
    start();
  };
  // Chromium sends no click if its target is replaced between press and release, so nothing starts during a press.
  let held = false;
  const unlessHeld = (): void => {
    if (!held) now();
  };
  const soon = (): unknown => setTimeout(unlessHeld);
  // The chart reads out the row under the pointer, so it must hear again what it could not hear before it started.
  listen(root, ["pointerover"], (event) =>
    setTimeout(() => {
      unlessHeld();
      const { clientX, clientY } = event as PointerEvent;
      const target = (root.getRootNode() as Document).elementFromPoint(clientX, clientY);
      if (signal.aborted) target?.dispatchEvent(new PointerEvent("pointerover", { bubbles: true }));
    }),
  );
  listen(root, ["pointerdown"], () => {
    held = true;
  });
  listen(window, ["pointerup", "pointercancel"], () => {
    if (held) soon();
    held = false;
  });
  // A click without a pointer event before it, as assistive technology makes it, and keyboard focus.
  listen(root, ["click", "focusin"], now);
  // The chart must have its controls before Tab looks for the next one.
  listen(window, ["keydown"], now);
  // Idle time counts only after the first frame. Safari has no requestIdleCallback; its setTimeout takes the options
  // for no delay.
  requestAnimationFrame(() => (self.requestIdleCallback ?? setTimeout)(unlessHeld, LONGEST as never));
  return () => waiting.abort();
}
