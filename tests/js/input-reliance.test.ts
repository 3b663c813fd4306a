// Averages, their ranking and the lines, laid out on every golden spec and for many states of a reader.
import assert from "node:assert/strict";
import { test } from "node:test";
import { figure, type State } from "../../js/src/chart.ts";
import { chart as inputReliance } from "../../js/src/charts/input_reliance/layout.ts";
import type { BarCell, Block, Lines, Period, Row, SparkCell, Table } from "../../js/src/figure.ts";
import type { InputRelianceRow, InputRelianceSpec } from "../../js/src/spec.gen.ts";
import { quotient, share, printed as tenths, units } from "./decimal.ts";
import { copyOf, goldenOf } from "./golden.ts";

const cases = goldenOf("input_reliance");
const spec = (name: string): InputRelianceSpec => copyOf("input_reliance", name);
const draw = (of: InputRelianceSpec, state: Partial<State> = {}): Block[] =>
  figure(inputReliance, of, { ...of.initial, ...state }).blocks;
const only = <K extends Block["kind"]>(blocks: Block[], kind: K): Extract<Block, { kind: K }> | undefined =>
  blocks.find((each): each is Extract<Block, { kind: K }> => each.kind === kind);
const table = (blocks: Block[]): Table => only(blocks, "table")!;
const rows = (blocks: Block[]): Row[] => table(blocks).rows;
const plot = (blocks: Block[]): Lines => only(blocks, "lines")!;
const cell = <T>(row: Row, kind: string): T => row.cells.find((each) => each.kind === kind) as T;
const bar = (row: Row): BarCell => cell(row, "bar");
const spark = (row: Row): SparkCell | undefined => cell(row, "spark");
const near = (a: number, b: number, why = ""): void => assert.ok(Math.abs(a - b) < 1e-9, `${why} ${a} and ${b}`);

/** A few periods: the author's, its halves, one year, and the last years. */
function periods({ years, initial, method }: InputRelianceSpec): [number, number][] {
  if (method === "published") return [initial.period as [number, number]];
  const [first, last] = [years[0]!, years.at(-1)!];
  const middle = years[years.length >> 1]!;
  return [initial.period as [number, number], [first, middle], [middle, last], [middle, middle], [last, last]];
}

interface Mean {
  share: number;
  tenths: number;
}
interface Told {
  now: Mean | null;
  beside: Mean | null;
  n: number;
  broken: number | undefined;
}

/** The average by hand: years one after another, parts on either side of a break. */
function told({ years, method }: InputRelianceSpec, row: InputRelianceRow, [from, to]: [number, number]): Told {
  const inside = years.filter((year) => year >= from && year <= to);
  const at = (list: (number | null)[] | undefined, year: number) => list?.[years.indexOf(year)] ?? null;
  const ratio = method === "ratio_of_sums";
  const counted = inside.filter((year) => at(row.shares, year) !== null && (!ratio || at(row.totals, year) !== null));
  const broken = row.breaks?.find((year) => {
    const known = inside.filter((each) => at(row.shares, each) !== null);
    return known.some((each) => each < year) && known.some((each) => each >= year);
  });
  const one = units(1);
  const sum = (list: bigint[]): bigint => list.reduce((a, b) => a + b, 0n);
  const of = (part: bigint, whole: bigint): Mean | null =>
    whole ? { share: quotient(part, whole), tenths: share(part, whole, 1000) } : null;
  const mean = (list: number[]) => of(sum(list.map(units)), BigInt(list.length) * one);
  if (broken) return { now: null, beside: null, n: counted.length, broken };
  if (row.average !== undefined) return { now: mean([row.average!]), beside: null, n: counted.length, broken };
  const weights = counted.map((year) => (ratio ? units(at(row.totals, year)!) : one));
  const now = of(sum(counted.map((year, index) => units(at(row.shares, year)!) * weights[index]!)), sum(weights) * one);
  const second = inside.map((year) => at(row.second, year)).filter((each) => each !== null);
  return { now, beside: ratio ? null : mean(second), n: counted.length, broken };
}

/** A share as printed. */
const printed = (value: number | Mean, { decimal, percent }: InputRelianceSpec["numbers"]): string =>
  percent.replace(
    "{}",
    tenths(typeof value === "number" ? share(units(value), units(1), 1000) : value.tenths, decimal),
  );

const fill = (phrase: string, parts: Record<string, unknown>): string =>
  Object.entries(parts).reduce((text, [name, part]) => text.split(`{${name}}`).join(String(part)), phrase);

for (const [name, each] of cases) {
  const hostile = name.endsWith("hostile");

  test(`${name}: every average is that of the years asked for, and says how many had data`, () => {
    const before = structuredClone(each);
    const beside = (row: InputRelianceRow) => (each.method === "ratio_of_sums" ? [] : (row.second ?? []));
    // One scale for every period: of the largest share of any year, or average where there are no years.
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

  test(`${name}: the largest averages have rows, with the highlighted and selected, and the rest one row`, () => {
    const { partner: selected } = each.rows.at(-1) ?? { partner: "" };
    for (const period of periods(each)) {
      for (const selection of [[], [selected].filter(Boolean)]) {
        const ranked = each.rows
          .map((row) => ({ row, ...told(each, row, period) }))
          .sort((a, b) => (b.now?.share ?? -1) - (a.now?.share ?? -1));
        const first = ranked.slice(0, each.top ?? ranked.length).map(({ row }) => row.partner);
        const also = each.rows
          .filter((row) => row.highlight || selection.includes(row.partner))
          .map((row) => row.partner);
        const drawn = rows(draw(each, { period, selection }));
        const open = drawn.filter((row) => !row.closing);
        assert.deepEqual(open.map(({ key }) => key).sort(), [...new Set([...first, ...also])].sort());
        const values = open.map(({ key }) => ranked.find(({ row }) => row.partner === key)!.now?.share ?? null);
        assert.deepEqual(
          values,
          [...values].sort((a, b) => (b ?? -1) - (a ?? -1)),
          "by average, missing last",
        );

        const rest = ranked.filter(({ row }) => !open.some(({ key }) => key === row.partner));
        assert.equal(drawn.length - open.length, rest.length ? 1 : 0);
        if (!rest.length) continue;
        const closing = drawn.at(-1)!;
        const known = rest.flatMap(({ now }) => (now === null ? [] : [now.tenths]));
        assert.deepEqual(
          [closing.closing, closing.key, closing.selected, bar(closing).bar],
          [true, "_others", false, null],
        );
        assert.equal(closing.name, fill(each.phrases.others, { n: rest.length }));
        const [low, high] = [Math.min(...known), Math.max(...known)].map((value) =>
          printed({ share: 0, tenths: value }, each.numbers),
        );
        assert.equal(bar(closing).text, known.length ? fill(each.phrases.range, { low, high }) : "");
        const without = rest.length - known.length;
        assert.equal(bar(closing).detail ?? "", without ? fill(each.phrases.without, { n: without }) : "");
      }
    }
  });

  test(`${name}: each order is the reader's, and the headers say which and of when`, () => {
    for (const period of periods(each)) {
      const total = period[1] - period[0] + 1;
      const span = total === 1 ? period[0] : fill(each.phrases.span, { from: period[0], to: period[1] });
      const of = new Map(
        each.rows.map((row) => [row.partner, { ...row, now: told(each, row, period).now?.share ?? null }]),
      );
      for (const sort_by of ["share", "-share", "name", "-name"]) {
        const blocks = draw(each, { period, sort_by });
        assert.deepEqual(
          rows(blocks)
            .map(({ key }) => key)
            .sort(),
          rows(draw(each, { period }))
            .map(({ key }) => key)
            .sort(),
          "the same rows",
        );
        const open = rows(blocks)
          .filter((row) => !row.closing)
          .map(({ key }) => of.get(key)!);
        for (const [index, row] of open.slice(1).entries()) {
          const above = open[index]!;
          if (sort_by === "name") assert.ok(above.name_rank < row.name_rank, "by name");
          else if (sort_by === "-name") assert.ok(above.name_rank > row.name_rank, "by name, turned round");
          else if (above.now === null) assert.equal(row.now, null, `${row.name}: a missing average comes last`);
          else if (row.now !== null)
            assert.ok(sort_by === "share" ? above.now >= row.now : above.now <= row.now, row.name);
        }
        assert.ok(
          rows(blocks).every((row, index, list) => !row.closing || index === list.length - 1),
          "the others last",
        );
        const sorts: Record<string, unknown[]> = {
          share: ["none", "descending"],
          "-share": ["none", "ascending"],
          name: ["ascending", "none"],
          "-name": ["descending", "none"],
        };
        const [who, share, ...lines] = table(blocks).columns;
        assert.deepEqual([who!.sort, share!.sort], sorts[sort_by]);
        assert.deepEqual(
          lines.map(({ title, sort }) => [title, sort]),
          each.columns.trend ? [[each.columns.trend, null]] : [],
        );
        assert.equal(who!.title, each.columns.partner);
        assert.equal(
          share!.title,
          fill(total < 2 ? each.columns.one : each.columns.share, { span, total, from: period[0], to: period[1] }),
        );
      }
    }
  });

  test(`${name}: what is printed is what the spec says, with no gap left open`, () => {
    const of = new Map(each.rows.map((row) => [row.partner, row]));
    for (const period of periods(each)) {
      const span = period[0] === period[1] ? period[0] : fill(each.phrases.span, { from: period[0], to: period[1] });
      const blocks = draw(each, { period });
      const again = period[0] === each.initial.period[0] && period[1] === each.initial.period[1];
      assert.equal(table(blocks).caption === each.frame.alt, again || !each.sentences?.alt);
      for (const row of rows(blocks).filter(({ closing }) => !closing)) {
        const said = of.get(row.key)!;
        const { now, n, broken } = told(each, said, period);
        assert.deepEqual(row.cells[0], { kind: "label", text: said.name, marks: said.marks ?? [] });
        assert.deepEqual([row.name, row.accent > 0], [said.name, said.highlight !== undefined]);
        const small = spark(row);
        assert.equal(small !== undefined, each.columns.trend !== undefined);
        if (small) {
          assert.deepEqual([small.first, small.last], [said.first?.text ?? "", said.last?.text ?? ""]);
          assert.equal(small.paths.length, each.trend ? (said.second ? 2 : 1) : 0);
        }
        if (hostile) continue;
        assert.doesNotMatch(row.readout, /\{\w+\}|undefined|null|NaN/);
        const why = broken ? fill(each.phrases.broken, { year: broken }) : each.phrases.none;
        const parts = {
          name: said.name,
          span,
          why,
          n,
          total: period[1] - period[0] + 1,
          share: now ? printed(now, each.numbers) : "",
        };
        const ends = {
          first: said.first?.text,
          first_year: said.first?.year,
          last: said.last?.text,
          last_year: said.last?.year,
        };
        assert.equal(
          row.readout,
          fill(
            now === null
              ? each.phrases.readout_none
              : (period[0] === period[1] && each.phrases.readout_one) || each.phrases.readout,
            { ...parts, ...ends },
          ),
        );
      }
    }
  });

  test(`${name}: the blocks are those of its view`, () => {
    for (const view of ["ranking", "lines", "both"] as const) {
      const blocks = draw({ ...each, view });
      const period = each.method === "published" || each.years.length === 1 ? [] : ["period"];
      const shown = { ranking: ["table"], lines: ["lines", "table"], both: ["table", "lines"] }[view];
      assert.deepEqual(
        blocks.map(({ kind }) => kind),
        [...period, ...shown],
      );
      assert.equal(table(blocks).fold, view === "lines" && each.phrases.table);
    }
  });

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

      // Each line of a name takes a row of text, and two take no more than there are; a gap in between is welcome.
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

      // Every line of figures ends in a name, its own or the others'.
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
      // What stands out lies over the rest.
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

test("the period's sentence has a gap for either year, and the words around them", () => {
  const of = spec("plain");
  const { words, years, now, labels } = only(draw(of, { period: [2000, 2005] }), "period")! as Period;
  assert.equal(words.length, 3);
  assert.equal(`${words[0]}{from}${words[1]}{to}${words[2]}`, of.phrases.period);
  assert.deepEqual([years, now, labels], [of.years, [2000, 2005], [of.phrases.from, of.phrases.to]]);
});

test("another period ranks anew: who leads it, and who has a row at all", () => {
  const of = spec("plain");
  const order = (period: [number, number]) => rows(draw(of, { period })).map(({ key }) => key);
  assert.notDeepEqual(order([1995, 1995]), order([2011, 2011]));
  assert.deepEqual(order([2011, 2011]).slice(0, 2), ["CAN", "MEX"]);
  assert.deepEqual(order([1995, 1995]).slice(0, 2), ["MEX", "CAN"]);
});

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
  // Before the break and after it there is nothing to mix with.
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
  // The totals are those of the first series: the second has no average by them.
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

test("bars and ticks have one scale, which the longer of both gives", () => {
  const of = spec("second");
  of.rows = of.rows.slice(0, 2);
  for (const [index, row] of of.rows.entries())
    Object.assign(row, { shares: row.shares.map(() => 0.2), second: row.shares.map(() => (index ? 0.4 : 0.1)) });
  const found = rows(draw(of));
  for (const row of found) near(bar(row).bar!.size, 0.5, row.name);
  assert.deepEqual(found.map((row) => Math.round(bar(row).tick! * 1e9) / 1e9).sort(), [0.25, 1]);
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

test("one year, one country and no figure have places", () => {
  const one = spec("one");
  one.years = [2000];
  one.scale.years = [2000];
  one.rows[0]!.shares = [0.25];
  const { lines, span, years } = plot(draw(one, { period: [2000, 2000] }));
  assert.deepEqual([lines.length, span.from, span.to, years.map(({ at }) => at)], [1, 0, 0, [0]]);
  const none = spec("none");
  for (const row of none.rows) row.shares = row.shares.map(() => null);
  assert.deepEqual(
    rows(draw(none)).map((row) => [bar(row).text, bar(row).bar]),
    none.rows.map(() => [none.phrases.none, null]),
  );
});
