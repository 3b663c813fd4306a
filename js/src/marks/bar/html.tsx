// A bar from the zero line with its value at the end.
import type { ComponentChild } from "preact";
import type { Live } from "../../chart.ts";
import type { BarCell, Row } from "../../figure.ts";
import { percent } from "../../style/inline.ts";

/**
 * A cell with the bar on its track. The value is at the end of the bar or, in the narrow layout, above it. A chart with
 * other marks on the track gives them as `more`, and what their styles need to know as `style`.
 */
export function html(cell: BarCell, _row?: Row, _live?: Live | null, more?: ComponentChild, style?: string) {
  return (
    <td class="tc-bar" style={style}>
      <span class="tc-track" aria-hidden="true">
        {cell.bar && (
          <i
            class={cell.form && `tc-${cell.form}`}
            data-back={cell.backwards || undefined}
            style={`margin-inline-start:${percent(cell.bar.start)};width:${percent(cell.bar.size)}`}
          />
        )}
        {more}
        {cell.bar && cell.zero > 0 && <b style={`inset-inline-start:${percent(cell.zero)}`} />}
        {cell.tick !== null && <u style={`inset-inline-start:${percent(cell.tick)}`} />}
      </span>
      <span
        class="tc-value"
        data-before={cell.before !== undefined || undefined}
        style={`--end:${Math.round((cell.before ?? cell.end) * 1e4) / 1e4}`}
      >
        {cell.detail ? [`${cell.text} `, <small>{cell.detail}</small>] : cell.text || null}
      </span>
      {cell.annotation ? [" ", <span class="tc-annotation">{cell.annotation}</span>] : null}
    </td>
  );
}
