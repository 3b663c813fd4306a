// Figure to elements with inline styles alone, for places that strip scripts, classes and style sheets.
import type { VNode } from "preact";
import { safe as around } from "../around/safe.tsx";
import { safe as lines } from "../blocks/lines/safe.tsx";
import { safe as period } from "../blocks/period/safe.tsx";
import { safe as table } from "../blocks/table/safe.tsx";
import type { Block, Figure } from "../figure.ts";

const block = (each: Block, figure: Figure): VNode | null =>
  each.kind === "table"
    ? table(each, figure)
    : each.kind === "period"
      ? period(each)
      : each.kind === "lines"
        ? lines(each)
        : null;

/** The whole figure as figure, table, and inline styles. */
export const safe = (figure: Figure) =>
  around(
    figure,
    figure.blocks.map((each) => block(each, figure)),
  );
