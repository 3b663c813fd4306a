// A bar from the zero line with its value at the end.
import type { VNode } from "preact";
import { percent, type BarCell, type Row } from "../figure.ts";
import { markColour, SOFT } from "./ink.ts";

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

/** What the safe cells of a table share: the side a line begins at, the other one, and the room for the bars' values in em. */
export interface Sides { from: "left" | "right"; to: "left" | "right"; room: number }

/**
 * Floated boxes: they survive sanitizers, print, and stay in forced colours. The outer one reaches as far as the bar or
 * its tick does; in it, every mark takes no room of its own, so that each is placed from the zero of the scale. Wide, the
 * value follows on the same line; narrow, the outer box has a margin as wide as the cell, and the value goes under it.
 */
export function safe(cell: BarCell, row: Row, style: string, { from, to, room }: Sides) {
  const { bar } = cell;
  const share = (fraction: number): string => percent(fraction / (cell.end || 1));
  const mark = (at: number, look: string, size = 0): VNode =>
    <span style={`float:${from};margin-${from}:${share(at)};margin-${to}:-${share(at + size)};${look}`} />;
  const line = (at: number, width: number): VNode => mark(at, `height:1.3em;border-${from}:${width}px solid`);
  const wide = `${room + 7}em`;
  return (
    <td style={style}>
      {bar && (
        // A reader of mail that knows no calc() gets shorter bars, in proportion still.
        <span style={`float:${from};width:${percent(cell.end * 0.6)};width:calc((100% - clamp(0em,(100% - ${wide})*99,${room}em))*${Math.round(cell.end * 1e4) / 1e4});` +
          `margin-${to}:.4em;margin-${to}:clamp(.4em,(${wide} - 100%)*99,100%)`}>
          {mark(bar.start, `width:${share(bar.size)};min-width:1px;margin-top:.2em;border-top:.9em solid ${markColour(row.accent, cell.backwards)}`, bar.size)}
          {cell.zero > 0 && line(cell.zero, 1)}
          {cell.tick !== null && line(cell.tick, 2)}
        </span>
      )}
      {row.accent || row.closing ? <strong>{cell.text}</strong> : cell.text}
      {cell.detail ? <small> {cell.detail}</small> : null}
      {cell.annotation ? <small style={SOFT}><br />{cell.annotation}</small> : null}
    </td>
  );
}
