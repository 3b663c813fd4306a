// A printed figure in a column of its own.
import type { FigureCell } from "../../figure.ts";

/** The figure, aligned to the end of its column. */
export const html = (cell: FigureCell) => <td class="tc-figure">{cell.text}</td>;
