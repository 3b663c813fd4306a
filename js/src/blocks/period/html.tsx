// The sentence that says the period; once the page is live, its two years are the reader's to change.
import type { VNode } from "preact";
import type { Live } from "../../chart.ts";
import type { Period } from "../../figure.ts";
import { shown } from "../../text/number.ts";

/** Words and years; the years keep their place when they become controls. */
export const html = ({ words, years, now, labels, digits }: Period, live: Live | null): VNode => (
  <p class="tc-period">
    {now.map((year, end) => [
      words[end],
      live ? (
        <select aria-label={labels[end]} value={year} {...live.period(end)}>
          {years.map((each) => (
            <option value={each}>{shown(each, digits)}</option>
          ))}
        </select>
      ) : (
        <b>{shown(year, digits)}</b>
      ),
    ])}
    {words[2]}
  </p>
);
