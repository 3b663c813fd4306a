// Names at the ends of lines do not overlap, stay inside and in order, and move no more than necessary.
import assert from "node:assert/strict";
import { test } from "node:test";
import { spread } from "../../js/src/layout/spread.ts";
import { numbers } from "./random.ts";

const EDGE = 1e-9;
type Label = { at: number; room: number };

/** Labels in the order of their positions, all of which fit into the plot. */
function labels(seed: number): Label[] {
  const next = numbers(seed);
  const count = Math.floor(next() * 16);
  const crowded = next() < 0.5;
  const list = Array.from({ length: count }, () => ({
    at: crowded ? 0.8 + next() / 5 : next(),
    room: 0.01 + next() / 10,
  }));
  const whole = list.reduce((sum, { room }) => sum + room, 0);
  const fit = Math.min(1, (next() < 0.2 ? 1 : next()) / whole);
  return list
    .map(({ at, room }) => ({ at, room: room * (whole > 1 ? 1 / whole : fit || 1) }))
    .sort((a, b) => a.at - b.at);
}

/** Whether the labels already have enough space between them and to the edges. */
const roomy = (list: Label[]): boolean =>
  list.every(
    ({ at, room }, index) =>
      at - room / 2 >= (index ? list[index - 1]!.at + list[index - 1]!.room / 2 : 0) && at + room / 2 <= 1,
  );

test("no name stands on another or outside the plot, and their order holds", () => {
  let moved = 0;
  for (let seed = 1; seed <= 5000; seed++) {
    const list = labels(seed);
    const before = structuredClone(list);
    const places = spread(list);
    assert.deepEqual(list, before);
    assert.equal(places.length, list.length);
    let edge = 0;
    for (const [index, { room }] of list.entries()) {
      const place = places[index]!;
      assert.ok(place - room / 2 >= edge - EDGE, `seed ${seed}: ${index} stands on what is above it`);
      edge = place + room / 2;
    }
    assert.ok(edge <= 1 + EDGE, `seed ${seed}: the last stands outside`);
    if (places.some((place, index) => Math.abs(place - list[index]!.at) > EDGE)) moved += 1;
  }
  assert.ok(moved > 1000 && moved < 5000, String(moved));
});

test("nothing moves where there is room", () => {
  let seen = 0;
  for (let seed = 1; seed <= 5000; seed++) {
    const list = labels(seed);
    if (!list.length || !roomy(list)) continue;
    seen += 1;
    for (const [index, place] of spread(list).entries())
      assert.ok(Math.abs(place - list[index]!.at) < EDGE, `seed ${seed}: ${index}`);
  }
  assert.ok(seen > 300, String(seen));
});

test("names of one place move apart to both sides of it alike", () => {
  const places = spread([0.5, 0.5, 0.5, 0.5].map((at) => ({ at, room: 0.1 })));
  for (const [index, place] of [0.35, 0.45, 0.55, 0.65].entries())
    assert.ok(Math.abs(places[index]! - place) < EDGE, String(places));
});

test("names at an edge stand inside it, and none has no place", () => {
  assert.deepEqual(spread([]), []);
  assert.deepEqual(spread([{ at: 0, room: 0.5 }]), [0.25]);
  assert.deepEqual(spread([{ at: 1, room: 0.5 }]), [0.75]);
  assert.deepEqual(
    spread([
      { at: 1, room: 0.5 },
      { at: 1, room: 0.5 },
    ]),
    [0.25, 0.75],
  );
});
