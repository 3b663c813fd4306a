// The golden specs and snapshots, as TypeScript tests read them.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Spec } from "../../js/src/spec.gen.ts";

const tests = new URL("../", import.meta.url);

/** Every golden spec with its name, "chart/case". */
export const golden: [string, Spec][] = readdirSync(new URL("charts/", tests), { withFileTypes: true })
  .filter((each) => existsSync(new URL(`charts/${each.name}/specs/`, tests))).map((each) => each.name).sort().flatMap((chart) =>
  readdirSync(new URL(`charts/${chart}/specs/`, tests)).filter((name) => name.endsWith(".json")).sort()
    .map((name): [string, Spec] => {
      const text = readFileSync(new URL(`charts/${chart}/specs/${name}`, tests), "utf8");
      return [`${chart}/${name.slice(0, -5)}`, JSON.parse(text) as Spec];
    }));

/** Snapshots Python wrote of a golden spec, by "chart/case.kind". */
export const snapshot = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`charts/${name.replace("/", "/snapshots/")}`, tests)), "utf8");

/** One tag a line, and text with a bar before it, as tests/markup.py writes them. */
export const lines = (markup: string): string =>
  (markup.match(/<(?:"[^"]*"|[^">])*>|[^<]+/g) ?? [])
    .map((part) => `${part.startsWith("<") ? "" : "|"}${part}\n`).join("");
