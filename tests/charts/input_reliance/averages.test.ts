// Averages over the reader's period, and their bars, on every golden spec.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { InputRelianceRow } from "../../../js/src/spec.gen.ts";
import { bar, cases, draw, fill, near, only, periods, printed, rows, spec, told } from "./by-hand.ts";

for (const [name, each] of cases) {
  const hostile = name.endsWith("hostile");

  test(`${name}: every average is that of the years asked for, and says how many had data`, () => {
    const before = structuredClone(each);
    const beside = (row: InputRelianceRow) => (each.method === "ratio_of_sums" ? [] : (row.second ?? []));
    // All periods have one scale, up to the largest yearly share, or the largest average if there are no years.
    const highest = Math.max(
      0.001,
      ...each.rows.flatMap((row) => [row.average ?? 0, ...row.shares, ...beside(row)].map((share) => share ?? 0)),
    );
    for (const period of periods(each)) {
      const of = new Map(each.rows.map((row) => [row.partner, row]));
      const drawn = rows(draw(each, { period })).filter((row) => !row.closing);
      const answers = new Map(drawn.map((row) => [row.key, told(each, of.get(row.key)!, period)]));
      const total = period[1] - period[0] + 1;
      for (const row of drawn) {
        const { now, beside, n, broken } = answers.get(row.key)!;
        const { bar: box, tick, text, detail, zero, backwards } = bar(row);
        assert.deepEqual([zero, backwards], [0, false]);
        if (now === null) {
          assert.equal(box, null, row.name);
          assert.equal(text, broken ? fill(each.phrases.broken, { year: broken }) : each.phrases.none);
        } else {
          near(box!.size, now.share / highest, row.name);
          assert.equal(box!.start, 0);
          assert.equal(text, printed(now, each.numbers), row.name);
        }
        if (now === null || beside === null) assert.equal(tick, null);
        else near(tick!, beside.share / highest, row.name);
        if (hostile) continue;
        const parts = [
          now !== null && beside !== null && printed(beside, each.numbers),
          (now !== null && each.columns.trend && n < total && fill(each.phrases.years, { n, total })) ||
            of.get(row.key)!.detail,
        ];
        assert.equal(detail ?? "", parts.filter(Boolean).join(", "), row.name);
      }
    }
    assert.deepEqual(each, before);
  });
}

test("missing years are left out of the average and counted; they are no zeros", () => {
  const of = spec("gaps");
  of.rows[0] = { ...of.rows[0]!, shares: [0.4, null, 0.2, null, null], second: undefined, breaks: undefined };
  const { key } = { key: of.rows[0].partner };
  const found = (period: [number, number]) => bar(rows(draw(of, { period })).find((row) => row.key === key)!);
  assert.equal(found([2000, 2004]).text, printed(0.3, of.numbers));
  assert.equal(found([2000, 2004]).detail, fill(of.phrases.years, { n: 2, total: 5 }));
  assert.deepEqual([found([2003, 2004]).text, found([2003, 2004]).bar], [of.phrases.none, null]);
  of.rows[0].shares = [0, 0, 0, 0, 0];
  assert.deepEqual(
    [found([2003, 2004]).text, found([2003, 2004]).bar],
    [printed(0, of.numbers), { start: 0, size: 0 }],
  );
});

test("no average across a break, and one on either side of it", () => {
  const of = spec("gaps");
  of.rows[0] = { ...of.rows[0]!, shares: [0.1, 0.2, null, 0.4, 0.5], second: undefined, breaks: [2002] };
  const found = (period: [number, number]) =>
    bar(rows(draw(of, { period })).find((row) => row.key === of.rows[0]!.partner)!).text;
  assert.equal(found([2000, 2004]), fill(of.phrases.broken, { year: 2002 }));
  assert.equal(found([2001, 2003]), fill(of.phrases.broken, { year: 2002 }));
  assert.equal(found([2000, 2001]), printed(0.15, of.numbers));
  assert.equal(found([2002, 2004]), printed(0.45, of.numbers));
  // A period on one side of the break has an average.
  assert.equal(found([2001, 2002]), printed(0.2, of.numbers));
});

test("with totals a year weighs what was imported in it, and one of unknown total counts for nothing", () => {
  const of = spec("ratio_of_sums");
  const row = of.rows[0]!;
  of.years = [2000, 2001, 2002];
  Object.assign(row, { shares: [0.5, 0.1, 0.9], totals: [100, 300, null] });
  const found = rows(draw({ ...of, rows: [row] }, { period: [2000, 2002] }))[0]!;
  assert.equal(bar(found).text, printed(0.2, of.numbers));
  assert.match(bar(found).detail ?? "", new RegExp(fill(of.phrases.years, { n: 2, total: 3 })));
  // The totals belong to the first series, so the second has no weighted average.
  Object.assign(row, { second: [0.2, 0.2, 0.2] });
  assert.equal(bar(rows(draw({ ...of, rows: [row] }, { period: [2000, 2002] }))[0]!).tick, null);
});

test("a published average is printed as it is, with no control for a period", () => {
  const of = spec("published");
  const blocks = draw(of);
  assert.equal(only(blocks, "period"), undefined);
  const known = of.rows.filter((row) => row.average !== null && row.average !== undefined);
  assert.ok(known.length, "no published average");
  for (const row of rows(blocks).filter(({ key }) => known.some(({ partner }) => partner === key))) {
    const said = known.find(({ partner }) => partner === row.key)!;
    assert.equal(bar(row).text, printed(said.average!, of.numbers));
    assert.equal(bar(row).detail ?? "", said.detail ?? "");
  }
});

test("bars and ticks have one scale, which the longer of both gives", () => {
  const of = spec("second");
  of.rows = of.rows.slice(0, 2);
  for (const [index, row] of of.rows.entries())
    Object.assign(row, { shares: row.shares.map(() => 0.2), second: row.shares.map(() => (index ? 0.4 : 0.1)) });
  const found = rows(draw(of));
  for (const row of found) near(bar(row).bar!.size, 0.5, row.name);
  assert.deepEqual(found.map((row) => Math.round(bar(row).tick! * 1e9) / 1e9).sort(), [0.25, 1]);
});
