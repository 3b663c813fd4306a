// The name at the head of a row; once the page is live it is the button that selects the row.
import type { Live } from "../../chart.ts";
import type { LabelCell, Row } from "../../figure.ts";

/** The row's header cell. */
export function html(cell: LabelCell, row: Row, live: Live | null) {
  return (
    <th scope="row" class="tc-label">
      {live && !row.closing && !row.still ? <button {...live.row(row)}>{cell.text}</button> : <span>{cell.text}</span>}
      {cell.marks.map((mark) => (
        <>
          {" "}
          <small class="tc-mark">{mark}</small>
        </>
      ))}
    </th>
  );
}
