// A bar with inline styles alone: in its cell before its value, or on a line of its own.
import type { VNode } from "preact";
import type { BarCell, Row } from "../../figure.ts";
import { INK, markColour, SOFT } from "../../style/ink.ts";
import { percent } from "../../style/inline.ts";

/** The sides that lines of text begin and end at. */
export interface Ends {
  from: "left" | "right";
  to: "left" | "right";
}

/** What the safe cells of a table share: the ends, and the part of their width that the scale of the bars takes. */
export interface Sides extends Ends {
  scale: number;
}

/**
 * A mark at a place, on a line that is as long as the scale and takes no height, so that the next one begins there too.
 * Mail programs drop negative margins and calc(), and some make a least height of a height: it needs none of them.
 */
const mark = ({ from }: Ends, at: number, look: string, aside = ""): VNode => (
  <span style={`float:${from};width:100%;max-height:0${aside}`}>
    <span style={`float:${from};margin-${from}:${percent(at)};${look}`} />
  </span>
);

/** A box of this part of the scale; what stands at its end may stand over the next. */
const box = (sides: Ends, start: number, size: number, look: string, aside?: string): VNode =>
  mark(sides, start, `width:${percent(size)};min-width:1px;margin-top:.2em;${look}`, aside);

const filled = (colour: string): string => `border-top:.9em solid ${colour}`;
/** Lighter than what is filled. No line at its ends, which would make it longer than its figure. */
const hollow = (): string => `height:.75em;border:solid ${INK.grey};border-width:1px 0;background:#8a909640`;
const upright = (sides: Ends, at: number, width: number, aside?: string): VNode =>
  mark(sides, at, `height:1.3em;border-${sides.from}:${width}px solid`, aside);

/**
 * Floated boxes: they survive sanitizers, print, and stay in forced colours. The outer one reaches as far as the bar or
 * its tick does; the value follows on the same line where there is room, else under it.
 */
export function safe(cell: BarCell, row: Row, style: string, sides: Sides) {
  const { bar } = cell;
  const share = (fraction: number): number => fraction / (cell.end || 1);
  return (
    <td style={style}>
      {bar && (
        <span
          style={`float:${sides.from};width:${percent(cell.end * sides.scale)};height:1.1em;margin-${sides.to}:.4em`}
        >
          {box(sides, share(bar.start), share(bar.size), filled(markColour(row.accent, cell.backwards && !cell.form)))}
          {cell.zero > 0 && upright(sides, share(cell.zero), 1)}
          {cell.tick !== null && upright(sides, share(cell.tick), 2)}
        </span>
      )}
      {row.accent || row.closing ? <strong>{cell.text}</strong> : cell.text}
      {cell.detail ? <small> {cell.detail}</small> : null}
      {cell.annotation ? (
        <small style={SOFT}>
          <br />
          {cell.annotation}
        </small>
      ) : null}
    </td>
  );
}

/** The look of a part of a whole, by its place. */
const part = (index: number): string => (index > 1 ? hollow() : filled(index ? INK.grey : INK.accents[0]));

/** Part of the line that is kept free after one of the parts. */
const GAP = 0.003;

/** The marks of a bar on a line of their own as wide as the table, and the remark under them. */
export function alone(cell: BarCell, row: Row, style: string, columns: number, sides: Ends) {
  const { bar, backwards, form } = cell;
  const marks: (VNode | false)[] = [];
  let start = 0;
  for (const [index, size] of (cell.parts ?? []).entries()) {
    marks.push(box(sides, start, Math.max(0, size - GAP), part(index)));
    start += size;
  }
  // Half a dot stands over either end of the scale: the scale is shorter by a dot, and begins half a dot later than they.
  const pair = form === "pair";
  const later = pair ? `;margin-${sides.from}:.35em` : "";
  if (bar && pair) {
    const colour = markColour(row.accent);
    const dot = (at: number, look: string): VNode => mark(sides, at, `margin-top:.3em;border-radius:50%;${look}`);
    const [first, second] = backwards ? [bar.start + bar.size, bar.start] : [bar.start, bar.start + bar.size];
    marks.push(
      mark(sides, bar.start, `width:${percent(bar.size)};margin-top:.58em;border-top:2px solid ${colour}`, later),
      dot(first, `padding:.2em;border:.15em solid ${colour}`),
      dot(second, `border:.35em solid ${colour}`),
    );
  } else if (bar) {
    const look =
      form === "step" && backwards
        ? hollow()
        : filled(form === "whole" ? "" : markColour(form === "own" ? 1 : row.accent));
    marks.push(box(sides, bar.start, bar.size, look));
  }
  // At the end of the line it would stand beyond it.
  if (bar && cell.zero > 0) marks.push(upright(sides, Math.min(cell.zero, 1 - GAP), 1, later));
  return (
    <td colSpan={columns} style={pair ? `${style};padding-${sides.to}:.7em` : style}>
      {marks.length > 0 && (
        <span aria-hidden="true" style={`float:${sides.from};width:100%;height:1.3em`}>
          {marks}
        </span>
      )}
      {cell.annotation ? <small style={SOFT}>{cell.annotation}</small> : null}
    </td>
  );
}
