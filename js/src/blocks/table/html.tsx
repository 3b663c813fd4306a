// The block of rows and columns: a real table on a page, the same table with inline styles elsewhere.
import type { VNode } from "preact";
import * as bar from "../../marks/bar/safe.tsx";
import * as dot from "../../marks/dot/html.tsx";
import * as figure from "../../marks/figure/html.tsx";
import { RULE, SOFT } from "../../style/ink.ts";
import * as label from "../../marks/label/html.tsx";
import * as spark from "../../marks/spark/safe.tsx";
import type { Paint } from "../../chart.ts";
import { type Cell, type Column, type Figure, mark, type Row, type Table } from "../../figure.ts";
import type { Live } from "../../hosts/live.tsx";
import { safe as under } from "./safe-under.tsx";

function line(row: Row, live: Live | null, paint: Paint): VNode {
  return (
    <tr key={row.key} data-key={row.key} data-accent={row.accent || undefined} data-selected={row.selected || undefined}
      style={mark(row.accent)}>
      {row.cells.map((each) => paint.cells[each.kind]!(each as never, row, live))}
    </tr>
  );
}

/** Header cells become buttons once the page is live; until then they are the same words in the same place. */
function header(column: Column, live: Live | null, paint: Paint): VNode {
  return (
    <th scope="col" class={`tc-${column.cell}`} aria-sort={column.sort ?? undefined}>
      {live && column.sort ? <button {...live.header(column)}>{column.title}</button> : column.title ? <span>{column.title}</span> : null}
      {paint.over?.(column)}
    </th>
  );
}

/** Characters kept free at the bars' ends; a value beside a bar of less than half the width has room of its own. */
const counted = (rows: Row[]): number => Math.max(0, ...rows.flatMap(({ cells }) => cells.map((each) =>
  each.kind === "bar" && each.end > 0.5 ? each.text.length + (each.detail?.length ?? 0) : 0)));

/** The read-out line keeps the room of its longest text, so that nothing under it moves. */
const longest = (rows: Row[]): string =>
  rows.reduce((text, { readout }) => readout.length > text.length ? readout : text, "");

/** The table with classes, and the read-out line under it. */
export function html(table: Table, live: Live | null, paint: Paint): VNode {
  const { rows, fold, room = counted(rows) } = table;
  const closing = rows.filter((row) => row.closing);
  const figures = table.columns.filter(({ cell }) => cell === "figure").length;
  const drawn = (
    <table style={`--room:${room}${figures ? `;--figures:${figures}` : ""}`} data-last={table.columns.at(-1)!.cell} {...live?.rows}>
      <caption>{table.caption}</caption>
      <thead><tr>{table.columns.map((column) => header(column, live, paint))}</tr></thead>
      <tbody>{rows.filter((row) => !row.closing).map((row) => line(row, live, paint))}</tbody>
      {closing.length > 0 && <tfoot>{closing.map((row) => line(row, live, paint))}</tfoot>}
    </table>
  );
  return (
    <>
      {fold ? <details><summary>{fold}</summary>{drawn}</details> : drawn}
      {longest(rows) && <p class="tc-readout" aria-live="polite" data-longest={longest(rows)}>{live && <span>{live.readout()}</span>}</p>}
    </>
  );
}

/** The table for places that keep inline styles at most. */
export function safe(table: Table, { locale }: Figure): VNode {
  const widths = { label: 24, bar: table.columns.length > 2 ? 54 : 76, dot: 22, spark: 28, figure: 15 };
  const [from, to] = locale.dir === "rtl" ? ["right", "left"] as const : ["left", "right"] as const;
  const whole = (parts: VNode[], size = ""): VNode => (
    <table style={`width:100%;${size}border-collapse:collapse;border:0;margin:.6em 0;font-variant-numeric:tabular-nums`} dir={locale.dir}>{parts}</table>
  );
  if (table.under) return whole(under(table, { from, to }), table.columns.length > 4 ? "font-size:.85em;" : "");
  // One room in em for all rows, or their bars would not be to one scale: what is left of a phone's width is theirs, but
  // no less than makes a chart.
  const values = table.rows.flatMap(({ cells }) => cells.map((each) => each.kind === "bar" && each.end > 0.5 ? each.text.length * 0.6 + (each.detail?.length ?? 0) * 0.5 : 0));
  const room = Math.max(0, ...values) + 1.5;
  const sides: bar.Sides = { from, to, scale: Math.max(0.55, 1 - room * 16 / (288 * widths.bar / 100)) };
  const box = (index: number, kind: Cell["kind"]): string =>
    `padding:.25em 0;${index ? `padding-${from}:.4em;` : ""}border:0;text-align:${kind === "dot" || kind === "spark" || kind === "figure" ? to : from};`;
  const cells = (row: Row): VNode[] => row.cells.map((each, index) => {
    const style = `${box(index, each.kind)}border-top:1px solid ${row.closing ? RULE : "#8a909640"};vertical-align:top`;
    return each.kind === "label" ? label.safe(each, row, style)
      : each.kind === "bar" ? bar.safe(each, row, style, sides)
        : each.kind === "dot" ? dot.safe(each, row, style)
          : each.kind === "figure" ? figure.safe(each, row, style) : spark.safe(each, row, style, from);
  });
  return whole([
    <thead>
      <tr>
        {table.columns.map(({ cell, title }, index) => (
          <th scope="col" style={`${box(index, cell)}width:${widths[cell]}%;font-weight:400;font-size:.8em;vertical-align:bottom;${SOFT}`}>
            {title}
          </th>
        ))}
      </tr>
    </thead>,
    <tbody>{table.rows.map((row) => <tr>{cells(row)}</tr>)}</tbody>,
  ]);
}
