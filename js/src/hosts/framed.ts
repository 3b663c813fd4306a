// A page in an iframe: it reports its height to the parent page, in the message formats that publishers' sites know.

/** Posts the height to the parent page whenever it changes and whenever the parent asks; ignores other messages. */
export function framed(): void {
  const { body } = document;
  const { pathname, search } = location;
  const id = new URLSearchParams(search).get("childId");
  const pym = `pymxPYMx${id}xPYMx`;
  // WordPress makes a frame of a page's address. It allows scripts in it, but neither links nor downloads, and knows
  // the page by a secret that it puts into the address.
  const [, secret] = location.hash.split("?secret=");
  if (secret) {
    document.querySelector("nav")?.remove();
    for (const link of document.querySelectorAll("a")) link.replaceWith(link.textContent!);
  }
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
    if (secret) parent.postMessage({ message: "height", value: height, secret }, "*");
    if (id) parent.postMessage(`${pym}heightxPYMx${height}`, "*");
  };
  // The chart is flush with the article's text, except for the room that the outline of a selected row needs.
  body.style.padding = "4px";
  new ResizeObserver(tell).observe(body);
  addEventListener("message", ({ data }) => {
    // Pym asks by sending its width. If two pages both answered every message, they would never stop.
    if (data === "height" || data?.message === "ready" || String(data).startsWith(`${pym}width`)) tell();
  });
  // A ResizeObserver does not run while the window is in the background or the frame below the screen, so the first
  // report does not wait for it. It is made again because a frame may not be laid out yet, a site's listener may start
  // late, and a busy browser may lose what it is told while the page still loads.
  tell();
  for (let wait = 250; wait < 60_000; wait *= 2) setTimeout(tell, wait);
}
