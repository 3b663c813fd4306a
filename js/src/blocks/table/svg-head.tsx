// The head of a table: its titles, and the scale over the marks with words for either side.
import type { VNode } from "preact";
import type { Column, Table } from "../../figure.ts";
import { flow, type Line, type Run, width } from "../../text/measure.ts";
import { barOf, type Columns } from "./svg-columns.ts";
import { hatched, part } from "../../marks/bar/svg.tsx";
import { type Drawn, leading, type Pen } from "../../marks/pen.tsx";

const TICKS = 12;
const NOTHING: Drawn = { nodes: [], height: 0 };

/** Titles over their columns, all ending on one line, and the scale under the bars' title. */
export function header(table: Table, pen: Pen, at: Columns, top: number): Drawn {
  const [label, bar, ...rest] = table.columns as [Column, Column, ...Column[]];
  const size = at.wide ? 13 : 12;
  const run = (text: string): Run[] => [{ text, size, colour: pen.palette.soft }];
  const zero = table.rows.map(barOf).find((cell) => cell.bar)?.zero ?? 0;
  const scale = (y: number): Drawn => {
    const words = bar.legend ? legend(bar.legend, pen, at, y) : NOTHING;
    const ticks = bar.axis ? axis(bar.axis, pen, at, y + words.height, zero) : NOTHING;
    return { nodes: [...words.nodes, ...ticks.nodes], height: words.height + ticks.height };
  };
  // Where figures take the narrow columns, the bars' title has a line of its own over their scale.
  const own = !at.wide && rest[0]?.cell === "figure";
  const alone = !at.wide && !rest.length;
  const first = flow(run(label.title), at.label.long);
  const room = at.wide ? at.bar.long : alone ? pen.wide - Math.max(...first.map((line) => line.width)) - 12 : at.value.long;
  const second = bar.title ? flow(run(bar.title), own ? pen.wide : Math.max(room, 40)) : [];
  // Parts that each have a column are told by a mark before its title, or over it where there is no room.
  const parts = !bar.legend && table.rows.some((row) => barOf(row).parts);
  const over = (lines: Line[], index: number): number => parts && lines[0]!.width + 16 > at.rest[index]!.long ? 1 : 0;
  const others = rest.map((column, index) => flow(run(column.title), at.rest[index]!.long));
  const line = leading(size);
  const height = Math.max(first.length, own ? 0 : second.length, ...others.map((lines, index) => lines.length + over(lines, index))) * line;
  const under = scale(0).height;

  const nodes: VNode[] = [];
  const foot = top + (at.wide ? Math.max(height, second.length * line + under) : height);
  nodes.push(...pen.lines(first, 0, foot - first.length * line, size).nodes);
  let bottom = foot;
  if (at.wide) {
    nodes.push(...pen.lines(second, at.bar.x, foot - under - second.length * line, size).nodes, ...scale(foot - under).nodes);
  } else {
    if (own) {
      nodes.push(...pen.lines(second, 0, foot + 6, size).nodes);
      bottom = foot + 6 + second.length * line;
    } else nodes.push(...pen.lines(second, alone ? pen.wide : at.value.x + at.value.long, foot - second.length * line, size, "end").nodes);
    const below = scale(bottom + 4);
    nodes.push(...below.nodes);
    bottom += below.height ? below.height + 4 : 0;
  }
  others.forEach((lines, index) => {
    const { x, long } = at.rest[index]!;
    const end = !at.wide || rest[0]!.cell === "figure";
    const lifted = over(lines, index);
    const mark = { x: x + long - (lifted ? SWATCH : lines[0]!.width + 16), y: foot - (lines.length + lifted) * line + 3, long: SWATCH, tall: SWATCH };
    if (parts) nodes.push(part(pen, mark, index));
    nodes.push(...pen.lines(lines, end ? x + long : x, foot - lines.length * line, size, end ? "end" : "start").nodes);
  });
  return { nodes: [pen.group("titles", nodes)], height: bottom - top + 3 };
}

function axis({ ticks, sides }: NonNullable<Column["axis"]>, pen: Pen, at: Columns, top: number, zero: number): Drawn {
  const colour = pen.palette.soft;
  const place = (fraction: number): number => at.track.x + fraction * at.track.long;
  const line = leading(TICKS);
  const nodes: VNode[] = [];
  const [below = "", above = ""] = sides;
  const [lower, upper] = [below, above].map((text) => width(text, { size: TICKS })) as [number, number];
  // Either side of zero, but never beyond the sheet nor on each other.
  const edge = at.wide ? at.bar.x + at.bar.long : pen.wide;
  const start = Math.min(place(zero) + 8, edge - upper);
  const end = Math.max(lower, Math.min(place(zero) - 8, start - 12));
  nodes.push(...pen.text(below, end, top, { size: TICKS, colour }, "end"), ...pen.text(above, start, top, { size: TICKS, colour }));
  let shown = ticks.map(({ at: fraction, text }) => {
    const half = width(text, { size: TICKS }) / 2;
    return { text, half, x: Math.min(pen.wide - half, Math.max(half, place(fraction))) };
  });
  const tight = (): boolean => shown.some((each, index) => index > 0 && each.x - each.half - shown[index - 1]!.x - shown[index - 1]!.half < 6);
  while (shown.length > 2 && tight()) shown = shown.filter((_, index) => index % 2 === 0);
  for (const { text, x } of shown) nodes.push(...pen.text(text, x, top + line, { size: TICKS, colour }, "middle"));
  return { nodes, height: 2 * line + 2 };
}

const SWATCH = 11;

/** What a column's marks stand for. */
function legend({ look, words }: NonNullable<Column["legend"]>, pen: Pen, at: Columns, top: number): Drawn {
  const [from, room] = at.wide ? [at.bar.x, at.bar.long] : [0, pen.wide];
  const line = leading(TICKS) + 3;
  let [x, y] = [from, top + 2];
  const nodes = words.flatMap((text, index) => {
    const long = 16 + width(text, { size: TICKS });
    if (x > from && x + long > from + room) [x, y] = [from, y + line];
    const made = [...swatch(look, index, pen, x, y + 3), ...pen.text(text, x + 16, y, { size: TICKS, colour: pen.palette.soft })];
    x += long + 13;
    return made;
  });
  return { nodes, height: y + line - top };
}

function swatch(look: NonNullable<Column["legend"]>["look"], index: number, pen: Pen, x: number, y: number): VNode[] {
  const { grey, ground } = pen.palette;
  const box = { x, y, long: SWATCH, tall: SWATCH };
  if (look === "parts") return [part(pen, box, index)];
  if (look === "step") return index ? hatched(pen, box, grey) : [pen.rect(x, y, SWATCH, SWATCH, grey)];
  return [pen.circle(x + SWATCH / 2, y + SWATCH / 2, index ? 5.6 : 4.6, index ? { fill: grey } : { fill: ground, stroke: grey, "stroke-width": 2 })];
}
