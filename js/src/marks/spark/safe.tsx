// A small line with inline styles alone: the first and last values, and the years as small bars.
import type { VNode } from "preact";
import type { Row, SparkCell } from "../../figure.ts";
import { points } from "../../layout/path.ts";
import { markColour, SOFT } from "../../style/ink.ts";

/** Heights of a small line by year, in tenths of the highest, parsed from its path in 100 by 100; null in gaps. */
function tenths(path: string, years: number): (number | null)[] {
  const found = Array<number | null>(years).fill(null);
  for (const { x, y } of points(path)) found[Math.round((x / 100) * (years - 1))] = Math.round(10 - y / 10);
  return found;
}

/** Borders of floated boxes, which sanitizers keep and printers print; adjacent years of one height share a box. */
function bars(years: (number | null)[], row: Row, from: "left" | "right"): VNode {
  const runs: { height: number | null; long: number }[] = [];
  for (const height of years) {
    const last = runs.at(-1);
    if (last && last.height === height) last.long++;
    else runs.push({ height, long: 1 });
  }
  return (
    <span style={`float:${from};width:100%;margin:.2em 0`}>
      {runs.map(({ height, long }) => (
        <span
          style={
            `float:${from};width:${Math.floor((1e4 * long) / years.length) / 100}%;` +
            (height
              ? `border-top:${height / 10}em solid ${markColour(row.accent)};margin-top:${(10 - height) / 10}em`
              : "height:1em")
          }
        />
      ))}
    </span>
  );
}

/**
 * The two values with an arrow between, or the first alone; under them the years as small bars, and the lowest and
 * highest of them.
 */
export function safe(
  { paths, years, first, last, from: begin, to: end, extremes, arrow }: SparkCell,
  row: Row,
  style: string,
  from: "left" | "right",
) {
  const value = (text: string, year: string): string => (year ? `${text} (${year})` : text);
  return (
    <td style={style}>
      {first && [value(first, begin), last && [<span style={SOFT}> {arrow} </span>, value(last, end)]]}
      {extremes && paths[0] && bars(tenths(paths[0], years), row, from)}
      {extremes && (
        <small style={SOFT}>
          <br />
          {extremes}
        </small>
      )}
    </td>
  );
}
