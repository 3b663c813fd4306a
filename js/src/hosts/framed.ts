// A page in an iframe: it reports its height to the parent page, in the message formats that publishers' sites know.

/** Posts the height to the parent page whenever it changes and whenever the parent asks; ignores other messages. */
export function framed(): void {
  const { body } = document;
  const { pathname, search } = location;
  const id = new URLSearchParams(search).get("childId");
  const pym = `pymxPYMx${id}xPYMx`;
  const tell = (): void => {
    const height = Math.ceil(body.getBoundingClientRect().height);
    // A frame in a hidden tab has no height yet, and a frame that is not laid out yet is only a letter wide.
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
  // The chart is flush with the article's text, except for the room that the outline of a selected row needs.
  body.style.padding = "4px";
  new ResizeObserver(tell).observe(body);
  addEventListener("message", ({ data }) => {
    // Pym asks by sending its width. If two pages both answered every message, they would never stop.
    if (data === "height" || String(data).startsWith(`${pym}width`)) tell();
  });
  // A ResizeObserver does not run while the window is in the background, so the first report does not wait for it.
  tell();
}
