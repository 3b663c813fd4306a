// Lines over the years, the names at their ends and starts, events and what a reader compares, on every golden spec.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Chips } from "../../../js/src/figure.ts";
import type { InputRelianceSpec } from "../../../js/src/spec.gen.ts";
import { share, units } from "../../js/decimal.ts";
import { trace } from "../../js/trace.ts";
import { bar, cases, draw, fill, near, only, plot, printed, rows, spec } from "./by-hand.ts";

/** A share as printed beside a line: a whole percentage on scales that reach a quarter. */
const brief = (value: number, { numbers, scale }: InputRelianceSpec): string =>
  scale.ticks.at(-1)!.value < 0.25
    ? printed(value, numbers)
    : numbers.percent.replace("{}", String(share(units(value), units(1), 100)));

const last = (values: (number | null)[]): number => values.findLast((each) => each !== null)!;
const others = (of: InputRelianceSpec, n: number): string =>
  of.locale.tag === "es" ? (n === 1 ? "otro país" : `otros ${n} países`) : `${n} other countr${n === 1 ? "y" : "ies"}`;

for (const [name, each] of cases.filter(([, { view }]) => view !== "ranking")) {
  test(`${name}: lines and their names stand within the plot and apart`, () => {
    const of: InputRelianceSpec = { ...each, view: "lines" };
    const codes = each.rows.map((row) => row.partner);
    for (const selection of [[], codes.slice(0, 2), codes.slice(-7), codes]) {
      const { lines, names, starts, letters, rules, years, events, series, reading } = plot(draw(of, { selection }));
      const places = [
        ...[...names, ...starts].flatMap(({ at, y }) => [at, y]),
        ...[...rules, ...years, ...events].map(({ at }) => at),
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
      assert.deepEqual(series, each.columns.second ? [each.columns.first, each.columns.second] : []);

      // Room of each name as a fraction of the plot, by its number of lines of text.
      const rooms = names.map(({ key, text, value }) =>
        key === "_others" ? 0.13 : Math.ceil(((text ? text.length + 1 : 0) + value.length) / letters) * 0.065,
      );
      assert.ok(rooms.reduce((a, b) => a + b, 0) <= 1 + 1e-9, "more lines of names than the plot is high");
      let edge = 0;
      names.forEach(({ y, text }, index) => {
        assert.ok(y - rooms[index]! / 2 >= edge - 1e-9, text);
        edge = y + rooms[index]! / 2;
        if (index) assert.ok(names[index - 1]!.at <= names[index]!.at, "names in the order of their lines' ends");
      });
      assert.ok(edge <= 1 + 1e-9, "the last name stands under the plot");

      // Every line ends at a name: its own, that of all which end alike, or the common one of the others.
      const stand = each.rows.filter(
        (row) => selection.includes(row.partner) || row.highlight || each.rows.length <= 8,
      );
      const ends =
        each.rows.filter((row) => row.last).length + stand.filter((row) => row.second && row.second_last).length;
      const rest = names.find(({ key }) => key === "_others");
      const own = starts.length ? starts : names.filter((each) => each !== rest);
      assert.equal(rest !== undefined, ends > own.length);
      if (rest) assert.deepEqual([rest.text, rest.value], [others(each, ends - own.length), ""]);
      for (const { key, accent, text, value } of own) {
        const row = each.rows.find(({ partner }) => partner === key)!;
        assert.ok(stand.includes(row), `${key} has a name`);
        if (row.highlight || selection.length <= 2)
          assert.equal(accent > 0, !!row.highlight || selection.includes(key));
        assert.ok(text.endsWith(row.name));
        const shown = starts.length ? row.shares[0]! : last(text === row.name ? row.shares : row.second!);
        assert.equal(value.split(" (")[0], brief(shown, each));
      }
      const keys = new Set(stand.map((row) => row.partner));
      assert.equal(lines.length, each.rows.length + stand.filter((row) => row.second).length);
      for (const line of lines) assert.equal(line.out, keys.has(line.key));
      // Highlighted lines are drawn above the others.
      assert.deepEqual(
        lines.map(({ out }) => Number(out)),
        lines.map(({ out }) => Number(out)).sort(),
      );

      // The cross-hair reads every named line in every year.
      assert.deepEqual(reading.periods, each.years.map(String));
      assert.equal(reading.lines.length, stand.length + stand.filter((row) => row.second).length);
      for (const row of stand) {
        const { at, values } = reading.lines.find(({ text }) => text === row.name)!;
        row.shares.forEach((share, index) => {
          assert.equal(values[index], share === null ? each.phrases.none : printed(share, each.numbers));
          assert.equal(at[index] === null, share === null);
          if (share !== null) near(at[index]!, 1 - share / ticks.at(-1)!.value);
        });
      }
    }
  });

  test(`${name}: each line has a point a year with data, and is open at gaps and breaks`, () => {
    const { lines } = plot(draw({ ...each, view: "both" }));
    const top = each.scale.ticks.at(-1)!.value;
    for (const { key, dashed, path } of lines) {
      const row = each.rows.find(({ partner }) => partner === key)!;
      const values = dashed ? row.second! : row.shares;
      const points = trace(path);
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
        assert.equal(point.starts, !!open, `${key} in ${each.years[index]}`);
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

test("the selected are named, in rows and in lines, in an accent that no other country has", () => {
  const of = spec("plain");
  const poor = of.rows.filter((row) => !row.highlight).at(-1)!;
  assert.ok(!plot(draw(of)).names.some(({ key }) => key === poor.partner), `${poor.name} is named`);
  const blocks = draw(of, { selection: [poor.partner] });
  const { names, lines } = plot(blocks);
  const name = names.find(({ key }) => key === poor.partner)!;
  assert.deepEqual([name.text, name.value], [poor.name, brief(last(poor.shares), of)]);
  const row = rows(blocks).filter(({ selected }) => selected);
  assert.deepEqual(
    row.map(({ key, accent }) => [key, accent]),
    [[poor.partner, name.accent]],
  );
  const accents = lines.filter(({ out }) => out).map(({ accent }) => accent);
  assert.equal(new Set(accents).size, 3);
});

test("lines that end alike are named at their starts, if no name stands on a line or at an event", () => {
  const of = spec("plain");
  const { names, starts } = plot(draw(of));
  assert.deepEqual(starts.map(({ text, value }) => `${text} ${value}`).sort(), ["Canada 65%", "Mexico 72%"]);
  assert.deepEqual(
    names.map(({ key, text, value }) => [key, text, value]),
    [
      ["", "", "49% both"],
      ["_others", "37 other countries", ""],
    ],
  );
  const [mexico, canada] = ["Mexico", "Canada"].map((each) => starts.find(({ text }) => text === each)!);
  assert.ok(mexico!.y < mexico!.at && canada!.y > canada!.at, "the upper name is over its line, the lower one under");
  for (const change of [
    { remarks: [{ year: 1996, text: "1996: an event" }] },
    {
      rows: of.rows.map((row) => (row.partner === "CAN" ? { ...row, shares: [...row.shares.slice(0, -1), 0.6] } : row)),
    },
    { rows: of.rows.map((row) => (row.partner === "CAN" ? { ...row, breaks: [2000] } : row)) },
  ]) {
    const drawn = plot(draw({ ...of, ...change }));
    assert.deepEqual(drawn.starts, []);
    assert.ok(["MEX", "CAN"].every((code) => drawn.names.some(({ key }) => key === code)));
  }
});

test("a line that ends early says when", () => {
  const of = spec("gaps");
  const early = of.rows.find((row) => row.last && row.last.year < of.years.at(-1)!)!;
  const { value } = plot(draw(of)).names.find(({ key }) => key === early.partner)!;
  assert.equal(value, `${brief(last(early.shares), of)} (${early.last!.year})`);
});

test("events stand at their years, with the breaks of lines that stand out", () => {
  const of = spec("gaps");
  const { events } = plot(draw(of));
  assert.deepEqual(
    events.map(({ at, text }) => [at, text]),
    [
      [0.5, "2002: A remark on a year"],
      [0.75, "2003: break in the series, Mexico"],
    ],
    "a break that nothing lies behind is none",
  );
});

test("more names than have room: as many as fit, and the rest together", () => {
  const of = spec("sixty");
  const { names } = plot(draw(of, { selection: of.rows.map((row) => row.partner) }));
  const left = of.rows.filter((row) => row.last && !names.some(({ key }) => key === row.partner));
  assert.ok(left.length > 30 && names.length > 5, `${left.length} left, ${names.length} named`);
  assert.equal(names.find(({ key }) => key === "_others")!.text, `${left.length} other countries`);
});

test("chips are of the selected, and the list is of the other countries", () => {
  const of = spec("plain");
  const selection = ["BRA", "MEX"];
  const { chosen, offered, label } = only(draw(of, { selection }), "chips")! as Chips;
  assert.equal(label, fill(of.phrases.compare!, {}));
  assert.deepEqual(
    chosen.map(({ name }) => name),
    ["Brazil", "Mexico"],
  );
  const highlighted = of.rows.filter((row) => row.highlight).map(({ partner }) => partner);
  assert.deepEqual(
    offered.map(({ key }) => key),
    of.rows.map(({ partner }) => partner).filter((code) => ![...selection, ...highlighted].includes(code)),
  );
});
