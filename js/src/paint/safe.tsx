// Figure to elements with inline styles alone, for places that strip scripts, classes and style sheets.
import type { VNode } from "preact";
import * as lines from "../blocks/lines.tsx";
import * as period from "../blocks/period.tsx";
import * as table from "../blocks/table.tsx";
import type { Block, Figure } from "../figure.ts";
import * as frame from "../frame/frame.tsx";

const block = (each: Block, figure: Figure): VNode | null =>
  each.kind === "table" ? table.safe(each, figure) : each.kind === "period" ? period.safe(each)
    : each.kind === "lines" ? lines.safe(each) : null;

/** The whole figure as figure, table, and inline styles. */
export const safe = (figure: Figure) => frame.safe(figure, figure.blocks.map((each) => block(each, figure)));
