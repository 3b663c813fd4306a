// The sentence that says the period, with inline styles alone.
import type { VNode } from "preact";
import type { Period } from "../../figure.ts";
import { shown } from "../../text/number.ts";

/** The sentence alone; nothing for a single year, which has no average and is named by its column. */
export const safe = ({ words, now, digits }: Period): VNode | null =>
  now[0] === now[1] ? null : (
    <p style="margin:.6em 0 0">
      {words[0]}
      <strong>{shown(now[0], digits)}</strong>
      {words[1]}
      <strong>{shown(now[1], digits)}</strong>
      {words[2]}
    </p>
  );
