// Figure to elements with inline styles alone, for places that strip scripts, classes and style sheets.
import type { VNode } from "preact";
import { safe as around } from "../around/safe.tsx";
import { safe as lines } from "../blocks/lines/safe.tsx";
import { safe as period } from "../blocks/period/safe.tsx";
import { safe as table } from "../blocks/table/safe.tsx";
import type { Block, Figure, Table } from "../figure.ts";

const block = (each: Block, figure: Figure): VNode | null =>
  each.kind === "table"
    ? folded(each, figure)
    : each.kind === "period"
      ? period(each)
      : each.kind === "lines"
        ? lines(each)
        : null;

/** A table, collapsed if another one says the same in short. */
function folded(each: Table, figure: Figure): VNode {
  const drawn = table(each, figure);
  const alone = figure.blocks.every((block) => block === each || block.kind !== "table");
  return each.fold && !alone ? (
    <details>
      <summary>{each.fold}</summary>
      {drawn}
    </details>
  ) : (
    drawn
  );
}

/** The whole figure as figure, table, and inline styles. */
export const safe = (figure: Figure) =>
  around(
    figure,
    figure.blocks.map((each) => block(each, figure)),
  );
