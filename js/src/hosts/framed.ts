// A page in another page's frame: says how tall it is, in the dialects that publishers' sites listen for already.

/** Tells the page around, whenever the height changes and whenever that page asks. */
export function framed(): void {
  const { body } = document;
  const { pathname, search } = location;
  const pym = /childId=([\w-]+)/.exec(search);
  const tell = (): void => {
    const height = Math.ceil(body.getBoundingClientRect().height);
    // A frame in a hidden tab has none yet.
    if (!height) return;
    parent.postMessage({ sentinel: "amp", type: "embed-size", height, title: document.title, "datawrapper-height": { [pathname]: height } }, "*");
    if (pym) parent.postMessage(`pymxPYMx${pym[1]}xPYMxheightxPYMx${height}`, "*");
  };
  // Flush with the text around, but for the outline of a selected row.
  body.style.padding = "4px";
  new ResizeObserver(tell).observe(body);
  addEventListener("message", tell);
  // An observer waits while the whole window is in the background.
  tell();
}
