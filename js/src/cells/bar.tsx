// A bar from the zero line with its value at the end.
import { percent, type BarCell, type Row } from "../figure.ts";
import { INK, markColour } from "./ink.ts";

/** A cell whose track holds the bar; wide, the value stands at the bar's end; narrow, over the bar. */
export function html(cell: BarCell) {
  return (
    <td class="tc-bar">
      <span class="tc-track" aria-hidden="true">
        {cell.bar && (
          <i class={cell.backwards ? "tc-back" : ""} style={`margin-inline-start:${percent(cell.bar.start)};width:${percent(cell.bar.size)}`} />
        )}
        {cell.bar && cell.zero > 0 && <b style={`inset-inline-start:${percent(cell.zero)}`} />}
        {cell.tick !== null && <u style={`inset-inline-start:${percent(cell.tick)}`} />}
      </span>
      <span class="tc-value" style={`--end:${Math.round(cell.end * 1e4) / 1e4}`}>
        {cell.text}
        {cell.detail ? <small> {cell.detail}</small> : null}
      </span>
      {cell.annotation ? <span class="tc-annotation">{cell.annotation}</span> : null}
    </td>
  );
}

/** A floated box with a top border: a bar that survives sanitizers, prints, and stays in forced colours. */
export function safe(cell: BarCell, row: Row, style: string) {
  // The room of the printed value is kept free; a reader of mail that knows no calc() gets a shorter bar.
  const room = `${Math.ceil([...cell.text].length * 0.6 + 1)}em`;
  const part = (property: string, fraction: number): string =>
    `${property}:${percent(fraction * 0.6)};${property}:calc((100% - ${room})*${Math.round(fraction * 1e4) / 1e4});`;
  const { bar } = cell;
  return (
    <td style={style}>
      {bar && (
        <span style={`float:left;${part("width", bar.size)}min-width:1px;${bar.start ? part("margin-left", bar.start) : ""}` +
          `margin-right:.4em;border-top:1em solid ${markColour(row.accent, cell.backwards)};margin-top:.2em`} />
      )}
      <span style={`font-weight:${row.accent || row.closing ? 700 : 400}`}>{cell.text}</span>
      {cell.detail ? <small> {cell.detail}</small> : null}
      {cell.annotation ? <small style={`color:${INK.soft}`}><br />{cell.annotation}</small> : null}
    </td>
  );
}
