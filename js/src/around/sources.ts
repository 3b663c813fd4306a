import type { VNode } from "preact";
import type { Figure } from "../figure.ts";
import type { SourceLine } from "../spec.gen.ts";

/** The word for sources, and each source as `link` renders it. */
export function sources(figure: Figure, link: (line: SourceLine) => VNode | string): (VNode | string)[] {
  const { sources: list } = figure.frame;
  return list.flatMap((line, index) => [index ? "; " : " ", link(line)]);
}
