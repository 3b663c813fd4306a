// The block of rows and columns: a real table on a page, the same table with inline styles elsewhere.
import type { VNode } from "preact";
import * as bar from "../cells/bar.tsx";
import * as dot from "../cells/dot.tsx";
import { INK } from "../cells/ink.ts";
import * as label from "../cells/label.tsx";
import type { Cell, Column, Figure, Row, Table } from "../figure.ts";
import type { Live } from "../hosts/live.tsx";

function cell(cell: Cell, row: Row, live: Live | null): VNode {
  return cell.kind === "label" ? label.html(cell, row, live) : cell.kind === "bar" ? bar.html(cell) : dot.html(cell);
}

function line(row: Row, live: Live | null): VNode {
  return (
    <tr key={row.key} data-accent={row.accent || undefined} data-selected={row.selected || undefined} {...live?.line(row)}>
      {row.cells.map((each) => cell(each, row, live))}
    </tr>
  );
}

/** Header cells become buttons once the page is live; until then they are the same words in the same place. */
function header(column: Column, live: Live | null): VNode {
  return (
    <th scope="col" class={`tc-${column.cell}`} aria-sort={column.sort ?? undefined}>
      {live && column.sort ? <button {...live.header(column)}>{column.title}</button> : <span>{column.title}</span>}
    </th>
  );
}

/** The table with classes, and the read-out line under it. */
export function html(table: Table, live: Live | null): VNode {
  const room = (cell: Cell["kind"]): number => table.columns.find((column) => column.cell === cell)?.room ?? 0;
  const closing = table.rows.filter((row) => row.closing);
  return (
    <>
      <table style={`--room:${room("bar")};--dot:${room("dot")}`} data-columns={table.columns.length} {...live?.table()}>
        <caption>{table.caption}</caption>
        <thead><tr>{table.columns.map((column) => header(column, live))}</tr></thead>
        <tbody>{table.rows.filter((row) => !row.closing).map((row) => line(row, live))}</tbody>
        {closing.length > 0 && <tfoot>{closing.map((row) => line(row, live))}</tfoot>}
      </table>
      <p class="tc-readout" aria-live="polite">{live?.readout()}</p>
    </>
  );
}

/** The table for places that keep inline styles at most. */
export function safe(table: Table, figure: Figure): VNode {
  const widths = { label: 24, bar: table.columns.length > 2 ? 54 : 76, dot: 22 };
  const cells = (row: Row): VNode[] => row.cells.map((each, index) => {
    const style = `padding:.25em ${index === row.cells.length - 1 ? "0" : ".6em"} .25em 0;border:0;` +
      `border-top:1px solid ${row.closing ? INK.rule : "#8a909640"};vertical-align:top` +
      `;width:${widths[each.kind]}%`;
    return each.kind === "label" ? label.safe(each, row, style)
      : each.kind === "bar" ? bar.safe(each, row, style) : dot.safe(each, row, style);
  });
  return (
    <table style="width:100%;border-collapse:collapse;border:0;margin:.6em 0;font-variant-numeric:tabular-nums" dir={figure.locale.dir}>
      <thead>
        <tr>
          {table.columns.map((column, index) => (
            <th scope="col" style={`padding:0 ${index === table.columns.length - 1 ? "0" : ".6em"} .25em 0;border:0;` +
              `text-align:${column.cell === "dot" ? "end" : "start"};font-weight:400;font-size:.85em;color:${INK.soft};vertical-align:bottom`}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{table.rows.map((row) => <tr>{cells(row)}</tr>)}</tbody>
    </table>
  );
}
