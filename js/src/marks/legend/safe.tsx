// The mark before a legend's word with inline styles alone.
import type { VNode } from "preact";
import type { Column } from "../../figure.ts";
import { INK } from "../../style/ink.ts";

/** A mark as a character, so that it is there even where styles are removed. */
export function swatch(look: NonNullable<Column["legend"]>["look"], index: number): VNode {
  const [glyph, colour] = {
    parts: [
      ["\u25a0", INK.accents[0]],
      ["\u25a0", INK.grey],
      ["\u25a4", INK.third],
    ],
    pair: [["\u25a1"], ["\u25a0"]],
    tick: [["\u2503"]],
  }[look][index]!;
  return (
    <span aria-hidden="true" style={colour && `color:${colour}`}>
      {glyph}{" "}
    </span>
  );
}
