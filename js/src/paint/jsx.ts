// What the build compiles JSX of pages, widget and component to. Preact does it for the server and for type checks.
import type { Props } from "../chart.ts";

/** An element or a text of a drawing. */
export interface Wanted {
  /** The name of the element, or "#text". */
  type: string;
  /** Tells it from others of its type beside it. */
  key: string;
  props: Props;
  inside: Wanted[];
}

type Component = (props: Props) => unknown;

const TEXT = "#text";

/** The elements and texts in `children`; texts beside each other are one, as in the markup of a page. */
export function wanted(children: unknown): Wanted[] {
  const found: Wanted[] = [];
  for (const each of [children].flat(Infinity) as (Wanted | string | number | boolean | null | undefined)[]) {
    const last = found.at(-1);
    if (each === null || typeof each === "boolean" || each === undefined || each === "") continue;
    if (typeof each === "object") found.push(each);
    else if (last?.type === TEXT) last.key += each;
    else found.push({ type: TEXT, key: `${each}`, props: {}, inside: [] });
  }
  return found;
}

export const Fragment = ({ children }: Props): unknown => children;

export function h(type: string | Component, props: Props | null, ...children: unknown[]): unknown {
  if (typeof type === "function") return type({ ...props, children });
  const inside = wanted(children);
  // The class tells an element from others beside it, some of which may come and go. The text is in the key too, so an
  // element with a new text is replaced. A browser's translator wraps the old text in elements of its own, which would
  // otherwise stay and hide the new text.
  const text = inside.map((each) => (each.type === TEXT ? each.key : ""));
  return { type, key: props?.key ?? [props?.class, ...text].join(""), props: props ?? {}, inside };
}
