// Changes the nodes of a chart into what its next drawing says, and leaves alone those that say it already.
import type { ComponentChild } from "preact";
import type { Props } from "../chart.ts";
import { type Wanted, wanted } from "../paint/jsx.ts";

/** A node, and what it was last drawn as. */
interface Drawn {
  node: ChildNode;
  type: string;
  /** Not set for a node of the server's markup, so it matches any node of its type. */
  key?: string;
  props?: Props;
  inside: Drawn[];
  handlers: Record<string, ((event: Event) => void) | undefined>;
  handleEvent: (event: Event) => void;
}

/** Returns a function that draws into `root`, from what is there. `created` is called with each new element. */
export function reconcile(root: Element, created?: (element: Element) => void): (drawing: ComponentChild) => void {
  let shown = adopted(root);
  const waiting: Wanted[][] = [];
  return (drawing) => {
    // Removing the focused element sends an event, whose answer may be another drawing: it waits for its turn.
    if (waiting.push(wanted(drawing)) > 1) return;
    for (const next of waiting) shown = fill(root, shown, next, created);
    waiting.length = 0;
  };
}

function drawnAs(node: ChildNode, type: string, inside: Drawn[]): Drawn {
  const handlers: Drawn["handlers"] = {};
  return { node, type, inside, handlers, handleEvent: (event) => handlers[event.type]?.(event) };
}

const adopted = (parent: Node): Drawn[] =>
  [...parent.childNodes].map((node) => drawnAs(node, node.nodeName.toLowerCase(), adopted(node)));

function fresh(parent: Element, { type, key }: Wanted): Drawn {
  const space = type === "svg" ? "http://www.w3.org/2000/svg" : parent.namespaceURI;
  const text = type === "#text";
  const drawn = drawnAs(text ? document.createTextNode(key) : document.createElementNS(space, type), type, []);
  drawn.props = {};
  return drawn;
}

/** Fills an element. Nodes that keep their order are not moved, since moving takes the focus away. */
function fill(parent: Element, old: Drawn[], next: Wanted[], created?: (element: Element) => void): Drawn[] {
  const left = [...old];
  let kept = -1;
  let before: ChildNode | undefined;
  const filled = next.map((each) => {
    const found = left.findIndex(({ type, key }) => type === each.type && (key ?? each.key) === each.key);
    const drawn = found < 0 ? fresh(parent, each) : left.splice(found, 1)[0]!;
    const { node } = drawn;
    if (node instanceof Element) {
      drawn.inside = fill(node, drawn.inside, each.inside, created);
      dress(node, drawn, each.props);
      if (found < 0) created?.(node);
    } else if (drawn.key === undefined && node.nodeValue !== each.key) node.nodeValue = each.key;
    drawn.key = each.key;
    const place = old.indexOf(drawn);
    if (place > kept) kept = place;
    else if (before) before.after(node);
    else parent.prepend(node);
    before = node;
    return drawn;
  });
  for (const { node } of left) node.remove();
  return filled;
}

/** Gives an element its attributes and event handlers. The server's markup has them already. */
function dress(element: Element, drawn: Drawn, props: Props): void {
  const { props: before = props, handlers } = drawn;
  for (const name of Object.keys({ ...before, ...props })) {
    const value = props[name];
    if (value === before[name] || /^(key|value)$/.test(name)) continue;
    if (/^on/.test(name)) {
      const event = name.slice(2).toLowerCase();
      handlers[event] = value as Drawn["handlers"][string];
      element.addEventListener(event, drawn);
    } else if (name === "style") (element as HTMLElement).style.cssText = String(value ?? "");
    else if (value == null) element.removeAttribute(name);
    else element.setAttribute(name, String(value));
  }
  // A reader changes the value too. It comes last: that of a list depends on its options, that of a slider on its end.
  const control = element as HTMLInputElement;
  if ("value" in props && control.value !== String(props.value)) control.value = String(props.value);
  drawn.props = props;
}
