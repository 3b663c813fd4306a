// Figure to elements with inline styles alone, for places that strip scripts, classes and style sheets.
import type { VNode } from "preact";
import { safe as around } from "../around/safe.tsx";
import { safe as lines } from "../blocks/lines/safe.tsx";
import { safe as period } from "../blocks/period/safe.tsx";
import { safe as table } from "../blocks/table/safe.tsx";
import type { Block, Figure, Table } from "../figure.ts";

const block = (each: Block, figure: Figure): VNode | (VNode | null)[] | null =>
  each.kind === "table"
    ? folded(each, figure)
    : each.kind === "period"
      ? period(each)
      : each.kind === "lines"
        ? lines(each)
        : null;

/** A table, collapsed if another one says the same in short; open if it is all that replaces the lines. */
function folded(each: Table, figure: Figure): VNode | (VNode | null)[] {
  const drawn = table(each, figure);
  if (!each.fold) return drawn;
  const { words, period: years } = each.fold;
  if (figure.blocks.every((other) => other === each || other.kind !== "table"))
    return [years ? period(years) : null, drawn];
  return (
    <details>
      <summary>{words}</summary>
      {drawn}
    </details>
  );
}

/** Puts the events of lines after the table that replaces the lines. */
const inOrder = (blocks: Block[]): Block[] => [
  ...blocks.filter(({ kind }) => kind !== "lines"),
  ...blocks.filter(({ kind }) => kind === "lines"),
];

/** The chart as <figure>, tables and inline styles. */
export const safe = (figure: Figure) =>
  around(
    figure,
    inOrder(figure.blocks).flatMap((each) => block(each, figure)),
  );
