// Figure to elements with inline styles alone, for places that strip scripts, classes and style sheets.
import type { VNode } from "preact";
import * as lines from "../blocks/lines/html.tsx";
import * as period from "../blocks/period/html.tsx";
import * as table from "../blocks/table/html.tsx";
import type { Block, Figure } from "../figure.ts";
import * as frame from "../around/html.tsx";

const block = (each: Block, figure: Figure): VNode | null =>
  each.kind === "table" ? table.safe(each, figure) : each.kind === "period" ? period.safe(each)
    : each.kind === "lines" ? lines.safe(each) : null;

/** The whole figure as figure, table, and inline styles. */
export const safe = (figure: Figure) => frame.safe(figure, figure.blocks.map((each) => block(each, figure)));
