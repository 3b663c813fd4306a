// The golden specs and snapshots, as TypeScript tests read them.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Spec } from "../../js/src/spec.gen.ts";

const tests = new URL("../", import.meta.url);

/** Every golden spec with its name, "chart/case". */
export const golden: [string, Spec][] = readdirSync(new URL("specs/", tests))
  .sort()
  .flatMap((chart) =>
    readdirSync(new URL(`specs/${chart}/`, tests))
      .filter((name) => name.endsWith(".json"))
      .sort()
      .map((name): [string, Spec] => {
        const text = readFileSync(new URL(`specs/${chart}/${name}`, tests), "utf8");
        return [`${chart}/${name.slice(0, -5)}`, JSON.parse(text) as Spec];
      }),
  );

type Of<C extends Spec["chart"]> = Extract<Spec, { chart: C }>;

/** The golden specs of one chart. */
export const goldenOf = <C extends Spec["chart"]>(chart: C): [string, Of<C>][] =>
  golden.filter((each): each is [string, Of<C>] => each[1].chart === chart);

/** One golden spec, to be changed. */
export function copyOf<C extends Spec["chart"]>(chart: C, name: string): Of<C> {
  const found = goldenOf(chart).find(([each]) => each === `${chart}/${name}`);
  assert.ok(found, name);
  return structuredClone(found[1]);
}

/** Snapshots Python wrote of a golden spec. */
export const snapshot = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`snapshots/${name}`, tests)), "utf8");

/** One tag a line, and text with a bar before it, as tests/markup.py writes them. */
export const lines = (markup: string): string =>
  (markup.match(/<(?:"[^"]*"|[^">])*>|[^<]+/g) ?? [])
    .map((part) => `${part.startsWith("<") ? "" : "|"}${part}\n`)
    .join("");
