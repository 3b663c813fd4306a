// Copying a selected table as text: one line per row, and tabs between cells. Browsers derive these from the layout,
// and our tables are laid out as grids, whose cells are blocks, so each cell would be a line of its own.

/**
 * Lays out the tables in `root` as tables while the browser copies; nothing is painted meanwhile. Returns a function
 * that removes the listener.
 */
export function copies(root: HTMLElement): () => void {
  const copy = (): void => {
    const { style } = root;
    const { height } = style;
    const tables = [...root.querySelectorAll("table")];
    // A fixed height keeps everything around in place, and so the reader's scroll position.
    style.height = `${root.offsetHeight}px`;
    for (const each of tables) each.dataset.copied = "";
    // Firefox copies by the last computed layout; reading offsetHeight forces a new one.
    root.offsetHeight;
    // The browser copies after all listeners have run, and before the next frame.
    requestAnimationFrame(() => {
      style.height = height;
      for (const each of tables) delete each.dataset.copied;
    });
  };
  // The selection may begin and end outside `root`, so the event is listened to on the document.
  document.addEventListener("copy", copy);
  return () => document.removeEventListener("copy", copy);
}
