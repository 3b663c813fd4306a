// Whether the background behind a chart is light or dark, found from painted colours, not from the host's theme names.

export type Side = "light" | "dark";

/** An element and its ancestors as rendered, nearest first, across slots and shadow roots. */
function under(element: Element): Element[] {
  const found: Element[] = [];
  for (
    let at: Element | null | undefined = element;
    at;
    at = at.assignedSlot ?? at.parentElement ?? (at.getRootNode() as ShadowRoot).host
  )
    found.push(at);
  return found;
}

/** The perceived lightness of a computed colour, 0 to 1, and its opacity. */
function paint(colour: string): [number, number] {
  const [a = 0, b = 0, c = 0, opaque = 1] = colour
    .replace(/^(color\([\w-]+ |\w+\()/, "")
    .split(/[\s,/]+/)
    .map((each) => parseFloat(each) || 0);
  if (/^okl/.test(colour)) return [a ** 1.36, opaque];
  if (/^l/.test(colour)) return [a / 100, opaque];
  const curve = /linear|xyz/.test(colour) ? 1 : 2.2;
  const [red, green, blue] = [a, b, c].map((each) => Math.max(0, each / (/^rgb/.test(colour) ? 255 : 1)) ** curve) as [
    number,
    number,
    number,
  ];
  return [(/xyz/.test(colour) ? green : 0.2126 * red + 0.7152 * green + 0.0722 * blue) ** (1 / 2.2), opaque];
}

/** The background behind a page that paints none. */
function bottom(): Side {
  const { body, documentElement: html } = document;
  // A transparent frame shows its parent page, whose colours cannot be read; then the host's theme names decide.
  const said =
    parent === window
      ? ""
      : String(
          [html, body].map((each) => [each.className, each.getAttribute("theme"), ...Object.values(each.dataset)]),
        );
  if (/\blight\b/.test(said)) return "light";
  if (/\bdark\b|high-contrast/.test(said)) return "dark";
  const own = getComputedStyle(html).colorScheme;
  const scheme =
    own === "normal" ? (document.querySelector<HTMLMetaElement>("meta[name=color-scheme]")?.content ?? "") : own;
  return /dark/.test(scheme) && (!/light/.test(scheme) || DARK.matches) ? "dark" : "light";
}

const DARK = matchMedia("(prefers-color-scheme:dark)");

/** The background of an element: the backgrounds of its ancestors blended by opacity, over the page's own. */
function ground(element: Element): Side {
  let light = 0;
  let through = 1;
  for (const each of element.isConnected ? under(element) : []) {
    const [its, opaque] = paint(getComputedStyle(each).backgroundColor);
    light += through * opaque * its;
    through *= 1 - opaque;
  }
  // At this lightness, the text colours for light and for dark backgrounds have equal contrast.
  return light + through * (bottom() === "dark" ? 0.07 : 1) > 0.46 ? "light" : "dark";
}

/** Watches an element's background: `side` returns it, and `changed` is called when it changes, until `stop`. */
export function watch(element: HTMLElement, changed: () => void): { side: () => Side; stop: () => void } {
  let side = ground(element);
  let layers: Element[] = [];
  let frame = 0;
  let listening = new AbortController();
  // All changes that a host makes at once are checked once, in the next frame and before it is painted.
  const later = (): void => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(look);
  };
  const mutations = new MutationObserver(later);
  // The size changes when the host inserts the element, which may be after it was drawn, or moves it.
  const size = new ResizeObserver(later);

  function listen(): void {
    stop();
    listening = new AbortController();
    size.observe(element);
    DARK.addEventListener("change", later, listening);
    // Hosts add, remove and switch style sheets in the head; one that is added takes effect at its load event.
    mutations.observe(document.head, { childList: true, subtree: true, attributes: true });
    for (const each of layers) mutations.observe(each, { attributes: true, childList: true });
    for (const root of new Set([document, ...layers.map((each) => each.getRootNode())])) {
      for (const event of ["load", "transitionend"])
        root.addEventListener(event, later, { capture: true, signal: listening.signal });
    }
  }
  function stop(): void {
    cancelAnimationFrame(frame);
    listening.abort();
    mutations.disconnect();
    size.disconnect();
  }
  function look(): void {
    const now = under(element);
    if (now.length !== layers.length || now.some((each, index) => each !== layers[index])) {
      layers = now;
      listen();
    }
    const next = ground(element);
    if (next === side) return;
    side = next;
    changed();
  }
  layers = under(element);
  listen();
  return { side: () => side, stop };
}
