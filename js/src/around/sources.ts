import type { VNode } from "preact";
import type { SourceLine } from "../spec.gen.ts";

/** Full titles of sources, each as `link` renders the one it can link. */
export const sources = (list: SourceLine[], semicolon = "; ", link: (line: SourceLine) => VNode): (VNode | string)[] =>
  list.flatMap((line, index) => [index ? semicolon : "", line.url ? link(line) : line.text]);
