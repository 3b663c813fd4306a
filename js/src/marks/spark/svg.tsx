// A small line at a fixed size.
import type { VNode } from "preact";
import type { Row, SparkCell } from "../../figure.ts";
import { width } from "../../text/measure.ts";
import type { Box, Pen } from "../pen.tsx";
import { ARROW } from "./arrow.ts";

/** A small line, the second series dashed. */
export const svg = ({ paths }: SparkCell, { accent }: Row, pen: Pen, { x, y, long, tall }: Box): VNode[] =>
  paths.flatMap((data, index) =>
    data
      ? [
          pen.path(data, x, y, long, tall, pen.mark(accent), {
            "stroke-width": 1.5,
            ...(index ? { "stroke-dasharray": "3 3", "stroke-linecap": "butt" } : {}),
          }),
        ]
      : [],
  );

/** An arrow between two printed values, where there is no line. */
export const arrow = (pen: Pen, x: number, y: number, size: number): VNode[] =>
  pen.text(ARROW, x - width(ARROW, { size }) / 2, y, { size, colour: pen.palette.soft });
