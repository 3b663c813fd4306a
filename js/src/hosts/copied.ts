// A table that is selected and copied: a row a line, a tab between its cells. Browsers take lines and tabs from how a
// page is laid out, and these tables are laid out as grids, whose cells are blocks: each would be a line of its own.

/** Lays the tables in `root` out as tables while they are copied, before anything is painted, until it is stopped. */
export function copies(root: HTMLElement): () => void {
  const copy = (): void => {
    const { style } = root;
    const { height } = style;
    const tables = [...root.querySelectorAll("table")];
    // Nothing around moves, so that no place a reader has scrolled to is lost.
    style.height = `${root.offsetHeight}px`;
    for (const each of tables) each.dataset.copied = "";
    // Firefox copies by styles that are worked out already; asking for a place has them worked out.
    root.offsetHeight;
    // The browser copies once all listeners are through, which is before the next frame.
    requestAnimationFrame(() => {
      style.height = height;
      for (const each of tables) delete each.dataset.copied;
    });
  };
  // What is selected may begin and end in the text around.
  document.addEventListener("copy", copy);
  return () => document.removeEventListener("copy", copy);
}
