// What stands for something in a picture can be seen, on a screen and in print, and without colours.
import assert from "node:assert/strict";
import { test } from "node:test";
import { drawSvg } from "../../js/src/hosts/server.ts";
import { goldenOf } from "./golden.ts";

const luminance = (colour: string): number => {
  const [red, green, blue] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (one: string, other: string): number => {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
};
const GROUNDS = { light: "#ffffff", dark: "#141517", print: "#ffffff" };

for (const [name, spec] of goldenOf("adjusted_balance").filter(([, { view }]) => view !== "value_added"))
  for (const [colours, ground] of Object.entries(GROUNDS))
    test(`${name}, ${colours}: every bar stands out, and parts of a bar differ in lightness`, () => {
      const theme = colours === "print" ? "light" : colours;
      const sheet = { wide: 720, ...(colours === "print" ? { colours } : {}) };
      const drawn = drawSvg(JSON.stringify({ ...spec, theme }), JSON.stringify(sheet));
      const rows = [...drawn.matchAll(/<g id="row-[^>]*>.*?<\/g>/gs)].map(([row]) =>
        [...row.matchAll(/<(?:rect|circle)[^>]* fill="(#[0-9a-f]{6})"/g)].map((each) => each[1]!),
      );
      const fills = new Set(rows.flat().filter((fill) => fill !== ground));
      assert.ok(fills.size > 0);
      for (const fill of fills) assert.ok(contrast(fill, ground) >= 3, `${fill} on ${ground}`);
      if (spec.legend?.length === 3)
        for (const parts of rows.filter(({ length }) => length === 3))
          for (const [index, part] of parts.entries())
            for (const other of parts.slice(0, index))
              assert.ok(contrast(part, other) >= 1.4, `${part} beside ${other}`);
    });
