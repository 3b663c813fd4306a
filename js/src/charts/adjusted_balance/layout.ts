// A bilateral balance compared with the balance in value added, which counts the origin of content.
import { html as table } from "../../blocks/table/html.tsx";
import type { Chart } from "../../chart.ts";
import { html as axis } from "../../marks/axis/html.tsx";
import { html as barCell } from "../../marks/bar/linked.tsx";
import { html as figure } from "../../marks/figure/html.tsx";
import { html as label } from "../../marks/label/html.tsx";
import { html as legend } from "../../marks/legend/html.tsx";
import type { AdjustedBalanceSpec } from "../../spec.gen.ts";
import { flows } from "./amounts.ts";
import { balances } from "./balances.ts";
import { bridge } from "./bridge.ts";
import { content } from "./content.ts";
import { estimates } from "./estimates.ts";

/** Balances as traded and in value added, steps between them, or a dollar of imports by origin, by the spec's view. */
export const chart: Chart<AdjustedBalanceSpec> = {
  paint: {
    over: (column) => [legend(column), axis(column)],
    blocks: { table },
    cells: { label, bar: barCell, figure },
  },
  blocks: (spec, state) =>
    spec.view === "bridge"
      ? bridge(spec, state)
      : spec.view === "value_added"
        ? [balances(spec, state)]
        : // Estimates have a scale of cents; a dollar split by origin fills the whole line.
          spec.scale
          ? [estimates(spec, state), ...(spec.amounts ? [flows(spec, spec.amounts, state)] : [])]
          : [content(spec, state)],
};
