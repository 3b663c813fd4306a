// The narrow row of a bridge, the lines between its bars, and its zero line.
import type { VNode } from "preact";
import type { BarCell, LabelCell, Row } from "../../figure.ts";
import { barOf } from "../../layout/rows.ts";
import { svg as track, runs as valued } from "../../marks/bar/svg.tsx";
import { runs as named } from "../../marks/label/svg.ts";
import { type Drawn, leading, type Pen, type Span } from "../../marks/pen.tsx";
import { sizes } from "../../style/sizes.ts";
import { flow } from "../../text/measure.ts";
import type { Columns } from "./svg-columns.ts";

const LINE = leading(sizes.body);
/** Space between a line and a word that it does not run through. */
const CLEAR = 3;

/** A row, with the top of its bar and what it has above this bar: the lines of its name. */
export interface DrawnRow extends Drawn {
  bar: number;
  above: { top: number; wide: number }[];
}

/** Where a value stands: after its bar, or after the zero line if that would run through it. */
export function beside({ end, zero }: BarCell, wide: number, { track, beside: gap }: Columns): number {
  const [start, line] = [end, zero].map((fraction) => track.x + fraction * track.long + gap) as [number, number];
  return end < zero && start + wide + CLEAR > line - gap ? line : start;
}

/** A name, and under it a bar with its value at its end. */
export function step(row: Row, pen: Pen, at: Columns, y: number): DrawnRow {
  const cell = barOf(row);
  const names = flow(named(row.cells[0] as LabelCell, row, pen.palette), at.label.long);
  const under = y + names.length * LINE + sizes.barTop;
  const middle = under + LINE / 2;
  const values = flow(valued(cell, row, pen.palette), at.label.long);
  const start = beside(cell, values[0]?.width ?? 0, at);
  const remark = cell.annotation
    ? flow([{ text: cell.annotation, size: sizes.small, colour: pen.palette.soft }], at.label.long)
    : [];
  const bar = middle - sizes.bar / 2;
  return {
    nodes: [
      ...pen.lines(names, 0, y, sizes.body).nodes,
      ...track(cell, row, pen, { ...at.track, y: bar, tall: sizes.bar }),
      ...pen.lines(values, start, under, sizes.body).nodes,
      ...pen.lines(remark, 0, under + LINE + sizes.remarkTop, sizes.small).nodes,
    ],
    height: under + LINE - y + (remark.length ? sizes.remarkTop + remark.length * leading(sizes.small) : 0),
    bar,
    above: names.map(({ width: wide }, index) => ({ top: y + index * LINE, wide })),
  };
}

/** A line from each bar to the next, where the one ends and the other begins, and a zero line from `top`. */
export function links(rows: Row[], drawn: DrawnRow[], pen: Pen, track: Span, top: number): VNode[] {
  const wide = pen.wide >= sizes.wide;
  const tall = wide ? sizes.barWide : sizes.bar;
  const beyond = wide ? sizes.beyondWide : sizes.beyond;
  const x = (fraction: number): number => track.x + fraction * track.long;
  const names = drawn.flatMap(({ above }) => above);
  /** Pieces of a vertical line, without those that would run through a name. */
  const pieces = (at: number, from: number, to: number): [number, number][] => {
    let start = from;
    const found: [number, number][] = [];
    for (const { top: line, wide: long } of names) {
      if (long + CLEAR < at || line >= to || line + LINE <= from) continue;
      found.push([start, line]);
      start = line + LINE;
    }
    return [...found, [start, to] as [number, number]].filter(([one, other]) => other - one > 1);
  };
  const dashed = { "stroke-dasharray": "2 2" };
  const between = rows.flatMap((row, index) => {
    const at = barOf(row).links?.below;
    const next = drawn[index + 1];
    if (at === undefined || !next) return [];
    return pieces(x(at), drawn[index]!.bar + tall, next.bar).map(([from, to]) =>
      pen.line([x(at), from], [x(at), to], pen.palette.soft, dashed),
    );
  });
  const { zero } = barOf(rows[0]!);
  const line = pieces(x(zero), top, drawn.at(-1)!.bar + tall + beyond).map(([from, to]) =>
    pen.rect(x(zero) - 0.5, from, 1, to - from, pen.palette.ink),
  );
  return [...between, ...line];
}
