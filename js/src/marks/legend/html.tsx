// The legend of a column's marks.
import type { VNode } from "preact";
import type { Column } from "../../figure.ts";

/** The words, each after its mark, which the style sheet draws. */
export const html = ({ legend }: Column): VNode | undefined =>
  legend && (
    <span class="tc-legend" data-look={legend.look}>
      {legend.words.map((word, index) => [index ? " " : null, <em>{word}</em>])}
    </span>
  );
