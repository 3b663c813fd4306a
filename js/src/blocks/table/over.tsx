// What stands over a column's marks: what they stand for, and their scale.
import type { VNode } from "preact";
import { type Column, percent } from "../../figure.ts";
import { ticks } from "../ticks.tsx";

/** The scale; every value is printed, so a screen reader passes over it. */
export const axis = ({ axis: own }: Column): VNode | undefined => own && (
  <span class="tc-axis" aria-hidden="true" style={own.zero === undefined ? undefined : `--zero:${percent(own.zero)}`}>
    {own.sides.map((side) => <em>{side}</em>)}
    {ticks("b", "inset-inline-start", own.ticks)}
  </span>
);

/** The legend, then the scale. */
export const legend = (column: Column): (VNode | undefined)[] => [
  column.legend && (
    <span class="tc-legend" data-look={column.legend.look}>{column.legend.words.map((word, index) => [index ? " " : null, <em>{word}</em>])}</span>
  ),
  axis(column),
];
