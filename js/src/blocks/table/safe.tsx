// The block of rows and columns with inline styles alone.
import type { VNode } from "preact";
import type { Cell, Figure, Row, Table } from "../../figure.ts";
import { safe as bar, type Sides } from "../../marks/bar/safe.tsx";
import { safe as figure } from "../../marks/figure/safe.tsx";
import { safe as label } from "../../marks/label/safe.tsx";
import { swatch } from "../../marks/legend/safe.tsx";
import { safe as spark } from "../../marks/spark/safe.tsx";
import { PALE, RULE, SOFT } from "../../style/ink.ts";
import { safe as under } from "./safe-under.tsx";

/** The table with inline styles alone. */
export function safe(table: Table, { locale }: Figure): VNode {
  const barred = table.twin ? [46, 30] : [table.columns.length > 2 ? 54 : 76];
  const widths = { label: 24, spark: 28, figure: 15 };
  const [from, to] = locale.dir === "rtl" ? (["right", "left"] as const) : (["left", "right"] as const);
  const whole = (parts: VNode[], size = ""): VNode => (
    <table
      style={`width:100%;${size}border-collapse:collapse;border:0;margin:.6em 0;font-variant-numeric:tabular-nums`}
      dir={locale.dir}
    >
      {parts}
    </table>
  );
  if (table.under) return whole(under(table, { from, to }), table.columns.length > 4 ? "font-size:.85em;" : "");
  // All rows reserve the same space for values, so that their bars have one scale. The bars get the rest of a phone's
  // width, but at least 55 %.
  const scales = barred.map((share, index): Sides => {
    const values = table.rows.map(({ cells }) => {
      const cell = cells[index + 1];
      if (cell?.kind !== "bar" || cell.end <= 0.5) return 0;
      return cell.text.length * 0.6 + (table.twin ? 0 : (cell.detail?.length ?? 0) * 0.5);
    });
    const room = Math.max(0, ...values) + 1.5;
    const least = table.twin ? 0.35 : 0.55;
    return { from, to, scale: Math.max(least, 1 - (room * 16) / ((288 * share) / 100)), stacked: table.twin };
  });
  const box = (index: number, kind: Cell["kind"]): string =>
    `padding:.25em 0;${index ? `padding-${from}:.4em;` : ""}border:0;text-align:${kind === "spark" || kind === "figure" ? to : from};`;
  const cells = (row: Row): VNode[] =>
    row.cells.map((each, index) => {
      const style = `${box(index, each.kind)}border-top:1px solid ${row.closing ? RULE : PALE};vertical-align:top`;
      return each.kind === "label"
        ? label(each, row, style)
        : each.kind === "bar"
          ? bar(each, row, style, scales[index - 1]!)
          : each.kind === "figure"
            ? figure(each, row, style)
            : spark(each, row, style, from);
    });
  return whole([
    <thead>
      <tr>
        {table.columns.map(({ cell, title, legend }, index) => (
          <th
            scope="col"
            style={`${box(index, cell)}width:${cell === "bar" ? barred[index - 1] : widths[cell]}%;font-weight:400;font-size:.8em;vertical-align:bottom;${SOFT}`}
          >
            {title}
            {legend?.words.map((word, at) => (
              <>
                <br />
                {swatch(legend.look, at)}
                {word}
              </>
            ))}
          </th>
        ))}
      </tr>
    </thead>,
    <tbody>
      {table.rows.map((row) => (
        <tr>{cells(row)}</tr>
      ))}
    </tbody>,
  ]);
}
