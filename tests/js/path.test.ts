// Lines as path data: one point per year, with gaps where figures are missing.
import assert from "node:assert/strict";
import { test } from "node:test";
import { path, points, small } from "../../js/src/layout/path.ts";
import { numbers } from "./random.ts";
import { trace } from "./trace.ts";

const series = (values: (number | null)[], breaks?: number[]) => ({
  values,
  years: values.map((_, index) => 2000 + index),
  breaks,
});

test("a line runs from the first year at the left to the last at the right, zero at the foot", () => {
  assert.equal(path(series([0, 0.5, 1]), 1), "M0 100l50 -50l50 -50");
  assert.equal(path(series([1, 2]), 4), "M0 75l100 -25");
});

test("a gap and a break leave the line open, and a year alone is a dash", () => {
  assert.equal(path(series([1, null, 1]), 1), "M0 0h.8h-.8M100 0h.8h-.8");
  assert.equal(path(series([0, 0, 1, 1], [2002]), 1), "M0 100l33.3 0M66.7 0l33.3 0");
  assert.equal(path(series([0, 0], [2000, 2009]), 1), "M0 100l100 0");
  assert.equal(path(series([0.5]), 1), "M0 50h.8h-.8");
  assert.equal(path(series([null, null]), 1), "");
  assert.equal(path(series([]), 1), "");
});

test("zero is a point and no gap", () => {
  assert.equal(path(series([0, 0]), 1), "M0 100l100 0");
});

test("every figure has one point within the box, to a tenth, and every run one start", () => {
  const next = numbers(11);
  for (let round = 0; round < 500; round++) {
    const values = Array.from({ length: 1 + Math.floor(next() * 60) }, () => (next() < 0.25 ? null : next() * 7));
    const breaks = values.flatMap((_, index) => (next() < 0.05 ? 2000 + index : []));
    const top = Math.max(...values.map((value) => value ?? 0)) || 1;
    const drawn = path(series(values, breaks), top);
    const found = trace(drawn);
    const given = values.flatMap((value, index) => (value === null ? [] : [{ value, index }]));
    assert.equal(found.length, given.length);
    points(drawn).forEach((point, place) => {
      const { x, y } = found[place]!;
      assert.ok(Math.abs(point.x - x) < 1e-9 && Math.abs(point.y - y) < 1e-9 && point.starts === found[place]!.starts);
    });
    found.forEach(({ starts: first, x, y }, place) => {
      const { value, index } = given[place]!;
      assert.ok(Math.abs(x - (index / Math.max(1, values.length - 1)) * 100) <= 0.0501, `${x} of ${index}`);
      assert.ok(Math.abs(y - (1 - value / top) * 100) <= 0.0501, `${y} of ${value}`);
      const starts = index === 0 || values[index - 1] === null || breaks.includes(2000 + index);
      assert.equal(first, starts, `${round}: ${index}`);
    });
  }
});

test("small lines of one row share a scale that ends at the highest of all their values", () => {
  assert.deepEqual(small([series([1, 4]), series([2, null])]), ["M0 75l100 -75", "M0 50h.8h-.8"]);
  assert.deepEqual(small([series([0, 0])]), ["M0 100l100 0"]);
  assert.deepEqual(small([series([null])]), [""]);
  assert.deepEqual(small([]), []);
});
