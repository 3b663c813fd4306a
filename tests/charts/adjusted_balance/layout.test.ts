// Parts of a dollar and balances laid out on every golden spec, and what a share may move.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { FigureCell, Row, Table } from "../../../js/src/figure.ts";
import type { AdjustedBalanceSpec, AdjustedBalanceState } from "../../../js/src/spec.gen.ts";
import { numbers } from "../../js/random.ts";
import { bar, draw, near, of, place } from "./by-hand.ts";

const rows = (spec: AdjustedBalanceSpec, state: Partial<AdjustedBalanceState> = {}): Row[] =>
  (draw(spec, state)[0] as Table).rows;
const amounts = (spec: AdjustedBalanceSpec, state: Partial<AdjustedBalanceState> = {}): Row[] =>
  (draw(spec, state)[1] as Table).rows;
const figures = (row: Row): string[] =>
  row.cells.filter((cell): cell is FigureCell => cell.kind === "figure").map(({ text }) => text);

for (const [name, spec] of of("value_added")) {
  const at = place(spec);
  test(`${name}: a pair stands between its two balances, in the direction it goes, beside their figures`, () => {
    for (const [index, row] of rows(spec).entries()) {
      const {
        gross = null,
        value_added: added = null,
        role,
        ...own
      } = spec.rows.find(({ partner }) => partner === row.key)!;
      const { bar: span, form, backwards, zero, annotation } = bar(row);
      assert.deepEqual(figures(row), [own.gross_text, own.value_added_text, own.change_text]);
      assert.equal(row.closing, role === "total");
      assert.equal(row.still ?? false, role !== "partner", "sums of partners cannot be selected");
      assert.equal(annotation, own.annotation);
      if (row.closing) assert.equal(index, spec.rows.length - 1, "the total is last");
      if (gross === null || added === null || role === "total") {
        assert.equal(span, null, row.name);
        continue;
      }
      assert.equal(form, "pair");
      near(span!.start, Math.min(at(gross), at(added)), row.name);
      near(span!.size, Math.abs(at(gross) - at(added)), row.name);
      assert.equal(backwards, added < gross, row.name);
      near(zero, at(0), row.name);
    }
  });

  test(`${name}: each order is by its figures, missing ones last, the sums under all`, () => {
    const by = new Map(spec.rows.map((row) => [row.partner, row]));
    for (const key of ["gross", "value_added", "change"] as const) {
      for (const sort_by of [key, `-${key}`] as const) {
        const order = rows(spec, { sort_by }).map(({ key: code }) => by.get(code)!);
        assert.deepEqual(order.map(({ partner }) => partner).sort(), [...by.keys()].sort());
        assert.deepEqual(
          order.slice(spec.rows.filter(({ role }) => role === "partner").length),
          spec.rows.filter(({ role }) => role !== "partner"),
        );
        const values = order.filter(({ role }) => role === "partner").map((row) => row[key] ?? null);
        const there = values.filter((value) => value !== null);
        assert.deepEqual(
          values.slice(there.length),
          values.filter((value) => value === null),
          "missing last",
        );
        // The largest deficit and the largest change come first.
        const up = (key !== "change") === (sort_by === key);
        assert.deepEqual(
          there,
          [...there].sort((a, b) => (up ? a - b : b - a)),
          sort_by,
        );
        const heads = (draw(spec, { sort_by })[0] as Table).columns.map(({ key: column, sort }) =>
          column === key ? sort : (sort ?? "none"),
        );
        assert.deepEqual(
          heads.filter((sort) => sort !== "none"),
          [up ? "ascending" : "descending"],
        );
      }
    }
  });
}

for (const [name, spec] of of("value_added")) {
  test(`${name}: ticks and zero are where marks of their values are`, () => {
    const at = place(spec);
    const { axis } = (draw(spec)[0] as Table).columns[1]!;
    near(axis!.zero!, at(0), "zero");
    for (const [index, tick] of axis!.ticks.entries()) near(tick.at, at(spec.scale!.ticks[index]!.value), tick.text);
    assert.deepEqual(axis!.sides, [spec.scale!.below ?? "", spec.scale!.above ?? ""]);
    for (const row of rows(spec)) {
      const { bar: span, end } = bar(row);
      assert.ok(!span || (span.start > 0 && end < 1), `${row.name}: no dot is at an end of the scale`);
    }
  });
}

const accounts = of("content").filter(([, { scale }]) => !scale);
const published = of("content").filter(([, { scale }]) => scale);

for (const [name, spec] of accounts) {
  test(`${name}: parts are the dollar's, in the legend's order, each with its figure`, () => {
    for (const row of rows(spec)) {
      const {
        content = [],
        text,
        partner_text: theirs = "",
        third_text: third = "",
        annotation,
      } = spec.rows.find(({ partner }) => partner === row.key)!;
      assert.deepEqual(bar(row).parts, content, row.name);
      assert.deepEqual(figures(row), [text, theirs, third], row.name);
      assert.equal(bar(row).annotation, annotation);
    }
    const { columns } = draw(spec)[0] as Table;
    assert.deepEqual(
      columns.slice(2).map(({ title }) => title.toLowerCase()),
      spec.legend!.map((word) => word.toLowerCase()),
      "every part is named",
    );
  });

  test(`${name}: each part sorts by itself`, () => {
    for (const [part, key] of (["content", "partner_content", "third_content"] as const).entries()) {
      const shares = rows(spec, { sort_by: key }).map((row) => bar(row).parts![part] ?? -1);
      assert.deepEqual(
        shares,
        [...shares].sort((a, b) => b - a),
        key,
      );
      const sorts = (draw(spec, { sort_by: key })[0] as Table).columns.map(({ sort }) => sort);
      assert.equal(sorts.filter((sort) => sort === "descending").length, 1, "one header says so");
    }
  });
}

for (const [name, spec] of published) {
  test(`${name}: a dot an estimate on one line of cents, hollow if its figure is not confirmed`, () => {
    const { ticks } = spec.scale!;
    const high = Math.max(...ticks.map(({ value }) => value));
    for (const row of rows(spec)) {
      const { content, hollow, text, detail, annotation } = spec.rows.find(({ partner }) => partner === row.key)!;
      const cell = bar(row);
      near(cell.end, content![0]! / high, row.name);
      assert.deepEqual(
        [cell.form, cell.text, cell.detail, cell.annotation],
        [hollow ? "ring" : "point", text, detail, annotation],
      );
    }
    const { axis } = (draw(spec)[0] as Table).columns[1]!;
    assert.deepEqual(
      axis!.ticks.map(({ text }) => text),
      ticks.map(({ text }) => text),
    );
    for (const [index, tick] of axis!.ticks.entries()) near(tick.at, ticks[index]!.value / high, tick.text);
  });

  test(`${name}: sorting moves estimates under their heading only`, () => {
    const groups = [...new Set(spec.rows.map(({ group }) => group))];
    for (const sort_by of ["content", "-content", "name", "-name"] as const) {
      const found = rows(spec, { sort_by });
      assert.deepEqual([...new Set(found.map(({ group }) => group))], groups, "headings have one order");
      for (const group of groups) {
        const there = found.filter((row) => row.group === group);
        assert.equal(
          found.lastIndexOf(there.at(-1)!) - found.indexOf(there[0]!) + 1,
          there.length,
          "rows stay together",
        );
        const shares = there.map((row) => bar(row).end);
        const up = sort_by === "-content";
        if (sort_by.endsWith("content"))
          assert.deepEqual(
            shares,
            [...shares].sort((a, b) => (up ? a - b : b - a)),
          );
      }
    }
  });
}

for (const [name, spec] of of("content").filter(([, { amounts }]) => amounts)) {
  const { exports, imports, lines, why, one_sided: reading } = spec.amounts!;
  const fixed = (state: Partial<AdjustedBalanceState>): Row[] => amounts(spec, state).slice(0, 3);

  test(`${name}: no share moves the flows and their balance, which says why`, () => {
    const before = fixed({});
    assert.deepEqual(
      before.map(({ name: line }) => line),
      [lines.exports, lines.imports, lines.balance],
    );
    assert.equal(bar(before[2]!).annotation, why);
    const random = numbers(4);
    for (const us_content of [0, 1, 0.27, ...Array.from({ length: 20 }, random)])
      assert.deepEqual(fixed({ us_content }), before);
    for (const { partner } of spec.rows) assert.deepEqual(fixed({ selection: [partner] }), before);
  });

  test(`${name}: what a share comes to and what is left are the imports, on one scale with the flows`, () => {
    const unit = bar(amounts(spec)[1]!).bar!.size / imports;
    for (const us_content of [0, 0.004, 0.27, 0.5, 1]) {
      const [content, without, oneSided, ...more] = amounts(spec, { us_content }).slice(3);
      assert.deepEqual(more, []);
      near(bar(content!).bar!.size, us_content * imports * unit, "content");
      near(bar(without!).bar!.size, (1 - us_content) * imports * unit, "without");
      assert.equal(oneSided !== undefined, reading !== undefined);
      if (oneSided) {
        near(bar(oneSided).bar!.size, Math.abs(exports - (1 - us_content) * imports) * unit, "one-sided");
        assert.ok(reading!.warning);
        assert.equal(bar(oneSided).annotation, reading!.warning);
      }
    }
    assert.equal(amounts(spec).length, 3, "nothing is applied before a share is chosen");
  });

  test(`${name}: an assumed share is the last dot; an estimate that is chosen goes before it in the amounts`, () => {
    assert.equal(rows(spec).length, spec.rows.length);
    for (const [share, cents] of [
      [0, 0],
      [0.004, 0],
      [0.005, 1],
      [0.285, 29],
      [0.27, 27],
      [1, 100],
    ] as const) {
      const text = spec.amounts!.cents.replace("{n}", String(cents));
      const own = rows(spec, { us_content: share }).at(-1)!;
      assert.deepEqual([own.name, own.closing, own.selected], [spec.amounts!.own, true, false]);
      assert.deepEqual([bar(own).form, bar(own).text], ["ring", text], "an assumption is not confirmed");
      assert.ok(bar(own).end <= 1);
      assert.equal(amounts(spec, { us_content: share })[3]!.name, spec.amounts!.applied.replace("{cents}", text));
    }
    for (const { partner, applied, content } of spec.rows) {
      const both = { us_content: 0.5, selection: [partner] };
      assert.equal(amounts(spec, both)[3]!.name, applied);
      near(bar(amounts(spec, both)[3]!).bar!.size / bar(amounts(spec)[1]!).bar!.size, content![0]!, partner);
      assert.equal(rows(spec, both).at(-1)!.name, spec.amounts!.own, "the assumption stays");
    }
    const two = { us_content: 0.5, selection: spec.rows.slice(0, 2).map(({ partner }) => partner) };
    assert.deepEqual(amounts(spec, two), amounts(spec, { us_content: 0.5 }), "two estimates are no share");
  });
}
