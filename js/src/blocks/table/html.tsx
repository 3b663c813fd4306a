// The block of rows and columns: a real table on a page.
import type { VNode } from "preact";
import type { Live, Paint } from "../../chart.ts";
import type { Column, Row, Table } from "../../figure.ts";
import { mark } from "../../style/inline.ts";

function line(row: Row, live: Live | null, paint: Paint): VNode {
  return (
    <tr
      key={row.key}
      data-key={row.key}
      data-accent={row.accent || undefined}
      data-selected={row.selected || undefined}
      style={mark(row.accent)}
    >
      {row.cells.map((each) => paint.cells[each.kind]!(each as never, row, live))}
    </tr>
  );
}

/** Header cells become buttons once the page is live; until then they are the same words in the same place. */
function header(column: Column, live: Live | null, paint: Paint): VNode {
  return (
    <th scope="col" class={`tc-${column.cell}`} aria-sort={column.sort ?? undefined}>
      {live && column.sort ? (
        <button {...live.header(column)}>{column.title}</button>
      ) : column.title ? (
        <span>{column.title}</span>
      ) : null}
      {paint.over?.(column)}
    </th>
  );
}

/** Characters to reserve at the bars' ends. A value beside a bar of less than half the width has room anyway. */
const counted = (rows: Row[]): number =>
  Math.max(
    0,
    ...rows.flatMap(({ cells }) =>
      cells.map((each) => (each.kind === "bar" && each.end > 0.5 ? each.text.length + (each.detail?.length ?? 0) : 0)),
    ),
  );

/** The longest read-out: its space is reserved, so that nothing below the line moves. */
const longest = (rows: Row[]): string =>
  rows.reduce((text, { readout }) => (readout.length > text.length ? readout : text), "");

/** The table with classes, and the read-out line under it. */
export function html(table: Table, live: Live | null, paint: Paint): VNode {
  const { rows, fold, room = counted(rows) } = table;
  const closing = rows.filter((row) => row.closing);
  const figures = table.columns.filter(({ cell }) => cell === "figure").length;
  const drawn = (
    <table
      style={`--room:${room}${figures ? `;--figures:${figures}` : ""}`}
      data-last={table.columns.at(-1)!.cell}
      {...live?.rows}
    >
      <caption>{table.caption}</caption>
      <thead>
        <tr>{table.columns.map((column) => header(column, live, paint))}</tr>
      </thead>
      <tbody>{rows.filter((row) => !row.closing).map((row) => line(row, live, paint))}</tbody>
      {closing.length > 0 && <tfoot>{closing.map((row) => line(row, live, paint))}</tfoot>}
    </table>
  );
  const read = longest(rows) && (
    <p class="tc-readout" aria-live="polite" data-longest={longest(rows)}>
      {live && <span>{live.readout()}</span>}
    </p>
  );
  return fold ? (
    <details>
      <summary>{fold.words}</summary>
      {fold.period && paint.blocks.period!(fold.period, live, paint)}
      {drawn}
      {read}
    </details>
  ) : (
    <>
      {drawn}
      {read}
    </>
  );
}
