// A drawing that stands already needs its script only once somebody comes to it. Until then the browser has more urgent
// things to do: to paint it, and what stands around it.

/**
 * Calls `start` once: when the browser is idle, or else as soon as a reader comes, before the chart hears of that; not
 * any more once it is stopped.
 */
export function later(root: HTMLElement, start: () => void): () => void {
  const waiting = new AbortController();
  const { signal } = waiting;
  const listen = (target: EventTarget, types: string[], act: () => void): void => {
    for (const type of types) target.addEventListener(type, act, { capture: true, signal });
  };
  const now = (): void => {
    if (signal.aborted) return;
    waiting.abort();
    start();
  };
  // A press whose own target is replaced before it ends is none to Chromium: what is held down is left as it is.
  let held = false;
  const unlessHeld = (): void => {
    if (!held) now();
  };
  const soon = (): unknown => setTimeout(unlessHeld);
  listen(root, ["pointerover"], soon);
  listen(root, ["pointerdown"], () => {
    held = true;
  });
  listen(window, ["pointerup", "pointercancel"], () => {
    if (held) soon();
    held = false;
  });
  // A press that was the first to come, and what assistive technology does.
  listen(root, ["click", "focusin"], now);
  // Before Tab looks for the next control the chart has to have its own.
  listen(window, ["keydown"], now);
  // Not before there is a frame to be idle after. Safari cannot tell when it is idle.
  requestAnimationFrame(() => (self.requestIdleCallback ?? setTimeout)(unlessHeld));
  return () => waiting.abort();
}
