// A dot's cell with inline styles alone.
import type { DotCell, Row } from "../../figure.ts";

/** The printed value, without a dot. */
export function safe(cell: DotCell, row: Row, style: string) {
  return <td style={style}>{row.accent ? <strong>{cell.text}</strong> : cell.text}</td>;
}
