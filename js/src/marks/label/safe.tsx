// The name at the head of a row with inline styles alone.
import type { LabelCell, Row } from "../../figure.ts";
import { SOFT } from "../../style/ink.ts";

/** The row's header cell. */
export function safe(cell: LabelCell, row: Row, style: string) {
  return (
    <th scope="row" style={`${style};font-weight:${row.accent || row.closing ? 700 : 400}`}>
      {[
        cell.text,
        ...cell.marks.map((mark) => (
          <>
            {" "}
            <small style={`font-weight:400;${SOFT}`}>{mark}</small>
          </>
        )),
      ]}
    </th>
  );
}
