// Each partner's share of a year's imports: bars from zero.
import { html as table } from "../../blocks/table/html.tsx";
import type { Chart } from "../../chart.ts";
import { caption } from "../../layout/around.ts";
import { bar, column, row as named, sorted } from "../../layout/rows.ts";
import { html as barCell } from "../../marks/bar/html.tsx";
import { html as label } from "../../marks/label/html.tsx";
import type { ImportSharesSpec } from "../../spec.gen.ts";

/** The shares as rows of label and bar. */
export const chart: Chart<ImportSharesSpec> = {
  paint: { blocks: { table }, cells: { label, bar: barCell } },
  blocks: (spec, state) => {
    const most = Math.max(...spec.rows.map(({ share }) => share)) || 1;
    const { partner, share } = spec.columns;
    return [
      {
        kind: "table",
        caption: caption(spec.frame),
        columns: [column("name", partner, "label", state), column("share", share, "bar", state)],
        rows: sorted(spec.rows, state, (row) => row.share).map((row) =>
          named(row, state, row.readout, bar(row.share / most, 0, { text: row.text })),
        ),
      },
    ];
  },
};
