// A bar from the zero line with its value at the end.
import type { VNode } from "preact";
import { percent, type BarCell, type Column, type Row } from "../figure.ts";
import { INK, markColour, SOFT } from "./ink.ts";

/** A cell whose track holds the bar; wide, the value stands at the bar's end; narrow, over the bar. */
export function html(cell: BarCell) {
  return (
    <td class="tc-bar">
      <span class="tc-track" aria-hidden="true">
        {cell.bar && (
          <i class={cell.form && `tc-${cell.form}`} data-back={cell.backwards || undefined} style={`margin-inline-start:${percent(cell.bar.start)};width:${percent(cell.bar.size)}`} />
        )}
        {cell.parts?.map((size) => <i style={`width:${percent(size)}`} />)}
        {cell.bar && cell.zero > 0 && <b style={`inset-inline-start:${percent(cell.zero)}`} />}
        {cell.tick !== null && <u style={`inset-inline-start:${percent(cell.tick)}`} />}
      </span>
      <span class="tc-value" style={`--end:${Math.round(cell.end * 1e4) / 1e4}`}>
        {cell.detail ? [`${cell.text} `, <small>{cell.detail}</small>] : cell.text}
      </span>
      {cell.annotation ? <span class="tc-annotation">{cell.annotation}</span> : null}
    </td>
  );
}

/** The sides that lines of text begin and end at. */
export interface Ends { from: "left" | "right"; to: "left" | "right" }

/** What the safe cells of a table share: the ends, and the room for the bars' values in em. */
export interface Sides extends Ends { room: number }

/** A mark that takes no room of its own, so that each is placed from the zero of the scale. */
const mark = ({ from, to }: Ends, at: string, look: string, end = `-${at}`): VNode =>
  <span style={`float:${from};margin-${from}:${at};margin-${to}:${end};${look}`} />;

const filled = (colour: string): string => `border-top:.9em solid ${colour}`;
const hollow = (): string => `height:.9em;border:1px solid ${INK.grey}`;
const upright = (sides: Ends, at: string, width: number, end?: string): VNode =>
  mark(sides, at, `height:1.3em;border-${sides.from}:${width}px solid`, end);

/**
 * Floated boxes: they survive sanitizers, print, and stay in forced colours. The outer one reaches as far as the bar or
 * its tick does. Wide, the value follows on the same line; narrow, the outer box has a margin as wide as the cell, and
 * the value goes under it.
 */
export function safe(cell: BarCell, row: Row, style: string, sides: Sides) {
  const { from, to, room } = sides;
  const { bar } = cell;
  const share = (fraction: number): string => percent(fraction / (cell.end || 1));
  const wide = `${room + 7}em`;
  return (
    <td style={style}>
      {bar && (
        // A reader of mail that knows no calc() gets shorter bars, in proportion still.
        <span style={`float:${from};width:${percent(cell.end * 0.6)};width:calc((100% - clamp(0em,(100% - ${wide})*99,${room}em))*${Math.round(cell.end * 1e4) / 1e4});` +
          `margin-${to}:.4em;margin-${to}:clamp(.4em,(${wide} - 100%)*99,100%)`}>
          {mark(sides, share(bar.start), `width:${share(bar.size)};min-width:1px;margin-top:.2em;${filled(markColour(row.accent, cell.backwards))}`, `-${share(bar.start + bar.size)}`)}
          {cell.zero > 0 && upright(sides, share(cell.zero), 1)}
          {cell.tick !== null && upright(sides, share(cell.tick), 2)}
        </span>
      )}
      {row.accent || row.closing ? <strong>{cell.text}</strong> : cell.text}
      {cell.detail ? <small> {cell.detail}</small> : null}
      {cell.annotation ? <small style={SOFT}><br />{cell.annotation}</small> : null}
    </td>
  );
}

/** The look of a part of a whole, by its place. */
const part = (index: number): string => index > 1 ? hollow() : filled(index ? INK.grey : INK.accents[0]);

/** The mark before a legend's word: text, or it would be lost where styles are. */
export function swatch(look: NonNullable<Column["legend"]>["look"], index: number): VNode {
  const [glyph, colour] = {
    parts: [["\u25a0", INK.accents[0]], ["\u25a0", INK.grey], ["\u25a1", INK.grey]],
    pair: [["\u25cb"], ["\u25cf"]],
    step: [["\u25a0", INK.grey], ["\u25a1", INK.grey]],
  }[look][index]!;
  return <span aria-hidden="true" style={colour && `color:${colour}`}>{glyph} </span>;
}

/** The marks of a bar on a line of their own as wide as the table, and the remark under them. */
export function alone(cell: BarCell, row: Row, style: string, columns: number, sides: Ends) {
  const { bar, backwards, form } = cell;
  const marks: (VNode | false)[] = [];
  /** A mark at a place; the line ends before it began, so that the next mark is placed from there too. */
  const put = (at: string, look: string): VNode => mark(sides, at, look, "-110%");
  const box = (start: number, size: number, look: string): VNode =>
    put(percent(start), `width:calc(${percent(size)} - 2px);min-width:1px;margin-top:.2em;${look}`);
  let start = 0;
  for (const [index, size] of (cell.parts ?? []).entries()) {
    marks.push(box(start, size, part(index)));
    start += size;
  }
  if (bar && form === "pair") {
    const colour = markColour(row.accent);
    const dot = (at: number, look: string): VNode => put(`calc(${percent(at)} - .35em)`, `margin-top:.3em;border-radius:50%;${look}`);
    const [first, second] = backwards ? [bar.start + bar.size, bar.start] : [bar.start, bar.start + bar.size];
    marks.push(
      put(percent(bar.start), `width:${percent(bar.size)};margin-top:.58em;border-top:2px solid ${colour}`),
      dot(first, `padding:.2em;border:.15em solid ${colour}`), dot(second, `border:.35em solid ${colour}`),
    );
  } else if (bar) {
    marks.push(box(bar.start, bar.size, form === "step" && backwards ? hollow() : filled(form === "whole" ? "" : markColour(form === "own" ? 1 : row.accent))));
  }
  // Half a dot stands over the end of the scale.
  const scale = form === "pair" ? "margin:0 .4em;width:calc(100% - .8em)" : "width:100%";
  return (
    <td colSpan={columns} style={style}>
      {marks.length > 0 && <span aria-hidden="true" style={`float:${sides.from};${scale}`}>{marks}{bar && cell.zero > 0 && upright(sides, `calc(${percent(cell.zero)} - 1px)`, 1, "-110%")}</span>}
      {cell.annotation ? <small style={SOFT}>{cell.annotation}</small> : null}
    </td>
  );
}
