// The share of each country's inputs that comes from one supplier: averages over a period, and lines over the years.
import { html as chipsBlock } from "../../blocks/chips/html.tsx";
import { html as linesBlock } from "../../blocks/lines/html.tsx";
import type { Chart } from "../../chart.ts";
import type { Block } from "../../figure.ts";
import type { InputRelianceSpec } from "../../spec.gen.ts";
import { chips, lines } from "./lines.ts";
import { ranking, sentence, tabled } from "./ranking.ts";

/** A ranking; or lines, with the ranking collapsed under them or, in the view "both", open. */
export const chart: Chart<InputRelianceSpec> = {
  ...ranking,
  paint: { ...ranking.paint, blocks: { ...ranking.paint.blocks, lines: linesBlock, chips: chipsBlock } },
  blocks: (spec, state) => {
    const { view, phrases } = spec;
    if (view === "ranking") return ranking.blocks(spec, state);
    const drawn: (Block | false)[] = [
      lines(spec, state),
      chips(spec, state),
      ...(view === "lines"
        ? [tabled(spec, state, { words: phrases.table!, period: sentence(spec, state) })]
        : ranking.blocks(spec, state)),
    ];
    return drawn.filter((block) => block !== false);
  },
};
