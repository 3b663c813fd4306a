// A small line over all years between a row's first and last values, on a scale of its own from zero.
import type { VNode } from "preact";
import type { SparkCell } from "../../figure.ts";
import { ARROW } from "./arrow.ts";

/** First value, line or arrow, last value; empty if the row has neither. */
export function html({ paths, first, last, from, to, plotted }: SparkCell) {
  const value = (text: string, year: string): VNode => (
    <span>
      {text}
      {year && <small> {year}</small>}
    </span>
  );
  return (
    <td class="tc-spark">
      {(first || paths[0]) && [
        value(first, from),
        " ",
        paths.length && !plotted ? (
          <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
            {paths.map((path) => (
              <path d={path} />
            ))}
          </svg>
        ) : (
          last && <span aria-hidden="true">{ARROW}</span>
        ),
        " ",
        value(last, to),
      ]}
    </td>
  );
}
