// The share of each country's inputs that comes from one supplier: averages over a period, and lines over the years.
import { html as chipsBlock } from "../../blocks/chips/html.tsx";
import { html as linesBlock } from "../../blocks/lines/html.tsx";
import type { Chart } from "../../chart.ts";
import type { Block } from "../../figure.ts";
import type { InputRelianceSpec } from "../../spec.gen.ts";
import { accents, chips, lines } from "./lines.ts";
import { ranking, sentence, tabled } from "./ranking.ts";

/** A ranking; or lines, with the ranking collapsed under them or, in the view "both", open. */
export const chart: Chart<InputRelianceSpec> = {
  ...ranking,
  paint: { ...ranking.paint, blocks: { ...ranking.paint.blocks, lines: linesBlock, chips: chipsBlock } },
  blocks: (spec, state) => {
    const { view, phrases } = spec;
    if (view === "ranking") return ranking.blocks(spec, state);
    const folded = view === "lines";
    const period = sentence(spec, state);
    const table = tabled(spec, state, folded && { words: phrases.table!, period });
    // A row has the accent of its line.
    const accent = accents(spec, state);
    const rows = table.rows.map((row) => ({ ...row, accent: accent(row.key) }));
    const drawn: (Block | false)[] = [lines(spec, state), chips(spec, state), !folded && period, { ...table, rows }];
    return drawn.filter((block) => block !== false);
  },
};
