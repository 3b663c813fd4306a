// A printed figure with inline styles alone.
import type { FigureCell, Row } from "../../figure.ts";

/** The figure, bold in highlighted and closing rows. */
export const safe = (cell: FigureCell, row: Row, style: string) => (
  <td style={style}>{row.accent || row.closing ? <strong>{cell.text}</strong> : cell.text}</td>
);
