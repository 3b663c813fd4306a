// A dot on a scale of its own, with the value printed beside it.
import type { DotCell } from "../../figure.ts";
import { percent } from "../../style/inline.ts";

/** A cell with a scale line, a dot and the value; in the narrow layout, the value alone. */
export function html(cell: DotCell) {
  return (
    <td class="tc-dot">
      {cell.at !== null && (
        <span class="tc-scale" aria-hidden="true">
          <i style={`inset-inline-start:${percent(cell.at)}`} />
        </span>
      )}
      <span class={cell.at === null ? "tc-none" : "tc-value"}>{cell.text || null}</span>
    </td>
  );
}
