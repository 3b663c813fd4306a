// A block of rows and columns at a fixed width.
import type { VNode } from "preact";
import type { Cell, LabelCell, Row, SparkCell, Table } from "../../figure.ts";
import { barOf } from "../../layout/rows.ts";
import { svg as track, runs as valued } from "../../marks/bar/svg.tsx";
import { runs as named } from "../../marks/label/svg.ts";
import { type Drawn, leading, type Pen } from "../../marks/pen.tsx";
import { arrow, below, value as ended, svg as sparked } from "../../marks/spark/svg.tsx";
import { sizes } from "../../style/sizes.ts";
import { flow, type Run, type Type, width } from "../../text/measure.ts";
import { beside, type DrawnRow, links, step } from "./svg-bridge.tsx";
import { type Columns, columns, figureSize } from "./svg-columns.ts";
import { header } from "./svg-head.tsx";

const LINE = leading(sizes.body);

/** The table; `skipped` has a text above each row before which rows are left out; under "" a last line about them. */
export function svg(block: Table, pen: Pen, top: number, skipped?: Map<string, string>): Drawn {
  const at = columns(block, pen.wide, pen.palette);
  const head = header(block, pen, at, top);
  const nodes = [...head.nodes];
  let y = top + head.height;
  const drawnRows: DrawnRow[] = [];
  const skip = (key: string): void => {
    const text = skipped?.get(key);
    if (!text) return;
    const drawn = pen.wrapped([{ text, size: sizes.small, colour: pen.palette.soft }], 0, y + 4, pen.wide);
    nodes.push(...drawn.nodes);
    y += 4 + drawn.height;
  };
  block.rows.forEach((row, index) => {
    skip(row.key);
    if (row.group && row.group !== block.rows[index - 1]?.group) {
      const size = sizes.small;
      nodes.push(pen.group("group", pen.text(row.group, 0, y + 8, { size, weight: 600, colour: pen.palette.soft })));
      y += 8 + leading(size);
    }
    const [pad, after] = at.wide || block.twin ? [3.5, 3.5] : [sizes.rowTop, sizes.rowFoot];
    const first = row.closing && !block.rows[index - 1]?.closing;
    const rule =
      index === 0 || block.bridge
        ? null
        : first
          ? pen.line([0, y], [pen.wide, y], pen.palette.soft, { "stroke-width": 1.5 })
          : pen.line([0, y], [pen.wide, y], pen.palette.rule, { "stroke-opacity": 0.55 });
    const drawn = (at.wide || block.twin ? wideRow : block.bridge ? step : narrowRow)(row, pen, at, y + pad);
    drawnRows.push(drawn);
    nodes.push(pen.group(`row-${index + 1}-${row.name}`, [rule, ...drawn.nodes]));
    y += pad + drawn.height + after;
  });
  if (block.bridge) nodes.push(pen.group("links", links(block.rows, drawnRows, pen, at.track, top + head.height)));
  skip("");
  return { nodes, height: y - top };
}

/** One line: name, bar with its value at the end, and the further columns. */
function wideRow(row: Row, pen: Pen, at: Columns, y: number): DrawnRow {
  const cell = barOf(row);
  const names = flow(named(row.cells[0] as LabelCell, row, pen.palette), at.label.long);
  const [value, detail] = cell.text || cell.detail ? valued(cell, row, pen.palette) : [];
  const printed = value ? (detail && !at.stacked ? [value, detail] : [value]) : [];
  const long = printed.reduce((sum, run) => sum + width(run.text, run), 0);
  const start = cell.links
    ? beside(cell, long, at)
    : cell.before !== undefined
      ? at.track.x + cell.before * at.track.long - at.beside - long
      : at.track.x + cell.end * at.track.long + (printed.length ? at.beside : 0);
  const values = printed.length ? flow(printed, Math.max(60, at.bar.x + at.bar.long - start)) : [];
  // Below the bar is what has no room beside it: a remark and, in narrow pictures of two bars a row, the detail.
  const small = (text: string): Run => ({ text, size: sizes.small, colour: pen.palette.soft });
  const remark = [
    ...(detail && at.stacked ? flow([small(detail.text.trim())], at.bar.long) : []),
    ...(cell.annotation ? flow([small(cell.annotation)], at.stacked ? pen.wide - at.bar.x : at.bar.long) : []),
  ];
  const line = Math.max(LINE, values.length * LINE);
  const bar = line + (remark.length ? 3 + remark.length * leading(sizes.small) : 0);
  const height = Math.max(names.length * LINE, bar, LINE + below(row.cells[2]));
  // If there is a remark below the bar, the row's other cells are aligned with the bar; else all are centred.
  const middle = remark.length ? y + line / 2 : y + height / 2;
  const from = (lines: number): number => (remark.length ? y : middle - (lines * LINE) / 2);
  const nodes: VNode[] = [
    ...pen.lines(names, 0, from(names.length), sizes.body).nodes,
    ...track(cell, row, pen, { ...at.track, y: middle - sizes.barWide / 2, tall: sizes.barWide }),
    ...pen.lines(values, start, middle - (values.length * LINE) / 2, sizes.body).nodes,
    ...pen.lines(remark, at.bar.x, y + line + 3, sizes.small).nodes,
    ...rest(row, pen, at, middle),
  ];
  return { nodes, height, bar: middle - sizes.barWide / 2, above: [] };
}

function rest(row: Row, pen: Pen, at: Columns, middle: number): VNode[] {
  const type: Type = {
    size: sizes.body,
    weight: row.accent || (row.closing && row.cells[2]?.kind === "figure") ? 600 : 400,
  };
  return row.cells.slice(2).flatMap((cell, index) => {
    const { x, long } = at.rest[index]!;
    const end = (text: string, set: Type = type): VNode[] =>
      text ? pen.text(text, x + long, middle - LINE / 2, set, "end") : [];
    if (cell.kind === "bar") {
      const box = { x, long: at.twin, y: middle - sizes.barWide / 2, tall: sizes.barWide };
      const value = cell.text ? pen.text(cell.text, x + cell.end * at.twin + at.beside, middle - LINE / 2, type) : [];
      return [...track(cell, row, pen, box), ...value];
    }
    if (cell.kind === "figure") return end(cell.text);
    if (cell.kind !== "spark" || !(cell.first || cell.paths[0])) return [];
    const [first, last] = at.sides;
    const box = { x: x + first + 7, y: middle - 10, long: Math.max(10, long - first - last - 14), tall: 20 };
    const line = middle - (leading(sizes.small) + below(cell)) / 2;
    return [
      ...ended(pen, cell.first, cell.from, x, line),
      ...(cell.paths.length && !cell.plotted
        ? sparked(cell, row, pen, box)
        : cell.last
          ? arrow(pen, cell.arrow, box.x + box.long / 2, line, sizes.small)
          : []),
      ...ended(pen, cell.last, cell.to, x + long, line, "end"),
    ];
  });
}

/** Name, value and further figures on a line; the bar under it takes the whole width. */
function narrowRow(row: Row, pen: Pen, at: Columns, y: number): DrawnRow {
  const cell = barOf(row);
  const { palette } = pen;
  const names = flow(named(row.cells[0] as LabelCell, row, palette), at.label.long);
  const runs = valued(cell, row, palette);
  const values = !cell.text && !cell.detail ? [] : flow(runs, Math.max(at.value.long, 60));
  const weight = (kind: Cell["kind"]): 400 | 600 => (row.accent || (row.closing && kind === "figure") ? 600 : 400);
  const figures = row.cells
    .slice(2)
    .map((each, index) =>
      each.kind === "figure" && each.text
        ? flow([{ text: each.text, size: figureSize(row, false), weight: weight("figure") }], at.rest[index]!.long + 1)
        : [],
    );
  const line = Math.max(names.length, values.length, 1, ...figures.map(({ length }) => length)) * LINE;
  const nodes = [
    ...pen.lines(names, 0, y, sizes.body).nodes,
    ...pen.lines(values, at.value.x + at.value.long, y, sizes.body, "end").nodes,
  ];
  const drawn = cell.bar !== null || cell.parts !== undefined;
  const under = y + line + sizes.barTop;
  if (drawn) nodes.push(...track(cell, row, pen, { ...at.track, y: under, tall: sizes.bar }));
  // A small line above two values is as tall as name and bar together.
  let height = Math.max(
    line + (drawn ? sizes.barTop + sizes.bar : 0),
    row.cells[2]?.kind === "spark" && (row.cells[2].first || row.cells[2].paths[0]) ? 38 + below(row.cells[2]) : 0,
  );
  if (cell.annotation) {
    const remark = pen.wrapped(
      [{ text: cell.annotation, size: sizes.small, colour: palette.soft }],
      0,
      y + height + sizes.remarkTop,
      pen.wide,
    );
    nodes.push(...remark.nodes);
    height += sizes.remarkTop + remark.height;
  }
  nodes.push(
    ...row.cells.slice(2).flatMap((each, index) => {
      const { x, long } = at.rest[index]!;
      return each.kind === "figure"
        ? pen.lines(figures[index]!, x + long, y, sizes.body, "end").nodes
        : small(each as SparkCell, x, long);
    }),
  );
  return { nodes, height, bar: under, above: [] };

  function small(each: SparkCell, x: number, long: number): VNode[] {
    if (!each.first && !each.paths[0]) return [];
    const foot = y + Math.max(line + sizes.barTop + sizes.bar - below(each), 38) - leading(sizes.small);
    return [
      ...(each.paths.length && !each.plotted
        ? sparked(each, row, pen, { x, y: y + 1, long, tall: Math.max(16, foot - y - 4) > 18 ? 18 : 16 })
        : each.last
          ? arrow(
              pen,
              each.arrow,
              x + (long + width(each.first, { size: sizes.small }) - width(each.last, { size: sizes.small })) / 2,
              foot,
              sizes.small,
            )
          : []),
      ...ended(pen, each.first, each.from, x, foot),
      ...ended(pen, each.last, each.to, x + long, foot, "end"),
    ];
  }
}
