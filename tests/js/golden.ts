// Loads the golden specs and snapshots, for TypeScript tests.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { Spec } from "../../js/src/spec.gen.ts";

const tests = new URL("../", import.meta.url);

/** Every golden spec with its name, "chart/case". */
export const golden: [string, Spec][] = readdirSync(new URL("charts/", tests), { withFileTypes: true })
  .filter((each) => existsSync(new URL(`charts/${each.name}/specs.json`, tests)))
  .map((each) => each.name)
  .sort()
  .flatMap((chart) => {
    const specs = JSON.parse(readFileSync(new URL(`charts/${chart}/specs.json`, tests), "utf8")) as Record<
      string,
      Spec
    >;
    return Object.entries(specs).map(([name, spec]): [string, Spec] => [`${chart}/${name}`, spec]);
  });

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

/** Snapshots Python wrote of a golden spec, by "chart/case.kind". */
export const snapshot = (name: string): string => {
  const [chart, part] = name.split("/");
  const drawn = readFileSync(new URL(`charts/${chart}/snapshots.txt`, tests), "utf8").split(/^=== (.*)\n/m);
  return drawn[drawn.indexOf(part!) + 1]!;
};

/** Markup with one tag per line, and a bar before text, as tests/markup.py writes it. */
export const lines = (markup: string): string =>
  (markup.match(/<(?:"[^"]*"|[^">])*>|[^<]+/g) ?? [])
    .map((part) => `${part.startsWith("<") ? "" : "|"}${part}\n`)
    .join("");
