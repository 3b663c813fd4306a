// The sentence that says the period, with inline styles alone.
import type { VNode } from "preact";
import type { Period } from "../../figure.ts";

/** The sentence alone; nothing for a single year, which has no average and is named by its column. */
export const safe = ({ words, now }: Period): VNode | null =>
  now[0] === now[1] ? null : (
    <p style="margin:.6em 0 0">
      {words[0]}
      <strong>{now[0]}</strong>
      {words[1]}
      <strong>{now[1]}</strong>
      {words[2]}
    </p>
  );
