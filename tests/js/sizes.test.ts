// Sizes that style sheets, pictures and heights share are defined only once.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { fluid, sizes } from "../../js/src/style/sizes.ts";

const SRC = fileURLToPath(new URL("../../js/src/", import.meta.url));
const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((name) => /\.(tsx?|css)$/.test(name));
const sources = files.map((name) => ({ name, text: readFileSync(SRC + name, "utf8") }));
const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Matches a size in px or in rem, with or without the leading zero; a bare number only if it is no small whole one. */
const written = (px: number): RegExp =>
  new RegExp(`(?<![\\d.])(${px}${px < 100 && Number.isInteger(px) ? "px" : ""}|0?${px / 16}rem)(?![\\d.])`);

test("the width at which the layout changes, a bar and a small line are written out in no other file", () => {
  const shared = [sizes.wide, sizes.barWide, sizes.spark.least, sizes.sparkWide.most];
  const again = sources
    .filter(({ name }) => !name.endsWith("sizes.ts") && !name.endsWith(".gen.ts"))
    .flatMap(({ name, text }) => shared.filter((px) => written(px).test(text)).map((px) => `${name}: ${px}`));
  assert.deepEqual(again, []);
});

test("every size is used, by style sheets or by what draws pictures", () => {
  const unused = Object.keys(sizes).filter(
    (name) =>
      !sources.some(({ text }) => text.includes(`var(--size-${kebab(name)})`) || text.includes(`sizes.${name}`)),
  );
  assert.deepEqual(unused, []);
});

test("a fluid size follows the width between its bounds", () => {
  const size = { least: 10, share: 0.1, most: 20 };
  assert.deepEqual(
    [0, 100, 150, 200, 900].map((width) => fluid(size, width)),
    [10, 10, 15, 20, 20],
  );
});
