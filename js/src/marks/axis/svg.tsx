// The scale over a column's marks, at a fixed width.
import type { VNode } from "preact";
import type { Column } from "../../figure.ts";
import { sizes } from "../../style/sizes.ts";
import { flow, type Line, widest, width } from "../../text/measure.ts";
import { type Drawn, leading, type Pen, type Span } from "../pen.tsx";

/** Words for either side, above the ticks of the scale `track`; the words may extend over the column `whole`. */
export function svg(
  { ticks, sides }: NonNullable<Column["axis"]>,
  pen: Pen,
  track: Span,
  whole: Span,
  top: number,
  zero: number,
): Drawn {
  const colour = pen.palette.soft;
  const place = (fraction: number): number => track.x + fraction * track.long;
  const line = leading(sizes.tiny);
  const nodes: VNode[] = [];
  const [below = "", above = ""] = sides;
  // The words are on either side of zero, but never beyond the column and never over each other. Only a word longer
  // than half of the column is broken.
  const edge = whole.x + whole.long;
  const words = (text: string, room: number): Line[] =>
    text
      ? flow(
          [{ text, size: sizes.tiny, colour }],
          Math.max(room, whole.long / 3, Math.min(widest(text, { size: sizes.tiny }), whole.long / 2)),
        )
      : [];
  const [lower, upper] = [words(below, place(zero) - 8), words(above, edge - place(zero) - 8)];
  const long = (lines: Line[]): number => Math.max(0, ...lines.map((each) => each.width));
  const start = Math.min(place(zero) + 8, edge - long(upper));
  const end = Math.max(long(lower), Math.min(place(zero) - 8, start - 12));
  const tall = Math.max(lower.length, upper.length) * line;
  nodes.push(...pen.lines(lower, end, top, sizes.tiny, "end").nodes, ...pen.lines(upper, start, top, sizes.tiny).nodes);
  let shown = ticks.map(({ at: fraction, text }) => {
    const half = width(text, { size: sizes.tiny }) / 2;
    return { text, half, x: Math.min(pen.wide - half, Math.max(half, place(fraction))) };
  });
  const tight = (): boolean =>
    shown.some((each, index) => index > 0 && each.x - each.half - shown[index - 1]!.x - shown[index - 1]!.half < 6);
  while (shown.length > 2 && tight()) shown = shown.filter((_, index) => index % 2 === 0);
  for (const { text, x } of shown) nodes.push(...pen.text(text, x, top + tall, { size: sizes.tiny, colour }, "middle"));
  return { nodes, height: tall + line + 2 };
}
