// A bar with inline styles alone: in its cell before its value, or on a line of its own.
import type { VNode } from "preact";
import type { BarCell, Row } from "../../figure.ts";
import { INK, markColour, SOFT } from "../../style/ink.ts";
import { percent } from "../../style/inline.ts";
import { sizes } from "../../style/sizes.ts";
import { ends } from "./pair.ts";

/** The sides at which lines of text begin and end. */
export interface Ends {
  from: "left" | "right";
  to: "left" | "right";
}

/** Common to the safe cells of a table: the ends, and the fraction of their width that is the scale of the bars. */
export interface Sides extends Ends {
  scale: number;
  /** Whether a value's detail is on a line of its own. */
  stacked?: boolean | undefined;
}

/**
 * A mark at a position, on a line as long as the scale and without height, so that the next mark begins at the same
 * place. The line needs no negative margins and no calc(), which mail programs drop, and no height, which some treat as
 * min-height.
 */
const mark = ({ from }: Ends, at: number, look: string, aside = ""): VNode => (
  <span style={`float:${from};width:100%;max-height:0${aside}`}>
    <span style={`float:${from};margin-${from}:${percent(at)};${look}`} />
  </span>
);

/** A box on this part of the scale, at least 1 px wide. */
const box = (sides: Ends, start: number, size: number, look: string, aside?: string): VNode =>
  mark(sides, start, `width:${percent(size)};min-width:1px;margin-top:.2em;${look}`, aside);

/** A size of {@link sizes} plus some more px, in em of a text of 16 px. */
const em = (px: number): string => `${Math.round((px / 16) * 100) / 100}em`.replace(/^0/, "");
const filled = (colour: string): string => `border-top:${em(sizes.barSafe)} solid ${colour}`;
/** A box of two stripes. */
const striped = (colour: string): string => `border-top:${em(sizes.barSafe)} double ${colour}`;
const upright = (sides: Ends, at: number, width: number, aside?: string): VNode =>
  mark(sides, at, `height:${em(sizes.barSafe + 6.4)};border-${sides.from}:${width}px solid`, aside);

/**
 * A cell whose bar is made of floated boxes, which survive sanitizers, printing and forced colours. The outer box ends
 * where the bar or its tick ends; the value follows on the same line or, if there is no room, below.
 */
export function safe(cell: BarCell, row: Row, style: string, sides: Sides) {
  const { bar } = cell;
  const share = (fraction: number): number => fraction / (cell.end || 1);
  return (
    <td style={style}>
      {bar && (
        <span
          style={`float:${sides.from};width:${percent(cell.end * sides.scale)};height:${em(sizes.barSafe + 3.2)};margin-${sides.to}:.4em`}
        >
          {box(sides, share(bar.start), share(bar.size), filled(markColour(row.accent, cell.backwards && !cell.form)))}
          {cell.zero > 0 && upright(sides, share(cell.zero), 1)}
          {cell.tick !== null && upright(sides, share(cell.tick), 2)}
        </span>
      )}
      {row.accent || row.closing ? <strong>{cell.text}</strong> : cell.text}
      {cell.detail && sides.stacked ? <br /> : null}
      {cell.detail ? <small style={sides.stacked ? "line-height:1.7" : undefined}> {cell.detail}</small> : null}
      {cell.annotation ? (
        <small style={SOFT}>
          <br />
          {cell.annotation}
        </small>
      ) : null}
    </td>
  );
}

/** The style of a part of a whole, by its index. */
const part = (index: number): string => (index > 1 ? striped(INK.third) : filled(index ? INK.grey : INK.accents[0]!));

/** Gap after each part, as a fraction of the line. */
const GAP = 0.003;

/** The marks of a row on a line of their own, as wide as the table, with the remark below. */
export function alone(cell: BarCell, row: Row, style: string, columns: number, sides: Ends) {
  const { bar, backwards, form } = cell;
  const marks: (VNode | false)[] = [];
  let start = 0;
  for (const [index, size] of (cell.parts ?? []).entries()) {
    marks.push(box(sides, start, Math.max(0, size - GAP), part(index)));
    start += size;
  }
  // Dots extend half their width beyond the ends of the scale, so the scale is one dot shorter than the line, and
  // everything but the dots begins half a dot later.
  const dots = form === "point" || form === "ring";
  const aside = (size: string): string => `;margin-${sides.from}:${size}`;
  const later = dots ? aside(".4em") : "";
  if (bar && dots) {
    const colour = markColour(row.accent);
    const ring = `margin-top:.2em;border-radius:50%;padding:.25em;border:.15em solid ${colour}`;
    const place = backwards ? bar.start : bar.start + bar.size;
    marks.push(
      mark(sides, bar.start, `width:${percent(bar.size)};margin-top:.57em;border-top:1px solid #8a909680`),
      mark(sides, place, form === "ring" ? ring : `margin-top:.2em;border-radius:50%;border:.4em solid ${colour}`),
    );
  } else if (bar && form === "pair") {
    // One of two lines over a filled one, each half as high as a bar.
    for (const [index, place] of ends(cell).entries()) {
      const look = `margin-top:${index ? ".7em" : ".2em"};border-top:.4em ${index ? "solid" : "double"}`;
      const size = Math.abs(place - cell.zero);
      marks.push(
        mark(
          sides,
          Math.min(place, cell.zero),
          `width:${percent(size)};min-width:1px;${look} ${markColour(row.accent)}`,
        ),
      );
    }
  } else if (bar) {
    const colour = form === "whole" ? "" : markColour(form === "own" ? 1 : row.accent);
    marks.push(box(sides, bar.start, bar.size, filled(colour)));
  }
  // A zero line at the very end of the scale would be outside it.
  if (bar && cell.zero > 0) marks.push(upright(sides, Math.min(cell.zero, 1 - GAP), 1, later));
  return (
    <td colSpan={columns} style={dots ? `${style};padding-${sides.to}:.8em` : style}>
      {marks.length > 0 && (
        <span aria-hidden="true" style={`float:${sides.from};width:100%;height:${em(sizes.barSafe + 6.4)}`}>
          {marks}
        </span>
      )}
      {cell.annotation ? <small style={SOFT}>{cell.annotation}</small> : null}
    </td>
  );
}
