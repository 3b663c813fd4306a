// The ranking laid out: scales, orders and selection, on every golden spec.
import assert from "node:assert/strict";
import { test } from "node:test";
import { figure } from "../../../js/src/chart.ts";
import { chart as deficitRanking } from "../../../js/src/charts/deficit_ranking/layout.ts";
import type { BarCell, Figure, Row, Table } from "../../../js/src/figure.ts";
import type { DeficitRankingRow, DeficitRankingSpec } from "../../../js/src/spec.gen.ts";
import { copyOf, goldenOf } from "../../js/golden.ts";

type Sort = DeficitRankingSpec["initial"]["sort_by"];

const cases = goldenOf("deficit_ranking");
const spec = (name: string): DeficitRankingSpec => copyOf("deficit_ranking", name);
const draw = (of: DeficitRankingSpec, sort_by: Sort = "deficit", selection: string[] = []): Figure =>
  figure(deficitRanking, of, { sort_by, selection });
const table = (drawn: Figure): Table => drawn.blocks[0] as Table;
const rows = (drawn: Figure): Row[] => table(drawn).rows;
const bar = (row: Row): BarCell => row.cells.find((cell): cell is BarCell => cell.kind === "bar")!;
const second = (row: Row): BarCell | undefined => row.cells[2] as BarCell | undefined;
const partners = (of: DeficitRankingSpec): DeficitRankingRow[] => of.rows.filter((row) => row.role === "partner");
const near = (a: number, b: number): void => assert.ok(Math.abs(a - b) < 1e-9, `${a} and ${b}`);

for (const [name, each] of cases) {
  test(`${name}: every place is within the scale, and the scale has zero in it`, () => {
    const before = structuredClone(each);
    for (const row of rows(draw(each))) {
      const { bar: drawn, end, zero, tick } = bar(row);
      const at = [
        zero,
        end,
        ...(tick === null ? [] : [tick]),
        ...(drawn ? [drawn.start, drawn.start + drawn.size] : []),
      ];
      for (const place of at) assert.ok(place >= 0 && place <= 1 + 1e-12, `${row.name} ${place}`);
      const { start, size } = second(row)?.bar ?? { start: 0, size: 0 };
      assert.ok(start === 0 && size >= 0 && size <= 1);
    }
    assert.deepEqual(each, before);
  });

  test(`${name}: bars run from one zero line, as long as their values`, () => {
    const drawn = rows(draw(each)).filter((row) => bar(row).bar);
    const value = new Map(each.rows.map((row) => [row.partner, row.deficit]));
    const longest = drawn.reduce(
      (a, b) => (Math.abs(value.get(a.key)!) > Math.abs(value.get(b.key)!) ? a : b),
      drawn[0]!,
    );
    for (const row of drawn) {
      const { bar: box, zero, backwards } = bar(row);
      near(zero, bar(longest).zero);
      near(backwards ? box!.start + box!.size : box!.start, zero);
      near(box!.size / bar(longest).bar!.size, Math.abs(value.get(row.key)! / value.get(longest.key)!));
      assert.equal(backwards, value.get(row.key)! < 0);
    }
  });

  test(`${name}: every order is a permutation with closing rows last and ties by rank`, () => {
    const keys = each.rows.map((row) => row.partner);
    const closing = each.rows.filter((row) => row.role !== "partner").map((row) => row.partner);
    const of = new Map(each.rows.map((row) => [row.partner, row]));
    const values: Record<string, (row: DeficitRankingRow) => number | null> = {
      name: (row) => -row.name_rank,
      deficit: (row) => row.deficit,
      ...(each.columns.context ? { context: (row: DeficitRankingRow) => row.context?.value ?? null } : {}),
    };
    for (const [key, value] of Object.entries(values)) {
      for (const sign of ["", "-"]) {
        const drawn = draw(each, (sign + key) as Sort);
        const order = rows(drawn).map((row) => row.key);
        assert.deepEqual([...order].sort(), [...keys].sort());
        assert.deepEqual(order.slice(order.length - closing.length), closing);
        const sorted = order.slice(0, order.length - closing.length).map((key) => of.get(key)!);
        for (const [index, row] of sorted.slice(1).entries()) {
          const [a, b] = [value(sorted[index]!), value(row)];
          if (a === null) assert.equal(b, null, `${row.name}: a missing figure comes last`);
          else if (b !== null && a !== b) assert.equal(a > b, sign === "", `${key}: ${row.name}`);
          else if (a === b) assert.ok(sorted[index]!.rank! < row.rank!, `${row.name}: ties by rank`);
        }
        for (const column of table(drawn).columns) {
          const natural = key === "name" ? "ascending" : "descending";
          const turned = key === "name" ? "descending" : "ascending";
          assert.equal(column.sort, column.key !== key ? "none" : sign ? turned : natural);
        }
      }
    }
  });

  test(`${name}: what is printed is what the spec says`, () => {
    const of = new Map(each.rows.map((row) => [row.partner, row]));
    for (const row of rows(draw(each))) {
      const said = of.get(row.key)!;
      assert.deepEqual([row.name, row.readout, bar(row).text], [said.name, said.readout, said.text]);
      assert.equal(bar(row).detail ?? "", said.compare?.text ?? "");
      assert.equal(bar(row).annotation ?? "", said.annotation ?? "");
      assert.equal(row.closing, said.role !== "partner");
      assert.equal(row.accent > 0, said.highlight !== undefined);
      if (each.columns.context) assert.equal(second(row)!.text, said.context?.text ?? "");
      else assert.equal(second(row), undefined);
    }
  });
}

test("the selected rows, and no other", () => {
  const [first, second] = partners(spec("plain"));
  const selected = rows(draw(spec("plain"), "name", [second!.partner, first!.partner])).filter((row) => row.selected);
  assert.deepEqual(selected.map((row) => row.key).sort(), [first!.partner, second!.partner].sort());
  assert.ok(rows(draw(spec("plain"))).every((row) => !row.selected));
});

test("equal values stand by rank in either direction", () => {
  const of = spec("plain");
  for (const row of of.rows) row.deficit = 5;
  const ranks = of.rows.map((row) => row.partner);
  assert.deepEqual(
    rows(draw(of)).map((row) => row.key),
    ranks,
  );
  assert.deepEqual(
    rows(draw(of, "-deficit")).map((row) => row.key),
    ranks,
  );
});

test("a missing share stands last in either direction, and has no bar", () => {
  const of = spec("context");
  of.rows[0]!.context = { value: null, text: "no data" };
  for (const sort of ["context", "-context"] as const) {
    const last = rows(draw(of, sort)).at(-1)!;
    assert.equal(last.key, of.rows[0]!.partner);
    assert.deepEqual([second(last)!.bar, second(last)!.text], [null, "no data"]);
  }
});

test("the total is printed without a bar, so that it dwarfs nobody", () => {
  const drawn = rows(draw(spec("everything")));
  const total = drawn.at(-1)!;
  assert.equal(total.key, "_total");
  assert.deepEqual([bar(total).bar, bar(total).tick], [null, null]);
  assert.ok(drawn.some((row) => row.key !== "_total" && bar(row).end === 1));
});

test("accents go round after the fifth", () => {
  const of = spec("plain");
  of.rows.forEach((row, index) => {
    row.highlight = index + 1;
  });
  assert.deepEqual(
    rows(draw(of)).map((row) => row.accent),
    of.rows.map((_, index) => (index % 5) + 1),
  );
});

test("rows of nothing but zeros, and no rows, have a scale", () => {
  const of = spec("one_row");
  of.rows[0]!.deficit = 0;
  const only = bar(rows(draw(of))[0]!);
  assert.deepEqual([only.zero, only.bar!.size, only.end], [0, 0, 0]);
  assert.deepEqual(rows(draw(spec("no_row"))), []);
});

test("the second measure's bars are on a scale of their own, from zero to the longest of them", () => {
  const of = spec("context");
  const sizes = rows(draw(of)).map((row) => second(row)!.bar!.size);
  const shares = partners(of).map((row) => row.context!.value!);
  const longest = Math.max(...shares);
  near(Math.max(...sizes), 1);
  for (const [index, size] of sizes.entries()) near(size, shares[index]! / longest);
  assert.equal(table(draw(of)).twin, true);
  assert.equal(table(draw(spec("plain"))).twin, undefined);
});

test("the tick on each bar is explained in the head of the bars", () => {
  const [, deficit] = table(draw(spec("compare"))).columns;
  assert.deepEqual(deficit!.legend, { look: "tick", words: [spec("compare").columns.compare!.title] });
  assert.equal(table(draw(spec("plain"))).columns[1]!.legend, undefined);
});
