// The shares laid out: bars on one scale, in the reader's order.
import assert from "node:assert/strict";
import { test } from "node:test";
import { figure } from "../../../js/src/chart.ts";
import { chart } from "../../../js/src/charts/import_shares/layout.ts";
import type { Table } from "../../../js/src/figure.ts";
import { barOf } from "../../../js/src/layout/rows.ts";
import type { ImportSharesSpec } from "../../../js/src/spec.gen.ts";
import { goldenOf } from "../../js/golden.ts";

const rows = (spec: ImportSharesSpec, sort_by = spec.initial.sort_by) =>
  (figure(chart, spec, { ...spec.initial, sort_by }).blocks[0] as Table).rows;

for (const [name, spec] of goldenOf("import_shares")) {
  test(`${name}: bars are as long as their shares, the largest as long as there is room`, () => {
    const most = Math.max(...spec.rows.map(({ share }) => share));
    for (const row of rows(spec)) {
      const { share } = spec.rows.find(({ partner }) => partner === row.key)!;
      assert.ok(Math.abs(barOf(row).bar!.size - share / most) < 1e-12, row.name);
    }
  });

  test(`${name}: a reader turns the order round`, () => {
    const keys = (sort_by: typeof spec.initial.sort_by): string[] => rows(spec, sort_by).map(({ key }) => key);
    assert.deepEqual(keys("-share"), keys("share").reverse());
    assert.deepEqual(keys("-name"), keys("name").reverse());
  });
}
