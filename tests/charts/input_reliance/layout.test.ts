// The rows, their order and their text, for every golden spec and many states of the reader.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Period } from "../../../js/src/figure.ts";
import { bar, cases, draw, fill, only, periods, plot, printed, rows, spark, spec, table, told } from "./by-hand.ts";

for (const [name, each] of cases) {
  const hostile = name.endsWith("hostile");

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
      const of = new Map(
        each.rows.map((row) => [row.partner, { ...row, now: told(each, row, period).now?.share ?? null }]),
      );
      const drawn = rows(draw(each, { period }))
        .map(({ key }) => key)
        .sort();
      for (const sort_by of ["share", "-share", "name", "-name"] as const) {
        const blocks = draw(each, { period, sort_by });
        assert.deepEqual(
          rows(blocks)
            .map(({ key }) => key)
            .sort(),
          drawn,
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
        assert.equal(share!.title, total < 2 ? each.columns.one : each.columns.share);
      }
    }
  });

  test(`${name}: what is printed is what the spec says, with no gap left open`, () => {
    const of = new Map(each.rows.map((row) => [row.partner, row]));
    for (const period of periods(each)) {
      const span = period[0] === period[1] ? period[0] : fill(each.phrases.span, { from: period[0], to: period[1] });
      const blocks = draw(each, { period });
      const again = period[0] === each.initial.period[0] && period[1] === each.initial.period[1];
      if (again || !each.sentences?.headline) assert.equal(table(blocks).caption, each.frame.headline);
      for (const row of rows(blocks).filter(({ closing }) => !closing)) {
        const said = of.get(row.key)!;
        const { now, n, broken } = told(each, said, period);
        assert.deepEqual(row.cells[0], { kind: "label", text: said.name, marks: said.marks ?? [] });
        assert.deepEqual([row.name, row.accent > 0], [said.name, said.highlight !== undefined]);
        // No change is printed across a break: the ends are then those of the period.
        const cut = said.breaks?.some((year) => said.first && said.first.year < year && year <= said.last!.year);
        const there = each.years.flatMap((year, index) => {
          const value = said.shares[index] ?? null;
          const inside = value !== null && !broken && year >= period[0] && year <= period[1];
          return inside ? [{ year, text: printed(value, each.numbers) }] : [];
        });
        const [first, last] = cut ? [there[0], there.at(-1)] : [said.first, said.last];
        const small = spark(row);
        assert.equal(small !== undefined, each.columns.trend !== undefined);
        if (small) {
          // The one figure of a row is printed once, with its year; where lines have a plot, a row without any is empty.
          const once = first && first.year === last?.year;
          assert.deepEqual([small.first, small.last], [first?.text ?? "", (!once && last?.text) || ""]);
          if (once) assert.deepEqual([small.from, small.to], [`${first.year}`, ""]);
          assert.equal(small.paths.length, each.trend && (first || !small.plotted) ? (said.second ? 2 : 1) : 0);
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
        const ends = { first: first?.text, first_year: first?.year, last: last?.text, last_year: last?.year };
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
      if (view !== "ranking" && !each.phrases.table) continue;
      const blocks = draw({ ...each, view });
      const period = each.method === "published" || each.years.length === 1 ? [] : ["period"];
      const plot = ["lines", ...(each.rows.length > 8 ? ["chips"] : [])];
      const shown = { ranking: [...period, "table"], lines: [...plot, "table"], both: [...plot, ...period, "table"] };
      assert.deepEqual(
        blocks.map(({ kind }) => kind),
        shown[view],
      );
      const { fold } = table(blocks);
      if (view !== "lines") assert.equal(fold, false);
      else if (fold) {
        assert.equal(fold.words, each.phrases.table);
        assert.equal(fold.period !== false, period.length === 1);
      } else assert.fail("the ranking is not collapsed");
      // Small lines only where a row has no line of its own.
      for (const row of rows(blocks)) {
        const small = spark(row);
        if (small && !row.closing) assert.equal(small.plotted, view !== "ranking", row.name);
      }
    }
  });
}

test("the period's sentence has a gap for either year, and the words around them", () => {
  const of = spec("plain");
  of.view = "both";
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

test("one year, one country and no figure have places", () => {
  const one = spec("none");
  one.years = [2000];
  one.scale.years = [2000];
  one.rows = one.rows.slice(0, 1).map((row) => ({ ...row, shares: [0.25] }));
  const { lines, years, reading } = plot(draw(one, { period: [2000, 2000] }));
  assert.deepEqual([lines.length, years.map(({ at }) => at), reading.periods], [1, [0], ["2000"]]);
  const none = spec("none");
  for (const row of none.rows) {
    row.shares = row.shares.map(() => null);
    delete row.first;
    delete row.last;
  }
  assert.deepEqual(
    rows(draw(none)).map((row) => [bar(row).text, bar(row).bar]),
    none.rows.map(() => [none.phrases.none, null]),
  );
});
