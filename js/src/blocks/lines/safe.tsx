// Lines over years where there are inline styles alone: the remarks at their years.
import type { VNode } from "preact";
import type { Lines } from "../../figure.ts";

/** What stands at the years; the lines themselves are in the table. */
export const safe = ({ remarks }: Lines): VNode => (
  <>
    {remarks.map(({ text }) => (
      <p style="margin:.2em 0;font-size:.85em">{text}</p>
    ))}
  </>
);
