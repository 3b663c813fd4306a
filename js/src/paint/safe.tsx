// Figure to elements with inline styles alone, for places that strip scripts, classes and style sheets.
import type { VNode } from "preact";
import { safe as around } from "../around/safe.tsx";
import { safe as lines } from "../blocks/lines/safe.tsx";
import { safe as period } from "../blocks/period/safe.tsx";
import { safe as table } from "../blocks/table/safe.tsx";
import type { Block, Figure, Table } from "../figure.ts";

const block = (each: Block, figure: Figure): VNode | (VNode | null)[] | null =>
  each.kind === "table"
    ? [folded(each), table(each, figure)]
    : each.kind === "period"
      ? period(each)
      : each.kind === "lines"
        ? lines(each)
        : null;

/** The period of a collapsed table, which nothing collapses here. */
const folded = ({ fold }: Table): VNode | null => {
  const { period: years = false } = fold || {};
  return years ? period(years) : null;
};

/** The events of lines are told after the table, which stands for the lines. */
const inOrder = (blocks: Block[]): Block[] => [
  ...blocks.filter(({ kind }) => kind !== "lines"),
  ...blocks.filter(({ kind }) => kind === "lines"),
];

/** The whole figure as figure, table, and inline styles. */
export const safe = (figure: Figure) =>
  around(
    figure,
    inOrder(figure.blocks).flatMap((each) => block(each, figure)),
  );
