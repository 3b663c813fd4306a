// A small line at a fixed size.
import type { VNode } from "preact";
import type { Cell, Row, SparkCell } from "../../figure.ts";
import { sizes } from "../../style/sizes.ts";
import { width } from "../../text/measure.ts";
import { type Align, type Box, leading, type Pen } from "../pen.tsx";

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

/** A printed value, with its year under it if it has one. */
export const value = (pen: Pen, text: string, year: string, x: number, y: number, align?: Align): VNode[] =>
  text
    ? [
        ...pen.text(text, x, y, { size: sizes.small }, align),
        ...(year
          ? pen.text(year, x, y + leading(sizes.small) - 2, { size: sizes.mark, colour: pen.palette.soft }, align)
          : []),
      ]
    : [];

/** The height of a year under a value; 0 if neither value has one. */
export const below = (cell?: Cell): number =>
  cell?.kind === "spark" && (cell.from || cell.to) ? leading(sizes.mark) - 2 : 0;

/** An arrow between two printed values, where there is no line. */
export const arrow = (pen: Pen, text: string, x: number, y: number, size: number): VNode[] =>
  pen.text(text, x - width(text, { size }) / 2, y, { size, colour: pen.palette.soft });
