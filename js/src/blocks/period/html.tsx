// The sentence that says the period; once the page is live, its two years are the reader's to change.
import type { VNode } from "preact";
import type { Period } from "../../figure.ts";
import type { Live } from "../../hosts/live.tsx";

/** Words and years; the years keep their place when they become controls. */
export const html = ({ words, years, now, labels }: Period, live: Live | null): VNode => (
  <p class="tc-period">
    {now.map((year, end) => [words[end], live ? (
      <select aria-label={labels[end]} value={year} {...live.period(end)}>
        {years.map((each) => <option>{each}</option>)}
      </select>
    ) : <b>{year}</b>])}
    {words[2]}
  </p>
);

/** The sentence alone; of one year there is no average to tell of, and its column says which it is. */
export const safe = ({ words, now }: Period): VNode | null => now[0] === now[1] ? null :
  <p style="margin:.6em 0 0">{words[0]}<strong>{now[0]}</strong>{words[1]}<strong>{now[1]}</strong>{words[2]}</p>;
