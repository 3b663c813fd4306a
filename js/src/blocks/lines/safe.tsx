// Lines over years with inline styles alone: only the remarks on years.
import type { VNode } from "preact";
import type { Lines } from "../../figure.ts";

/** The remarks on years; the lines themselves are in the table. */
export const safe = ({ remarks }: Lines): VNode => (
  <>
    {remarks.map(({ text }) => (
      <p style="margin:.2em 0;font-size:.85em">{text}</p>
    ))}
  </>
);
