import type { VNode } from "preact";
import type { Figure } from "../figure.ts";
import type { SourceLine } from "../spec.gen.ts";

/** The sources after their word, each as a link where `link` makes it one. */
export function sources(figure: Figure, link: (line: SourceLine) => VNode | string): (VNode | string)[] {
  const { sources: list } = figure.frame;
  return list.flatMap((line, index) => [index ? "; " : " ", link(line)]);
}
