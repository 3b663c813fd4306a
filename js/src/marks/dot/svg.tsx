// A dot on a scale of its own, at a fixed size.
import type { VNode } from "preact";
import type { DotCell, Row } from "../../figure.ts";
import type { Pen } from "../pen.tsx";

/** A dot on a scale of its own. */
export const svg = (cell: DotCell, { accent }: Row, pen: Pen, x: number, middle: number, long: number): VNode[] =>
  cell.at === null
    ? []
    : [
        pen.line([x, middle], [x + long, middle], pen.palette.grey),
        pen.circle(x + cell.at * long, middle, 5.2, { fill: pen.mark(accent) }),
      ];
