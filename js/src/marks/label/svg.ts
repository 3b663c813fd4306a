// The name at the head of a row, at a fixed width.
import type { LabelCell, Row } from "../../figure.ts";
import { barOf } from "../../layout/rows.ts";
import type { Palette } from "../../spec.gen.ts";
import { sizes } from "../../style/sizes.ts";
import type { Run } from "../../text/measure.ts";
import type {} from "../pen.tsx";

/** A row's name and its marks. */
export const runs = (cell: LabelCell, row: Row, { soft }: Palette): Run[] => {
  const weight = row.accent || row.closing || barOf(row)?.form === "whole" ? 600 : 400;
  return [
    { text: cell.text, size: sizes.body, weight },
    ...cell.marks.map(
      (mark): Run => ({ text: ` ${mark.replaceAll(" ", "\u00a0")}`, size: sizes.mark, weight: 600, colour: soft }),
    ),
  ];
};
