// A small line over all years between a row's first and last values, on a scale of its own from zero.
import type { SparkCell } from "../../figure.ts";
import { ARROW } from "./arrow.ts";

/** First value, line or arrow, last value; empty if the row has neither. */
export function html({ paths, first, last, plotted }: SparkCell) {
  return (
    <td class="tc-spark">
      {first && [
        <span>{first}</span>,
        " ",
        paths.length && !plotted ? (
          <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
            {paths.map((path) => (
              <path d={path} />
            ))}
          </svg>
        ) : (
          <span aria-hidden="true">{ARROW}</span>
        ),
        " ",
        <span>{last}</span>,
      ]}
    </td>
  );
}
