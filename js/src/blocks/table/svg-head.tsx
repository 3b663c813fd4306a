// The head of a table: its titles, and the scale over the marks with words for either side.
import type { VNode } from "preact";
import type { Column, Table } from "../../figure.ts";
import { barOf } from "../../layout/rows.ts";
import { svg as axis } from "../../marks/axis/svg.tsx";
import { part } from "../../marks/bar/svg.tsx";
import { svg as legend, SWATCH } from "../../marks/legend/svg.tsx";
import { type Drawn, leading, type Pen } from "../../marks/pen.tsx";
import { sizes } from "../../style/sizes.ts";
import { flow, type Line, type Run } from "../../text/measure.ts";
import type { Columns } from "./svg-columns.ts";

const NOTHING: Drawn = { nodes: [], height: 0 };

/** Titles above their columns, with their last lines aligned, and the scale below the bars' title. */
export function header(table: Table, pen: Pen, at: Columns, top: number): Drawn {
  const [label, bar, ...rest] = table.columns as [Column, Column, ...Column[]];
  const wide = at.wide || !!table.twin;
  const size = at.wide ? sizes.small : sizes.tiny;
  // The steps of a bridge need no titles: the words over the drawing say what they are, and in which unit.
  const run = (text: string): Run[] => [{ text: table.bridge ? "" : text, size, colour: pen.palette.soft }];
  const zero = table.rows.map(barOf).find((cell) => cell.bar)?.zero ?? 0;
  const whole = wide ? at.bar : { x: 0, long: pen.wide };
  const scale = (y: number): Drawn => {
    const words = bar.legend ? legend(bar.legend, pen, whole, y) : NOTHING;
    const ticks = bar.axis ? axis(bar.axis, pen, at.track, whole, y + words.height, zero) : NOTHING;
    return { nodes: [...words.nodes, ...ticks.nodes], height: words.height + ticks.height };
  };
  // If figures take the columns of the narrow layout, the bars' title is on a line of its own above their scale.
  const own = !wide && rest[0]?.cell === "figure";
  const alone = !wide && !rest.length;
  const first = flow(run(label.title), at.label.long);
  const room = wide
    ? at.bar.long
    : alone
      ? pen.wide - Math.max(...first.map((line) => line.width)) - 12
      : at.value.long;
  const second = bar.title && !table.bridge ? flow(run(bar.title), own ? pen.wide : Math.max(room, 40)) : [];
  // Parts with a column each are explained by a mark before its title or, without room, above it.
  const parts = !bar.legend && table.rows.some((row) => barOf(row).parts);
  const over = (lines: Line[], index: number): number => (parts && lines[0]!.width + 16 > at.rest[index]!.long ? 1 : 0);
  const others = rest.map((column, index) => flow(run(column.title), at.rest[index]!.long));
  const line = table.bridge ? 0 : leading(size);
  const height =
    Math.max(
      first.length,
      own ? 0 : second.length,
      ...others.map((lines, index) => lines.length + over(lines, index)),
    ) * line;
  const under = scale(0).height;

  const nodes: VNode[] = [];
  const foot = top + (wide ? Math.max(height, second.length * line + under) : height);
  nodes.push(...pen.lines(first, 0, foot - first.length * line, size).nodes);
  let bottom = foot;
  if (wide) {
    // A title over a scale around its middle is in the middle, too.
    const centred = bar.axis && bar.axis.zero === undefined;
    const place = centred ? at.track.x + at.track.long / 2 : at.bar.x;
    nodes.push(
      ...pen.lines(second, place, foot - under - second.length * line, size, centred ? "middle" : "start").nodes,
      ...scale(foot - under).nodes,
    );
  } else {
    if (own) {
      nodes.push(...pen.lines(second, 0, foot + 6, size).nodes);
      bottom = foot + 6 + second.length * line;
    } else
      nodes.push(
        ...pen.lines(second, alone ? pen.wide : at.value.x + at.value.long, foot - second.length * line, size, "end")
          .nodes,
      );
    const below = scale(bottom + 4);
    nodes.push(...below.nodes);
    bottom += below.height ? below.height + 4 : 0;
  }
  others.forEach((lines, index) => {
    const { x, long } = at.rest[index]!;
    const end = !wide || rest[0]!.cell === "figure";
    const lifted = over(lines, index);
    const mark = {
      x: x + long - (lifted ? SWATCH : lines[0]!.width + 16),
      y: foot - (lines.length + lifted) * line + 3,
      long: SWATCH,
      tall: SWATCH,
    };
    if (parts) nodes.push(part(pen, mark, index));
    nodes.push(...pen.lines(lines, end ? x + long : x, foot - lines.length * line, size, end ? "end" : "start").nodes);
  });
  return { nodes: [pen.group("titles", nodes)], height: bottom - top + 3 };
}
