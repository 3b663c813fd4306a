// A bar at a fixed size, and the marks that may replace it: dots, a step, the parts of a whole.
import type { VNode } from "preact";
import type { BarCell, Row } from "../../figure.ts";
import type { Palette } from "../../spec.gen.ts";
import { sizes } from "../../style/sizes.ts";
import type { Run } from "../../text/measure.ts";
import type { Box, Pen } from "../pen.tsx";

/** The edge of a hollow bar. */
const EDGE = 1.5;

/** A value and the text beside it. */
export const runs = ({ text, detail, form }: BarCell, row: Row, { soft }: Palette): Run[] => [
  { text, size: sizes.body, weight: row.accent || form === "whole" ? 600 : 400 },
  ...(detail ? [{ text: ` ${detail}`, size: sizes.small, colour: soft }] : []),
];

/** The marks on a bar's track. */
export function svg(cell: BarCell, { accent }: Row, pen: Pen, { x, y, long, tall }: Box): VNode[] {
  const { palette } = pen;
  const middle = y + tall / 2;
  const at = (fraction: number): number => x + fraction * long;
  const edge = tall === sizes.barWide ? sizes.beyondWide : sizes.beyond;
  const zero =
    cell.bar && cell.zero > 0 && !cell.links
      ? pen.rect(at(cell.zero) - 0.5, y - edge, 1, tall + 2 * edge, palette.ink)
      : null;
  // The tick has no halo, which would hide the end of a bar that is a little longer.
  const tick =
    cell.tick === null ? [] : [pen.rect(at(cell.tick) - 1, y - sizes.beyond, 2, tall + 2 * sizes.beyond, palette.ink)];
  return [
    cell.form && dotted(cell.form) ? zero : null,
    ...(cell.bar ? bar(cell, accent) : []),
    ...parts(cell.parts ?? []),
    cell.form && dotted(cell.form) ? null : zero,
    ...tick,
  ].filter((node) => node !== null);

  function bar({ form, backwards }: BarCell, own: number): VNode[] {
    const { start, size } = cell.bar!;
    const [from, to] = [at(start), at(start + size)];
    const colour =
      !own && backwards && !form
        ? palette.surplus
        : form === "whole"
          ? palette.ink
          : pen.mark(form === "own" ? 1 : own);
    const stem = pen.line([from, middle], [to, middle], colour, { "stroke-width": 2 });
    const hollow = (place: number, r: number): VNode =>
      pen.circle(place, middle, r - 1, { fill: palette.paper, stroke: colour, "stroke-width": 2 });
    const filled = (place: number, r: number): VNode => pen.circle(place, middle, r, { fill: colour });
    const [first, last] = backwards ? [to, from] : [from, to];
    if (form === "dot") return [stem, filled(last, 6)];
    // A value beyond the scale is a hollow dot just inside its end.
    if (form === "edge") return [stem, hollow(last + (backwards ? 6 : -6), 6)];
    if (form === "pair") {
      const half = (tall - 2) / 2;
      const base = at(cell.zero);
      const one = (end: number, top: number): Box => ({
        x: Math.min(base, end),
        y: top,
        long: Math.max(1, Math.abs(end - base)),
        tall: half,
      });
      const [upper, lower] = [one(first, y), one(last, y + half + 2)];
      const box = ({ x, y, long, tall }: Box, fill: string): VNode => pen.rect(x, y, long, tall, fill);
      const inside = { x: upper.x + EDGE, y: y + EDGE, long: upper.long - 2 * EDGE, tall: half - 2 * EDGE };
      return [box(upper, colour), ...(inside.long > 0 ? [box(inside, palette.paper)] : []), box(lower, colour)];
    }
    if (form === "point" || form === "ring") {
      const line = pen.line([from, middle], [to, middle], palette.rule);
      return [line, form === "ring" ? hollow(last, sizes.point / 2) : filled(last, sizes.point / 2)];
    }
    return [pen.rect(from, y, Math.max(1, to - from), tall, colour)];
  }

  function parts(sizes: number[]): VNode[] {
    const gap = 2;
    const room = long - gap * (sizes.length - 1);
    let from = x;
    return sizes.map((size, index) => {
      const wide = size * room;
      const node = part(pen, { x: from, y, long: wide, tall }, index);
      from += wide + gap;
      return node;
    });
  }
}

const dotted = (form: string): boolean => ["dot", "edge", "point", "ring"].includes(form);

/** A part of a whole, by its index: three colours that differ in lightness, each with 3 : 1 on the ground. */
export const part = (pen: Pen, { x, y, long, tall }: Box, index: number): VNode =>
  pen.rect(x, y, long, tall, [pen.palette.accents[0]!, pen.palette.grey, pen.palette.third][index]!);
