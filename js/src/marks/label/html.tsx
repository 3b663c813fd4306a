// The name at the head of a row; once the page is live it is the button that selects the row.
import type { Row, LabelCell } from "../../figure.ts";
import type { Live } from "../../hosts/live.tsx";
import { SOFT } from "../../style/ink.ts";

/** The row's header cell. */
export function html(cell: LabelCell, row: Row, live: Live | null) {
  return (
    <th scope="row" class="tc-label">
      {live && !row.closing && !row.still ? <button {...live.row(row)}>{cell.text}</button> : <span>{cell.text}</span>}
      {cell.marks.map((mark) => <> <small class="tc-mark">{mark}</small></>)}
    </th>
  );
}

/** The same with inline styles alone. */
export function safe(cell: LabelCell, row: Row, style: string) {
  return (
    <th scope="row" style={`${style};font-weight:${row.accent || row.closing ? 700 : 400}`}>
      {[cell.text, ...cell.marks.map((mark) => <> <small style={`font-weight:400;${SOFT}`}>{mark}</small></>)]}
    </th>
  );
}
