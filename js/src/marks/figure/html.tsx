// A printed figure in a column of its own.
import type { FigureCell, Row } from "../../figure.ts";

/** The figure, to the end of its column. */
export const html = (cell: FigureCell) => <td class="tc-figure">{cell.text}</td>;

/** The same with inline styles alone. */
export const safe = (cell: FigureCell, row: Row, style: string) =>
  <td style={style}>{row.accent || row.closing ? <strong>{cell.text}</strong> : cell.text}</td>;
