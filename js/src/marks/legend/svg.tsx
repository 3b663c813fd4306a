// The legend of a column's marks, at a fixed width.
import type { VNode } from "preact";
import type { Column } from "../../figure.ts";
import { sizes } from "../../style/sizes.ts";
import { flow, width } from "../../text/measure.ts";
import { part } from "../bar/svg.tsx";
import { type Drawn, leading, type Pen, type Span } from "../pen.tsx";

/** Side of a mark's box in px. */
export const SWATCH = 11;

/** The words, each after its mark, on as many lines as they take. */
export function svg(
  { look, words }: NonNullable<Column["legend"]>,
  pen: Pen,
  { x: from, long: room }: Span,
  top: number,
): Drawn {
  const line = leading(sizes.tiny) + 3;
  let [x, y] = [from, top + 2];
  const nodes = words.flatMap((text, index) => {
    const long = 16 + width(text, { size: sizes.tiny });
    if (x > from && x + long > from + room) [x, y] = [from, y + line];
    const words = flow([{ text, size: sizes.tiny, colour: pen.palette.soft }], room - 16);
    const made = [...swatch(look, index, pen, x, y + 3), ...pen.lines(words, x + 16, y, sizes.tiny).nodes];
    x += long + 13;
    y += (words.length - 1) * leading(sizes.tiny);
    return made;
  });
  return { nodes, height: y + line - top };
}

function swatch(look: NonNullable<Column["legend"]>["look"], index: number, pen: Pen, x: number, y: number): VNode[] {
  const { grey, paper } = pen.palette;
  const box = { x, y, long: SWATCH, tall: SWATCH };
  if (look === "tick") return [pen.rect(x + 4, y - 1, 2, SWATCH + 2, pen.palette.ink)];
  if (look === "parts") return [part(pen, box, index)];
  const filled = pen.rect(x, y, SWATCH, SWATCH, grey);
  return index ? [filled] : [filled, pen.rect(x + 2, y + 2, SWATCH - 4, SWATCH - 4, paper)];
}
