// The table with inline styles alone, for names that are too long to be beside a bar: below the name and the figures of
// each row, its bar takes the whole width, on a phone as on a screen.
import type { VNode } from "preact";
import type { BarCell, Cell, Column, Row, Table } from "../../figure.ts";
import { alone, type Ends } from "../../marks/bar/safe.tsx";
import { safe as figure } from "../../marks/figure/safe.tsx";
import { safe as label } from "../../marks/label/safe.tsx";
import { swatch } from "../../marks/legend/safe.tsx";
import { PALE, RULE, SOFT } from "../../style/ink.ts";

const HEAD = "border:0;font-weight:400;font-size:.8em;vertical-align:bottom";

/** Secondary words in a soft colour; their marks keep their colours. */
const soft = (words: string): VNode => <span style={SOFT}>{words}</span>;

/** A legend's words, each after its mark. */
const legend = ({ look, words }: NonNullable<Column["legend"]>): VNode[] =>
  words.map((word, index) => (
    <span>
      {" "}
      {swatch(look, index)}
      {soft(word)}
    </span>
  ));

/** The table's parts; `from` and `to` are the sides that lines begin and end at. */
export function safe({ columns, rows }: Table, { from, to }: Ends): VNode[] {
  const barred = columns.findIndex(({ cell }) => cell === "bar");
  const drawn = columns[barred]!;
  // If there are no columns of figures, the bar's own figure is printed in its column.
  const heads = columns.filter(({ cell }) => cell !== "bar" || columns.length === 2);
  const figures = (row: Row): Cell[] => {
    if (columns.length > 2) return row.cells.filter((_, index) => index > 0 && index !== barred);
    const { text, detail } = row.cells[barred] as BarCell;
    return [{ kind: "figure", text: detail ? `${text} ${detail}` : text }];
  };
  const over = columns.length > 2 && drawn.title;
  // Parts with a column each are explained by a mark in its header.
  const parts = !drawn.legend && rows.some(({ cells }) => (cells[barred] as BarCell).parts);
  const line = (row: Row, index: number): (VNode | null)[] => {
    const cell = row.cells[barred] as BarCell;
    const rule = `border:0;border-top:1px solid ${row.closing ? RULE : PALE};vertical-align:top`;
    const strong = { ...row, closing: row.closing || cell.form === "whole" };
    return [
      row.group && row.group !== rows[index - 1]?.group ? (
        <tr>
          <th
            scope="rowgroup"
            colSpan={heads.length}
            style={`padding:.6em 0 .2em;border:0;text-align:${from};font-size:.85em`}
          >
            {soft(row.group)}
          </th>
        </tr>
      ) : null,
      <tr>
        {label(row.cells[0] as never, strong, `padding:.25em 0 0;text-align:${from};${rule}`)}
        {figures(row).map((each) =>
          figure(each as never, strong, `padding:.25em 0 0;padding-${from}:.4em;text-align:${to};${rule}`),
        )}
      </tr>,
      ...(cell.bar || cell.parts || cell.annotation
        ? [<tr>{alone(cell, row, `padding:0 0 .4em;border:0;text-align:${from}`, heads.length, { from, to })}</tr>]
        : []),
    ];
  };
  return [
    <thead>
      <tr>
        {heads.map(({ title }, index) => (
          <th
            scope="col"
            style={`padding:.25em 0;${index ? `padding-${from}:.4em;` : ""}text-align:${index ? to : from};${HEAD}`}
          >
            {parts && index > 0 && swatch("parts", index - 1)}
            {soft(title)}
          </th>
        ))}
      </tr>
      {(over || drawn.legend) && (
        <tr>
          <td colSpan={heads.length} style={`padding:.25em 0;text-align:${from};${HEAD}`}>
            {over ? soft(over) : null}
            {drawn.legend && legend(drawn.legend)}
          </td>
        </tr>
      )}
    </thead>,
    <tbody>{rows.flatMap(line)}</tbody>,
  ];
}
