// Sorting by the reader, the state of the headers, and the accents.
import assert from "node:assert/strict";
import { test } from "node:test";
import { bar, column, sorted, standing } from "../../js/src/layout/rows.ts";

const row = (partner: string, name_rank: number, value: number | null) => ({ partner, name_rank, value });
const ROWS = [row("C", 2, 5), row("A", 0, null), row("D", 3, 0), row("B", 1, 5), row("E", 4, -1), row("F", 5, null)];
const order = (sort_by: string): string =>
  sorted(ROWS, { sort_by, selection: [] }, ({ value }, key) => {
    assert.equal(key, "figure");
    return value;
  })
    .map(({ partner }) => partner)
    .join("");

test("largest first or smallest first, missing figures last either way, ties as they came", () => {
  const before = structuredClone(ROWS);
  assert.equal(order("figure"), "CBDEAF");
  assert.equal(order("-figure"), "EDCBAF");
  assert.deepEqual(ROWS, before);
});

test("names from the first, and turned round", () => {
  assert.equal(order("name"), "ABCDEF");
  assert.equal(order("-name"), "FEDCBA");
});

test("a header says which way its column is sorted, and the others say that they are not", () => {
  const said = (key: string, sort_by: string) => column(key, "", "bar", { sort_by, selection: [] }).sort;
  assert.deepEqual(
    ["name", "-name"].map((sort_by) => said("name", sort_by)),
    ["ascending", "descending"],
  );
  assert.deepEqual(
    ["share", "-share"].map((sort_by) => said("share", sort_by)),
    ["descending", "ascending"],
  );
  assert.deepEqual([said("name", "share"), said("share", "-name")], ["none", "none"]);
});

test("accents are counted from one and go round after the fifth; a row without one is grey", () => {
  const of = (highlight?: number) =>
    standing({ partner: "A", name: "A", ...(highlight ? { highlight } : {}) }, { sort_by: "name", selection: ["B"] });
  assert.deepEqual(
    [of(), of(1), of(5), of(6), of(11)].map(({ accent }) => accent),
    [0, 1, 5, 1, 1],
  );
  assert.equal(of().selected, false);
  assert.equal(standing({ partner: "B", name: "B" }, { sort_by: "name", selection: ["A", "B"] }).selected, true);
});

test("a bar runs from the zero line to its figure, either way, and its value clears the tick", () => {
  const at = (place: number | null, tick?: number) =>
    bar(place, 0.5, { text: "x", ...(tick === undefined ? {} : { tick }) });
  const box = (place: number | null, tick?: number) => {
    const { bar: drawn, end, backwards } = at(place, tick) as never;
    return { drawn, end, backwards };
  };
  assert.deepEqual(box(0.75), { drawn: { start: 0.5, size: 0.25 }, end: 0.75, backwards: false });
  assert.deepEqual(box(0.25), { drawn: { start: 0.25, size: 0.25 }, end: 0.5, backwards: true });
  const ticked = box(0.75, 0.875) as unknown as { drawn: unknown; end: number };
  assert.deepEqual(ticked.drawn, { start: 0.5, size: 0.25 });
  assert.ok(ticked.end > 0.88, "a tick that touches a number is read as its first digit");
  assert.deepEqual(box(null, 0.9), { drawn: null, end: 0, backwards: false });
});
