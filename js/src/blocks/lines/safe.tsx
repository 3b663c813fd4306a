// Lines over years with inline styles alone: only the events.
import type { VNode } from "preact";
import type { Lines } from "../../figure.ts";

/** The events; the lines themselves are in the table. */
export const safe = ({ events }: Lines): VNode => (
  <>
    {events.map(({ text }) => (
      <p style="margin:.2em 0;font-size:.85em">{text}</p>
    ))}
  </>
);
