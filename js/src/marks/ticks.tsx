// Words at their positions on a scale.
import type { VNode } from "preact";
import type { Tick } from "../figure.ts";
import { percent } from "../style/inline.ts";

/** One element per tick, positioned from `side`. */
export const ticks = (Tag: "b" | "u" | "span", side: "top" | "inset-inline-start", list: Tick[]): VNode[] =>
  list.map(({ at, text }) => <Tag style={`${side}:${percent(at)}`}>{text}</Tag>);
