// What a chart in somebody's notebook stands on: a light ground or a dark one, whatever the host calls its themes.

export type Side = "light" | "dark";

/** What an element stands on, nearest first, out of every shadow root it is in. */
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

/** How light a computed colour looks, 0 to 1, and how opaque it is. */
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

/** What shows where nothing is painted. */
function bottom(): Side {
  const { body, documentElement: html } = document;
  // Through a frame shows a page that nobody here can look at: there a host's own word is all there is.
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

/** What is painted under an element, layer by layer while something shows through; then what is under all of them. */
function ground(element: Element): Side {
  let light = 0;
  let through = 1;
  for (const each of element.isConnected ? under(element) : []) {
    const [its, opaque] = paint(getComputedStyle(each).backgroundColor);
    light += through * opaque * its;
    through *= 1 - opaque;
  }
  // Where the ink for light grounds and the one for dark grounds stand out alike.
  return light + through * (bottom() === "dark" ? 0.07 : 1) > 0.46 ? "light" : "dark";
}

/** Tells an element's ground, and calls `changed` when that is another, until it is stopped. */
export function watch(element: HTMLElement, changed: () => void): { side: () => Side; stop: () => void } {
  let side = ground(element);
  let layers: Element[] = [];
  let frame = 0;
  let listening = new AbortController();
  // Whatever a host does at once is looked at once, before it is seen.
  const later = (): void => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(look);
  };
  const mutations = new MutationObserver(later);
  // It may be drawn before the host puts it anywhere, and put somewhere else later.
  const size = new ResizeObserver(later);

  function listen(): void {
    stop();
    listening = new AbortController();
    size.observe(element);
    DARK.addEventListener("change", later, listening);
    // Style sheets come, go and are switched in the head, and are known only once they are loaded.
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
