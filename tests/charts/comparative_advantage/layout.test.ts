// Dots around 1 on a logarithmic scale, laid out on every golden spec.
import assert from "node:assert/strict";
import { test } from "node:test";
import { figure } from "../../../js/src/chart.ts";
import { chart as comparativeAdvantage } from "../../../js/src/charts/comparative_advantage/layout.ts";
import type { BarCell, Figure, Row, SparkCell, Table } from "../../../js/src/figure.ts";
import type { ComparativeAdvantageRow, ComparativeAdvantageSpec } from "../../../js/src/spec.gen.ts";
import { share, units } from "../../js/decimal.ts";
import { copyOf, goldenOf } from "../../js/golden.ts";
import { trace } from "../../js/trace.ts";

type Sort = ComparativeAdvantageSpec["initial"]["sort_by"];

const cases = goldenOf("comparative_advantage");
const spec = (name: string): ComparativeAdvantageSpec => copyOf("comparative_advantage", name);
const draw = (of: ComparativeAdvantageSpec, sort_by: Sort = "rca", selection: string[] = []): Figure =>
  figure(comparativeAdvantage, of, { sort_by, selection });
const table = (drawn: Figure): Table => drawn.blocks[0] as Table;
const rows = (drawn: Figure): Row[] => table(drawn).rows;
const bar = (row: Row): BarCell => row.cells.find((cell): cell is BarCell => cell.kind === "bar")!;
const spark = (row: Row): SparkCell | undefined => row.cells.find((cell): cell is SparkCell => cell.kind === "spark");
const near = (a: number, b: number, why: string): void => assert.ok(Math.abs(a - b) < 1e-9, `${why}: ${a} and ${b}`);

/** The position on a logarithmic scale from 1/max to max, computed in base 2. */
const place = (rca: number, max: number): number => (Math.log2(rca) + Math.log2(max)) / (2 * Math.log2(max));

for (const [name, each] of cases) {
  const { max, ticks, below, above } = each.scale;
  const of = new Map(each.rows.map((row) => [row.partner, row]));

  test(`${name}: 1 is in the middle, and every dot where its logarithm is, or at the edge it is beyond`, () => {
    const before = structuredClone(each);
    for (const row of rows(draw(each))) {
      const { rca } = of.get(row.key)!;
      const { bar: stem, zero, end, before: left, backwards, form, tick } = bar(row);
      assert.deepEqual([zero, tick], [0.5, null], row.name);
      if (rca === null) {
        assert.deepEqual([stem, end, backwards], [null, 0, false], row.name);
        continue;
      }
      const inside = rca <= max && rca >= 1 / max;
      assert.equal(form, inside ? "dot" : "edge", row.name);
      const at = inside ? place(rca, max) : rca > 1 ? 1 : 0;
      near(stem!.start, Math.min(0.5, at), row.name);
      near(stem!.size, Math.abs(at - 0.5), row.name);
      near(end, Math.max(0.5, at), row.name);
      // On the side of "less", unless there is no room before the dot.
      assert.equal(left, at < 0.5 && at >= (each.columns.trend ? 0.3 : 0.15) ? stem!.start : undefined, row.name);
      if (Math.abs(at - 0.5) > 1e-12) assert.equal(backwards, rca < 1, row.name);
    }
    assert.deepEqual(each, before);
  });

  test(`${name}: the scale's ticks are where dots of their values are, between the words for either side`, () => {
    const { axis } = table(draw(each)).columns[1]!;
    assert.deepEqual(axis!.sides, [below, above]);
    assert.deepEqual(
      axis!.ticks.map(({ text }) => text),
      ticks.map(({ text }) => text),
    );
    for (const [index, { at }] of axis!.ticks.entries()) near(at, place(ticks[index]!.value, max), ticks[index]!.text);
    near(axis!.ticks.find((_, index) => ticks[index]!.value === 1)!.at, 0.5, "1");
  });

  test(`${name}: each order is a permutation, missing indices last, and the headers say it`, () => {
    for (const sort_by of ["rca", "-rca", "name", "-name"] as const) {
      const drawn = draw(each, sort_by);
      const order = rows(drawn).map(({ key }) => of.get(key)!);
      assert.deepEqual(order.map(({ partner }) => partner).sort(), [...of.keys()].sort());
      for (const [index, row] of order.slice(1).entries()) {
        const [a, b] = [order[index]!, row];
        if (sort_by.endsWith("name")) assert.equal(a.name_rank < b.name_rank, sort_by === "name", b.name);
        else if (a.rca === null) assert.equal(b.rca, null, `${b.name}: a missing index comes last`);
        else if (b.rca !== null && a.rca !== b.rca) assert.equal(a.rca > b.rca, sort_by === "rca", b.name);
        else if (a.rca === b.rca)
          assert.ok(each.rows.indexOf(a) < each.rows.indexOf(b), `${b.name}: ties as they came`);
      }
      const said: Record<string, unknown[]> = {
        rca: ["none", "descending"],
        "-rca": ["none", "ascending"],
        name: ["ascending", "none"],
        "-name": ["descending", "none"],
      };
      assert.deepEqual(
        table(drawn)
          .columns.slice(0, 2)
          .map(({ sort }) => sort),
        said[sort_by],
      );
      assert.deepEqual(
        table(drawn)
          .columns.slice(2)
          .map(({ title, sort }) => [title, sort]),
        each.columns.trend ? [[each.columns.trend, null]] : [],
      );
    }
  });

  test(`${name}: what is printed is what the spec says`, () => {
    const drawn = draw(each);
    assert.deepEqual(
      table(drawn)
        .columns.slice(0, 2)
        .map(({ title }) => title),
      [each.columns.partner, each.columns.rca],
    );
    assert.equal(table(drawn).caption, each.frame.headline || each.frame.subtitle || each.frame.alt);
    for (const row of rows(drawn)) {
      const said = of.get(row.key)!;
      assert.deepEqual(row.cells[0], { kind: "label", text: said.name, marks: said.marks ?? [] });
      assert.deepEqual([row.readout, row.closing, row.accent > 0], [said.readout, false, said.highlight !== undefined]);
      const { text, detail, annotation } = bar(row);
      assert.deepEqual([text, detail ?? "", annotation ?? ""], [said.text, "", said.annotation ?? ""]);
      assert.equal(spark(row) !== undefined, each.columns.trend !== undefined);
      const { first = "", last = "" } = spark(row) ?? {};
      // The one figure of a row is printed once, with its year.
      const once = said.first && said.first.year === said.last?.year;
      if (spark(row)) assert.deepEqual([first, last], [said.first?.text ?? "", (!once && said.last?.text) || ""]);
      // Years stand beside the values, unless the header has those of all rows.
      const headed = /\d|[\u0660-\u0669]/u.test(each.columns.trend ?? "");
      const own = (year: number | undefined) => (year && !headed ? `${year}` : "");
      const { from = "", to = "" } = spark(row) ?? {};
      const years = once ? [`${said.first!.year}`, ""] : [own(said.first?.year), own(said.last?.year)];
      if (spark(row)) assert.deepEqual([from, to], years);
    }
  });

  test(`${name}: each small line has a point a year with data, from zero to its highest, on one side of breaks`, () => {
    for (const row of rows(draw(each))) {
      const { values, breaks } = of.get(row.key)!;
      const paths = spark(row)?.paths ?? [];
      if (!each.trend || !each.columns.trend || !values) {
        assert.deepEqual(paths, [], row.name);
        continue;
      }
      assert.equal(paths.length, 1);
      const points = trace(paths[0]!);
      // A break parts years from the period that is drawn; one within the period only cuts the line.
      const [from, to] = each.period as [number, number];
      const within = breaks?.some((year) => from < year && year <= to);
      const apart = (year: number): boolean =>
        !within && !!breaks?.some((first) => (year < first && first <= from) || (to < first && first <= year));
      const known = values.flatMap((value, index) =>
        value === null || apart(each.years[index]!) ? [] : [{ value, index }],
      );
      const top = Math.max(0, ...known.map(({ value }) => value)) || 1;
      assert.equal(points.length, known.length, row.name);
      known.forEach(({ value, index }, at) => {
        const { starts, y } = points[at]!;
        assert.ok(Math.abs(y - 100 * (1 - value / top)) < 0.051, `${row.name} in ${each.years[index]}`);
        const open = at === 0 || values[index - 1] === null || breaks?.includes(each.years[index]!);
        assert.equal(starts, !!open, `${row.name} in ${each.years[index]}`);
      });
    }
  });

  test(`${name}: two rows together give their ratio, and no other number of rows does`, () => {
    const pairs = each.rows.filter((row) => row.pair);
    const [a, b, c] = pairs;
    const said = (...chosen: (ComparativeAdvantageRow | undefined)[]) =>
      draw(
        each,
        "rca",
        chosen.flatMap((row) => row?.partner ?? []),
      ).said;
    for (const none of [said(), said(a), ...(c ? [said(a, b, c)] : [])]) assert.equal(none, undefined);
    const without = each.rows.find((row) => !row.pair);
    if (a && without) assert.equal(said(a, without), undefined);
    if (!each.pair || !a || !b) return;
    const tenths = share(units(a.pair!.weight), units(b.pair!.weight), 10);
    const parts: Record<string, string> = {
      times: `${Math.floor(tenths / 10)}${each.numbers.decimal}${tenths % 10}`,
      a: a.pair!.name,
      b: b.pair!.name,
    };
    assert.equal(
      said(a, b),
      each.pair
        .split(/(\{\w+\})/)
        .map((part) => parts[part.slice(1, -1)] ?? part)
        .join(""),
    );
    assert.notEqual(said(a, b), said(b, a));
  });
}

test("what is as far above 1 as below it stands as far from the middle", () => {
  const of = spec("odd");
  const at = (rca: number): number => {
    const row = { ...of.rows[0]!, rca };
    const { bar: stem, backwards } = bar(rows(draw({ ...of, rows: [row] }))[0]!);
    return backwards ? stem!.start : stem!.start + stem!.size;
  };
  for (const rca of [1.01, 2, 3.3, 10, 63]) near(at(rca) - 0.5, 0.5 - at(1 / rca), String(rca));
  near(at(8) - at(1), at(64) - at(8), "equal ratios, equal steps");
  assert.deepEqual([at(1), at(64), at(0)], [0.5, 1, 0]);
});

test("the scale's own ends are within it; beyond them, and at 0, is the edge", () => {
  const of = spec("odd");
  const form = (rca: number | null) => bar(rows(draw({ ...of, rows: [{ ...of.rows[0]!, rca }] }))[0]!);
  assert.deepEqual(
    [64, 1 / 64, 64.001, 1 / 65, 0, 1e9].map((rca) => form(rca).form),
    ["dot", "dot", "edge", "edge", "edge", "edge"],
  );
  assert.deepEqual([form(1e9).end, form(0).bar, form(0).backwards], [1, { start: 0, size: 0.5 }, true]);
  assert.equal(form(null).bar, null);
});

test("the ratio is of what the spec weighs, not of the index drawn", () => {
  const of = spec("plain");
  const [a, b] = of.rows.filter((row) => row.pair);
  a!.pair = { weight: 0.9, name: "A" };
  b!.pair = { weight: 0.4, name: "B" };
  of.pair = "{a} {times} {b}";
  assert.equal(draw(of, "rca", [a!.partner, b!.partner]).said, "A 2.3 B");
  assert.equal(draw(of, "name", [b!.partner, a!.partner]).said, "B 0.4 A");
  assert.equal(draw(of, "rca", [a!.partner, "nobody"]).said, undefined);
});
