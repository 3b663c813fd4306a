// A bar at a fixed size, and the marks that may replace it: a dot, a pair of dots, a step, the parts of a whole.
import type { VNode } from "preact";
import type { BarCell, Row } from "../../figure.ts";
import { sizes } from "../../style/sizes.ts";
import type { Run } from "../../text/measure.ts";
import { type Box, type Palette, type Pen, round } from "../pen.tsx";

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
    cell.bar && cell.zero > 0 ? pen.rect(at(cell.zero) - 0.5, y - edge, 1, tall + 2 * edge, palette.ink) : null;
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
      pen.circle(place, middle, r - 1, { fill: palette.ground, stroke: colour, "stroke-width": 2 });
    const filled = (place: number, r: number): VNode => pen.circle(place, middle, r, { fill: colour });
    const [first, last] = backwards ? [to, from] : [from, to];
    if (form === "dot") return [stem, filled(last, 6)];
    // A value beyond the scale is a hollow dot just inside its end.
    if (form === "edge") return [stem, hollow(last + (backwards ? 6 : -6), 6)];
    if (form === "pair") return [stem, hollow(first, sizes.pair / 2), filled(last, sizes.pair / 2)];
    const long = Math.max(1, to - from);
    if (form === "step" && backwards) return hatched(pen, { x: from, y, long, tall }, colour);
    return [pen.rect(from, y, long, tall, colour)];
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

const dotted = (form: string): boolean => form === "dot" || form === "edge" || form === "pair";

/** A part of a whole, by its index: filled with the accent, outlined with a grey fill, or outlined alone. */
export const part = (pen: Pen, { x, y, long, tall }: Box, index: number): VNode =>
  index === 0
    ? pen.rect(x, y, long, tall, pen.palette.accents[0]!)
    : pen.rect(x + 0.5, y + 0.5, Math.max(0.5, long - 1), tall - 1, index === 1 ? pen.palette.grey : "none", {
        stroke: pen.palette.grey,
        "fill-opacity": index === 1 ? 0.5 : undefined,
      });

/** Diagonal stripes across a box, as a path: few programs keep an SVG pattern. */
export function hatched(pen: Pen, { x: from, y, long, tall }: Box, colour: string): VNode[] {
  const stripes: string[] = [];
  for (let place = from - tall; place < from + long; place += 5) {
    const [low, high] = [Math.max(from, place), Math.min(from + long, place + tall)];
    if (high > low)
      stripes.push(
        `M${pen.at(low)} ${round(y + tall - (low - place))}L${pen.at(high)} ${round(y + tall - (high - place))}`,
      );
  }
  return [
    pen.rect(from + 0.5, y + 0.5, Math.max(0.5, long - 1), tall - 1, "none", { stroke: colour }),
    <path d={stripes.join("")} fill="none" stroke={colour} stroke-width={2} />,
  ];
}
