// A page in another page's frame: says how tall it is, in the dialects that publishers' sites listen for already.

/** Tells the page around, whenever the height changes and whenever that page asks for it; to anything else it is silent. */
export function framed(): void {
  const { body } = document;
  const { pathname, search } = location;
  const id = new URLSearchParams(search).get("childId");
  const pym = `pymxPYMx${id}xPYMx`;
  const tell = (): void => {
    const height = Math.ceil(body.getBoundingClientRect().height);
    // A frame in a hidden tab has none yet, and one that is not laid out stands in a column of a letter a line.
    if (!height || innerWidth < 99) return;
    parent.postMessage(
      {
        sentinel: "amp",
        type: "embed-size",
        height,
        title: document.title,
        "datawrapper-height": { [pathname]: height },
      },
      "*",
    );
    if (id) parent.postMessage(`${pym}heightxPYMx${height}`, "*");
  };
  // Flush with the text around, but for the outline of a selected row.
  body.style.padding = "4px";
  new ResizeObserver(tell).observe(body);
  addEventListener("message", ({ data }) => {
    // Pym asks by saying how wide it is. An answer to every message would be answered by a page that does the same.
    if (data === "height" || String(data).startsWith(`${pym}width`)) tell();
  });
  // An observer waits while the whole window is in the background.
  tell();
}
