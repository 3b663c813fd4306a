// Writes src/spec.gen.ts, the TypeScript face of the JSON Schemas. With --check it only compares.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compile } from "json-schema-to-typescript";

const folder = new URL("../src/tradecontext/schema/", import.meta.url);
const target = new URL("./src/spec.gen.ts", import.meta.url);
const read = (name) => JSON.parse(readFileSync(new URL(name, folder), "utf8"));

// One schema with every chart in it, so that shared parts come out once.
const frame = read("frame.json");
const charts = readdirSync(folder)
  .filter((name) => name.endsWith(".json") && name !== "frame.json")
  .sort();
const whole = {
  title: "Spec",
  oneOf: charts.map((name) => {
    const { $schema, $id, ...schema } = read(name);
    return JSON.parse(JSON.stringify(schema).replaceAll("frame.json#", "#"));
  }),
  $defs: frame.$defs,
};

const text = await compile(whole, "Spec", {
  additionalProperties: false,
  bannerComment: "// Generated from src/tradecontext/schema by types.mjs: change the schema, not this file.",
  cwd: fileURLToPath(folder),
  declareExternallyReferenced: true,
  ignoreMinAndMaxItems: true,
  format: false,
});

if (process.argv.includes("--check")) {
  const now = readFileSync(target, "utf8");
  if (now !== text) {
    console.error("js/src/spec.gen.ts is behind the schemas: run `npm run types` in js/.");
    process.exit(1);
  }
} else {
  writeFileSync(target, text);
}
