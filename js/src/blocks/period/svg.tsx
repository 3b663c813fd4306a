// The sentence that says the period, at a fixed width.
import type { Period } from "../../figure.ts";
import type { Drawn, Pen } from "../../marks/pen.tsx";
import { sizes } from "../../style/sizes.ts";
import { shown } from "../../text/number.ts";

/** The sentence with its two years. */
export const svg = ({ words, now, digits }: Period, pen: Pen, top: number): Drawn => {
  const runs = now.flatMap((year, end) => [
    { text: words[end] ?? "", size: sizes.body },
    { text: shown(year, digits), size: sizes.body, weight: 600 as const },
  ]);
  const drawn = pen.wrapped(
    [...runs, { text: words[2] ?? "", size: sizes.body }].filter(({ text }) => text),
    0,
    top + 10,
    pen.wide,
  );
  return { nodes: drawn.nodes, height: drawn.height + 10 };
};
