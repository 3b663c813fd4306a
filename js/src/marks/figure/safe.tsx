// A printed figure with inline styles alone.
import type { FigureCell, Row } from "../../figure.ts";

/** The figure, of a row that stands out in bold. */
export const safe = (cell: FigureCell, row: Row, style: string) => (
  <td style={style}>{row.accent || row.closing ? <strong>{cell.text}</strong> : cell.text}</td>
);
