// The block of rows and columns: a real table on a page.
import type { VNode } from "preact";
import type { Live, Paint } from "../../chart.ts";
import type { Column, Figure, Row, Table } from "../../figure.ts";
import { mark } from "../../style/inline.ts";
import { Below, Chips, detail, Find } from "./reader.tsx";

function line(row: Row, live: Live | null, paint: Paint): VNode[] {
  const drawn = (
    <tr
      key={row.key}
      data-key={row.key}
      data-accent={row.accent || undefined}
      data-selected={row.selected || undefined}
      data-unfound={(live && !live.found(row)) || undefined}
      style={mark(row.accent)}
      title={live && !row.selected && row.readout ? row.readout : undefined}
    >
      {row.cells.map((each) => paint.cells[each.kind]!(each as never, row, live))}
    </tr>
  );
  return row.selected && row.readout && (live?.found(row) ?? true) ? [drawn, detail(row, row.cells.length)] : [drawn];
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

/** Characters to reserve at the ends of a column's bars. A value beside a bar of less than half the width has room
 * anyway; a per cent sign is half as wide again as a digit. */
const counted = (rows: Row[], column = 1, detailed = true): number =>
  Math.max(
    0,
    ...rows.map(({ cells }) => {
      const cell = cells[column];
      if (cell?.kind !== "bar" || cell.end <= 0.5) return 0;
      return (
        cell.text.length + (detailed ? (cell.detail?.length ?? 0) : 0) + (column > 1 && /%/.test(cell.text) ? 0.6 : 0)
      );
    }),
  );

/** The longest read-out: below lines its space is reserved, so that nothing below the line moves. */
const longest = (rows: Row[]): string =>
  rows.reduce((text, { readout }) => (readout.length > text.length ? readout : text), "");

/** The table with classes, and what a reader uses it with above and below. */
export function html(table: Table, live: Live | null, paint: Paint, figure: Figure): VNode {
  const { rows, fold, twin, room = counted(rows) } = table;
  const closing = rows.filter((row) => row.closing);
  const open = rows.filter((row) => !row.closing);
  const { hint } = figure.locale.words;
  // Rows that the reader points at in a plot are read out below.
  const plotted = figure.blocks.some(({ kind }) => kind === "lines");
  const figures = table.columns.filter(({ cell }) => cell === "figure").length;
  const find = <Find rows={rows} figure={figure} live={live} />;
  const drawn = (
    <table
      style={`--room:${room}${figures ? `;--figures:${figures}` : ""}${
        twin ? `;--room-narrow:${counted(rows, 1, false)};--room-twin:${counted(rows, 2)}` : ""
      }`}
      class={twin && "tc-twin"}
      data-last={twin ? "twin" : table.columns.at(-1)!.cell}
      data-under={table.under && table.columns.at(-1)!.cell}
      data-bridge={table.bridge}
      {...live?.rows}
    >
      <caption>{table.caption}</caption>
      <thead>
        <tr>{table.columns.map((column) => header(column, live, paint))}</tr>
      </thead>
      {[...new Set(open.map(({ group }) => group))].map((group) => (
        <tbody>
          {group && (
            <tr class="tc-group">
              <th scope="rowgroup" colSpan={table.columns.length}>
                {group}
              </th>
            </tr>
          )}
          {open.filter((row) => row.group === group).flatMap((row) => line(row, live, paint))}
        </tbody>
      ))}
      {closing.length > 0 && <tfoot>{closing.flatMap((row) => line(row, live, paint))}</tfoot>}
    </table>
  );
  return (
    <>
      {!figure.blocks.some(({ kind }) => kind === "chips") && <Chips rows={rows} figure={figure} live={live} />}
      {fold ? (
        <details>
          <summary>{fold.words}</summary>
          {fold.period && paint.blocks.period!(fold.period, live, paint, figure)}
          {find}
          {drawn}
        </details>
      ) : (
        [find, drawn]
      )}
      {longest(rows) && (
        <Below
          text={fold ? "" : plotted && live ? live.readout() : hint}
          long={fold ? "" : plotted ? longest(rows) : hint}
          figure={figure}
          live={live}
        />
      )}
    </>
  );
}
