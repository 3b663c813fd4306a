// Steps from one balance to the other laid out on every golden spec: where each begins and ends, and what leads there.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Table } from "../../../js/src/figure.ts";
import { bar, draw, near, of, place } from "./by-hand.ts";

for (const [name, spec] of of("bridge")) {
  const parts = spec.rows.filter(({ role }) => role === "part");
  const steps = spec.rows.filter(({ role }) => role !== "part");
  const tables = draw(spec) as Table[];

  test(`${name}: four steps between two balances, and the ten exact ones collapsed under them`, () => {
    assert.equal(tables.length, 2);
    assert.deepEqual([tables[0]!.fold, tables[1]!.fold], [undefined, { words: spec.exact, period: false }]);
    assert.deepEqual([tables[0]!.rows.length, tables[1]!.rows.length], [6, 10]);
  });

  for (const [index, listed] of [steps, parts].entries())
    test(`${name}: each ${index ? "exact step" : "step"} begins where the one before ends, and a line leads there`, () => {
      const found = tables[index]!.rows;
      const at = place(spec, listed);
      assert.deepEqual(
        found.map(({ key }) => key),
        listed.map(({ partner }) => partner),
        "steps have one order",
      );
      for (const [place, row] of found.entries()) {
        const { bar: span, form, backwards, text, links } = bar(row);
        const { role, from, to, text: printed } = listed[place]!;
        const [start, end] = backwards
          ? [span!.start + span!.size, span!.start]
          : [span!.start, span!.start + span!.size];
        assert.equal(form, role === "balance" ? "whole" : "step");
        assert.equal(text, printed);
        near(start, at(from!), row.name);
        near(end, at(to!), row.name);
        assert.equal(backwards, to! < from!, row.name);
        const before = found[place - 1];
        assert.equal(links!.above === undefined, before === undefined);
        assert.equal(links!.below === undefined, place === found.length - 1);
        if (before) near(links!.above!, bar(before).links!.below!, "one line leads from bar to bar");
        if (links!.below !== undefined) near(links!.below, at(to!), "it begins where the bar ends");
      }
    });

  test(`${name}: only zero is on the scale, and only the named step has the accent`, () => {
    for (const [index, each] of tables.entries()) {
      const at = place(spec, index ? parts : steps);
      const { axis } = each.columns[1]!;
      near(axis!.zero!, at(0), "zero");
      assert.deepEqual([axis!.ticks.map(({ text }) => text), axis!.sides], [["0"], []]);
      near(axis!.ticks[0]!.at, at(0), "tick");
    }
    const accents = tables.flatMap((each) => each.rows).filter(({ accent }) => accent);
    assert.deepEqual(
      accents.map(({ key }) => key),
      spec.rows.filter(({ highlight }) => highlight).map(({ partner }) => partner),
    );
  });
}
