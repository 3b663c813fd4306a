// Lines over the years and the names at their ends, on every golden spec.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { InputRelianceSpec } from "../../../js/src/spec.gen.ts";
import { bar, cases, draw, fill, near, plot, printed, rows, spec } from "./by-hand.ts";

for (const [name, each] of cases) {
  const hostile = name.endsWith("hostile");

  test(`${name}: lines and their names stand within the plot and apart`, () => {
    const of: InputRelianceSpec = { ...each, view: "lines" };
    const codes = each.rows.map((row) => row.partner);
    for (const selection of [[], codes.slice(0, 2), codes.slice(-7), codes]) {
      const { lines, names, rules, years, span, remarks, series } = plot(draw(of, { selection }));
      const places = [
        ...names.flatMap(({ at, y }) => [at, y]),
        ...[...rules, ...years, ...remarks].map(({ at }) => at),
        span.from,
        span.to,
      ];
      for (const place of places) assert.ok(place >= 0 && place <= 1, String(place));
      const { ticks } = each.scale;
      rules.forEach(({ at, text }, index) => {
        near(at, 1 - ticks[index]!.value / ticks.at(-1)!.value);
        assert.equal(text, ticks[index]!.text);
      });
      assert.deepEqual(
        years.map(({ text }) => text),
        each.scale.years.map(String),
      );
      assert.deepEqual(
        remarks.map(({ text, mark }) => [text, mark]),
        each.remarks.map(({ text, mark }) => [text, mark]),
      );
      assert.deepEqual(series, each.columns.second ? [each.columns.first, each.columns.second] : []);

      // Room of each name as a fraction of the plot, by its number of lines of text.
      const rooms = names.map(({ key, text, value }) =>
        key === "_others" ? 0.13 : Math.ceil((text.length + value.length + 1) / 13) * 0.065,
      );
      assert.ok(rooms.reduce((a, b) => a + b, 0) <= 1 + 1e-9, "more lines of names than the plot is high");
      let edge = 0;
      names.forEach(({ y, text }, index) => {
        assert.ok(y - rooms[index]! / 2 >= edge - 1e-9, text);
        edge = y + rooms[index]! / 2;
        if (index) assert.ok(names[index - 1]!.at <= names[index]!.at, "names in the order of their lines' ends");
      });
      assert.ok(edge <= 1 + 1e-9, "the last name stands under the plot");

      // Every line ends at a name: its own, or the common one of the others.
      const stand = each.rows.filter(
        (row) => selection.includes(row.partner) || row.highlight || each.rows.length <= 8,
      );
      const ends =
        each.rows.filter((row) => row.last).length + stand.filter((row) => row.second && row.second_last).length;
      const others = names.find(({ key }) => key === "_others");
      const own = names.filter((each) => each !== others);
      const rest = ends - own.length;
      assert.equal(others !== undefined, rest > 0);
      if (others && !hostile) assert.equal(others.text, fill(each.phrases.others, { n: rest }));
      for (const { key, accent } of own) {
        const row = each.rows.find(({ partner }) => partner === key)!;
        assert.ok(stand.includes(row), `${key} has a name`);
        assert.equal(accent > 0, row.highlight !== undefined);
      }
      const keys = new Set(stand.map((row) => row.partner));
      assert.equal(lines.length, each.rows.length + stand.filter((row) => row.second).length);
      for (const line of lines) assert.equal(line.out, keys.has(line.key));
      // Highlighted lines are drawn above the others.
      assert.deepEqual(
        lines.map(({ out }) => Number(out)),
        lines.map(({ out }) => Number(out)).sort(),
      );
    }
  });

  test(`${name}: each line has a point a year with data, and is open at gaps and breaks`, () => {
    const { lines } = plot(draw({ ...each, view: "both" }));
    const top = each.scale.ticks.at(-1)!.value;
    for (const { key, dashed, path } of lines) {
      const row = each.rows.find(({ partner }) => partner === key)!;
      const values = dashed ? row.second! : row.shares;
      const points = [...path.matchAll(/([ML])(-?[\d.]+) (-?[\d.]+)/g)].map(([, kind, x, y]) => ({
        kind,
        x: Number(x),
        y: Number(y),
      }));
      const known = values.flatMap((value, index) => (value === null ? [] : [{ value, index }]));
      assert.equal(points.length, known.length, key);
      known.forEach(({ value, index }, place) => {
        const point = points[place]!;
        assert.ok(point.x >= 0 && point.x <= 100 && point.y >= 0 && point.y <= 100, `${key} leaves the box`);
        assert.ok(Math.abs(point.y - 100 * (1 - value / top)) < 0.051, `${key} stands at another height`);
        assert.ok(
          Math.abs(point.x - (100 * index) / Math.max(1, values.length - 1)) < 0.051,
          `${key} stands at another year`,
        );
        const open = index === 0 || values[index - 1] === null || row.breaks?.includes(each.years[index]!);
        assert.equal(point.kind, open ? "M" : "L", `${key} in ${each.years[index]}`);
      });
    }
  });
}

test("a second series is a tick on the same scale, a dashed line, and a name of its own", () => {
  const of = spec("second");
  const blocks = draw(of);
  for (const row of rows(blocks).filter(({ closing }) => !closing)) assert.notEqual(bar(row).tick, null, row.name);
  const { lines, names, series } = plot(blocks);
  const out = [...new Set(lines.filter((line) => line.out).map(({ key }) => key))];
  assert.deepEqual(
    lines.filter(({ dashed }) => dashed).map(({ key }) => key),
    out,
  );
  assert.equal(series.length, 2);
  for (const key of out) assert.equal(names.filter((name) => name.key === key).length, 2);
});

test("up to eight lines all stand out; of nine only those that were chosen", () => {
  const of = spec("sixty");
  for (const count of [8, 9]) {
    const some = { ...of, rows: of.rows.slice(0, count) };
    for (const row of some.rows) delete row.highlight;
    const chosen = some.rows[3]!.partner;
    const out = plot(draw(some, { selection: [chosen] }))
      .lines.filter((line) => line.out)
      .map(({ key }) => key);
    assert.deepEqual(out.sort(), count === 8 ? some.rows.map((row) => row.partner).sort() : [chosen]);
  }
});

test("the selected are named, in rows and in lines", () => {
  const of = spec("plain");
  const poor = of.rows.filter((row) => !row.highlight).at(-1)!;
  assert.ok(!plot(draw(of)).names.some(({ key }) => key === poor.partner), `${poor.name} is named`);
  const blocks = draw(of, { selection: [poor.partner] });
  const name = plot(blocks).names.find(({ key }) => key === poor.partner)!;
  assert.deepEqual([name.text, name.value], [poor.name, poor.last!.text]);
  assert.deepEqual(
    rows(blocks)
      .filter(({ selected }) => selected)
      .map(({ key }) => key),
    [poor.partner],
  );
});

test("a line that ends early says when", () => {
  const of = spec("gaps");
  const early = of.rows.find((row) => row.last && row.last.year < of.years.at(-1)!)!;
  const { value } = plot(draw(of)).names.find(({ key }) => key === early.partner)!;
  assert.equal(value, `${early.last!.text} (${early.last!.year})`);
});

test("more names than have room: as many as fit, and the rest together with the range of their ends", () => {
  const of = spec("sixty");
  const { names } = plot(draw(of, { selection: of.rows.map((row) => row.partner) }));
  const others = names.find(({ key }) => key === "_others")!;
  const left = of.rows.filter((row) => row.last && !names.some(({ key }) => key === row.partner));
  assert.ok(left.length > 30 && names.length > 5, `${left.length} left, ${names.length} named`);
  assert.equal(others.text, fill(of.phrases.others, { n: left.length }));
  const last = left.map((row) => row.shares.findLast((each) => each !== null)!);
  const [low, high] = [Math.min(...last), Math.max(...last)].map((value) => printed(value, of.numbers));
  assert.equal(others.value, fill(of.phrases.range, { low, high }));
});

test("the shaded span is the period", () => {
  const of = spec("plain");
  const { span } = plot(draw(of, { period: [1999, 2003] }));
  near(span.from, 4 / 16);
  near(span.to, 8 / 16);
});
