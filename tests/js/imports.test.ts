// Imports go one way: a folder imports only from those before it, and no chart from another.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path/posix";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const SRC = fileURLToPath(new URL("../../js/src/", import.meta.url));
/** The folders in the order of their dependencies; "." has the types that all share. */
const ORDER = [".", "text", "style", "layout", "marks", "blocks", "around", "paint", "charts", "hosts"];

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((name) => /\.(tsx?|css)$/.test(name));
const imports = (file: string): string[] =>
  [...readFileSync(SRC + file, "utf8").matchAll(/(?:from|import) "(\.[^"]+)"/g)].map((found) =>
    join(dirname(file), found[1]!),
  );
const folder = (file: string): string => (file.includes("/") ? file.split("/")[0]! : ".");

test("every folder has its place in the order", () => {
  assert.deepEqual([...new Set(files.map(folder))].sort(), [...ORDER].sort());
});

test("no file imports from a folder that comes after its own", () => {
  const up = files.flatMap((file) =>
    imports(file)
      .filter((other) => ORDER.indexOf(folder(other)) > ORDER.indexOf(folder(file)))
      .map((other) => `${file} imports ${other}`),
  );
  assert.deepEqual(up, []);
});

test("no chart imports another, and but for the generated list nothing names one", () => {
  const chart = (file: string): string | undefined => /^charts\/(\w+)\//.exec(file)?.[1];
  const stems = [...new Set(files.flatMap((file) => chart(file) ?? []))];
  assert.ok(stems.length > 1, "there are charts");
  const others = files
    .filter((file) => !file.endsWith(".gen.ts"))
    .flatMap((file) => {
      const text = readFileSync(SRC + file, "utf8");
      return stems.filter((stem) => stem !== chart(file) && text.includes(stem)).map((stem) => `${file} names ${stem}`);
    });
  assert.deepEqual(others, []);
});
