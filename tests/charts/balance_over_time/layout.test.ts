// Balances over time laid out: lines around zero, their names and events, the cross-hair and the table, by hand.
import assert from "node:assert/strict";
import { test } from "node:test";
import { figure } from "../../../js/src/chart.ts";
import { chart } from "../../../js/src/charts/balance_over_time/layout.ts";
import type { Lines, SparkCell, Table } from "../../../js/src/figure.ts";
import { points } from "../../../js/src/layout/path.ts";
import { barOf } from "../../../js/src/layout/rows.ts";
import type { BalanceOverTimeSpec } from "../../../js/src/spec.gen.ts";
import { copyOf, goldenOf } from "../../js/golden.ts";

const cases = goldenOf("balance_over_time");
const golden = (name: string): BalanceOverTimeSpec => copyOf("balance_over_time", name);
const draw = (spec: BalanceOverTimeSpec, state: Partial<BalanceOverTimeSpec["initial"]> = {}) => {
  const [lines, table] = figure(chart, spec, { ...spec.initial, ...state }).blocks;
  return { lines: lines as Lines, table: table as Table };
};
const near = (one: number, other: number, off = 1e-9): void =>
  assert.ok(Math.abs(one - other) <= off, `${one} and ${other}`);
/** A figure in tenths of the printed unit, rounded half away from zero. */
const tenths = (value: number, power: number): number =>
  Math.sign(value) * Math.round((Math.abs(value) * 10) / 10 ** power);

for (const [name, spec] of cases) {
  const [low, high] = [spec.scale.ticks[0]!.value, spec.scale.ticks.at(-1)!.value];
  const height = (value: number): number => (high - value) / (high - low);
  const last = spec.periods.length - 1;

  test(`${name}: each line has a point a period with a figure, on one scale, and is open at gaps and breaks`, () => {
    const { lines } = draw(spec).lines;
    const from = spec.provisional ?? spec.periods.length;
    for (const { key, dashed, path } of lines) {
      const { values, breaks } = spec.rows.find(({ partner }) => partner === key)!;
      const known = values.flatMap((value, index) =>
        value !== null && (dashed ? index >= from - 1 : index < from) ? [{ value, index }] : [],
      );
      const drawn = points(path);
      assert.equal(drawn.length, known.length);
      known.forEach(({ value, index }, place) => {
        const { starts, x, y } = drawn[place]!;
        // A figure is drawn in tenths of the unit where that is finer than a pixel.
        near(y, 100 * height(value), 0.15);
        near(x, (100 * index) / (last || 1), 0.051);
        const open = place === 0 || values[index - 1] === null || breaks?.includes(index);
        assert.equal(starts, !!open, `${key} ${spec.periods[index]}`);
      });
    }
    assert.equal(lines.length, spec.rows.length * (spec.provisional === undefined ? 1 : 2));
  });

  test(`${name}: zero has a line of its own where figures are below it`, () => {
    const { zero, rules, years, events } = draw(spec).lines;
    assert.equal(zero, low < 0 ? height(0) : undefined);
    assert.deepEqual(
      rules.map(({ text }) => text),
      spec.scale.ticks.map(({ text }) => text),
    );
    rules.forEach(({ at }, index) => {
      near(at, height(spec.scale.ticks[index]!.value));
    });
    for (const { at } of [...years, ...events]) assert.ok(at >= 0 && at <= 1);
    events.forEach(({ at, text }, index) => {
      near(at, spec.remarks[index]!.at / (last || 1));
      assert.equal(text, spec.remarks[index]!.text);
    });
  });

  test(`${name}: names stand at the ends of their lines, apart and within the plot`, () => {
    const { names, letters } = draw(spec).lines;
    assert.deepEqual(names.map(({ key }) => key).sort(), spec.rows.map(({ partner }) => partner).sort());
    let edge = 0;
    for (const { key, text, value, at, y } of names) {
      const row = spec.rows.find(({ partner }) => partner === key)!;
      const room = 0.065 * Math.ceil((text.length + 1 + value.length) / letters);
      near(at, height(row.values[row.last.at]!), 0.0015);
      assert.equal(value, row.last.text);
      // A hostile name has brackets of its own.
      assert.equal(text === row.name, row.last.at === last);
      assert.ok(text.startsWith(row.name));
      assert.ok(y - room / 2 >= edge - 1e-9, text);
      edge = y + room / 2;
    }
    assert.ok(edge <= 1 + 1e-9);
  });

  test(`${name}: the cross-hair reads every line in every period, as Python prints its last figure`, () => {
    const { reading } = draw(spec).lines;
    assert.equal(reading.periods.length, spec.periods.length);
    spec.periods.forEach((period, index) => {
      assert.ok(String(reading.periods[index]).includes(period.slice(0, 4)));
    });
    for (const { name: partner, values, last: end, first } of spec.rows) {
      const line = reading.lines.find(({ text }) => text === partner)!;
      assert.equal(line.values[end.at], end.text);
      assert.equal(line.values[first.at], first.text);
      values.forEach((value, index) => {
        assert.equal(line.at[index] === null, value === null);
        assert.equal(line.values[index] === spec.phrases.none, value === null);
      });
    }
  });

  test(`${name}: the table has the last figures as bars on one scale, the largest first`, () => {
    const { rows, fold } = draw(spec).table;
    const ends = spec.rows.map((row) => row.values[row.last.at]!);
    const span = Math.max(0, ...ends) - Math.min(0, ...ends) || 1;
    const sign = spec.measure === "balance" ? -1 : 1;
    const sizes = rows.map(({ key }) => {
      const row = spec.rows.find(({ partner }) => partner === key)!;
      return sign * row.values[row.last.at]!;
    });
    assert.deepEqual(
      sizes,
      [...sizes].sort((a, b) => b - a),
    );
    rows.forEach((row, index) => {
      near(barOf(row).bar!.size, Math.abs(sizes[index]!) / span);
    });
    assert.deepEqual(fold, { words: spec.phrases.table, period: false });
    const turned = draw(spec, { sort_by: "-name" }).table.rows.map(({ key }) => key);
    assert.deepEqual(
      turned,
      draw(spec, { sort_by: "name" })
        .table.rows.map(({ key }) => key)
        .reverse(),
    );
  });
}

test("a page has its figures in tenths of the unit, and they are drawn as those of the spec", () => {
  const spec = golden("plain");
  const brief = structuredClone(spec);
  brief.power = 1 as never;
  for (const row of brief.rows) row.values = row.values.map((value) => value && tenths(value, spec.power));
  for (const tick of brief.scale.ticks) tick.value = (tick.value * 10) / 10 ** spec.power;
  const [one, other] = [draw(spec), draw(brief)];
  assert.deepEqual(other.lines, one.lines);
  assert.deepEqual(
    other.table.rows.map(({ key }) => key),
    one.table.rows.map(({ key }) => key),
  );
});

test("small figures are drawn as they are", () => {
  const spec = golden("one");
  // Deficits of 5 and 4 million on a scale that ends at 6.
  assert.equal(spec.scale.ticks[0]!.value, -6e6);
  const [line] = draw(spec).lines.lines;
  assert.deepEqual(
    points(line!.path).map(({ y }) => y),
    [83.3, 66.7],
  );
});

test("every line is plain to see, and those with a colour are drawn over the others", () => {
  const { lines } = draw(golden("crossing")).lines;
  assert.ok(lines.every(({ out }) => out));
  assert.deepEqual(
    lines.map(({ key, accent }) => [key, accent]),
    [
      ["CAN", 0],
      ["MEX", 1],
      ["CHN", 2],
    ],
  );
});

test("outputs without lines draw one figure a year, from zero, if all are on one side of it", () => {
  const history = (name: string): SparkCell[] =>
    draw(golden(name)).table.rows.map(({ cells }) => cells[2] as SparkCell);
  for (const { paths, years, plotted } of history("plain")) {
    assert.equal(plotted, true);
    assert.equal(years, Math.ceil(302 / 12));
    assert.equal(points(paths[0]!).length, years);
  }
  const [mexico, canada] = history("gaps");
  assert.equal(mexico!.paths.length, 1);
  // It begins in another month of the year that the header names, and ends before the others do.
  assert.deepEqual([canada!.first, canada!.from], ["1.0", "May 2000"]);
  const { names } = draw(golden("gaps")).lines;
  assert.deepEqual(
    names.map(({ text, value }) => [text, value]),
    [
      ["Canada (February 2003)", "−1.0"],
      ["Mexico", "−6.0"],
    ],
  );
});
