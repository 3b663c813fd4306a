// The scale over a column's marks.
import type { VNode } from "preact";
import type { Column } from "../../figure.ts";
import { percent } from "../../style/inline.ts";
import { ticks } from "../ticks.tsx";

/** The scale, hidden from screen readers, since every value is printed. */
export const html = ({ axis: own }: Column): VNode | undefined =>
  own && (
    <span class="tc-axis" aria-hidden="true" style={own.zero === undefined ? undefined : `--zero:${percent(own.zero)}`}>
      {own.sides.map((side) => (
        <em>{side}</em>
      ))}
      {ticks("b", "inset-inline-start", own.ticks)}
    </span>
  );
