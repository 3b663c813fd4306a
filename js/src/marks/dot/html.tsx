// A dot on a scale of its own, with the value printed beside it.
import { percent, type DotCell, type Row } from "../../figure.ts";

/** A cell with a scale line, a dot and the value; narrow, the value alone. */
export function html(cell: DotCell) {
  return (
    <td class="tc-dot">
      {cell.at !== null && <span class="tc-scale" aria-hidden="true"><i style={`inset-inline-start:${percent(cell.at)}`} /></span>}
      <span class={cell.at === null ? "tc-none" : "tc-value"}>{cell.text || null}</span>
    </td>
  );
}

/** The printed value. */
export function safe(cell: DotCell, row: Row, style: string) {
  return <td style={style}>{row.accent ? <strong>{cell.text}</strong> : cell.text}</td>;
}
