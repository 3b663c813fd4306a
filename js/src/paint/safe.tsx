// Figure to elements with inline styles alone, for places that strip scripts, classes and style sheets.
import * as table from "../blocks/table.tsx";
import type { Figure } from "../figure.ts";
import * as frame from "../frame/frame.tsx";

/** The whole figure as figure, table, and inline styles. */
export const safe = (figure: Figure) => frame.safe(figure, figure.blocks.map((block) => table.safe(block, figure)));
