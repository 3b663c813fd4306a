// Bundles style sheets, with as few bytes as they can have: a reader pays for every one of them.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** The oldest browsers that a page is built for. */
export const browsers = ["chrome120", "firefox121", "safari17.2"];

const here = fileURLToPath(new URL(".", import.meta.url));

/** The sizes that style sheets share with pictures: a TypeScript file, read as a module. */
async function readSizes() {
  const { outputFiles } = await build({ entryPoints: [`${here}src/style/sizes.ts`], format: "esm", write: false });
  return (await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`)).sizes;
}

const sizes = await readSizes();
const rem = (px) => `${px / 16}rem`;

/** The value of a size by its name in style sheets: "bar-wide" is sizes.barWide. */
function sized(name) {
  const size = sizes[name.replace(/-(.)/g, (_, letter) => letter.toUpperCase())];
  if (size === undefined) throw new Error(`a style sheet names a size that sizes.ts does not: ${name}`);
  if (typeof size === "number") return rem(size);
  return `clamp(${rem(size.least)},${Math.round(size.share * 1e4) / 100}cqi,${rem(size.most)})`;
}

/** Puts sizes where their names stand: a condition on the width of the chart can hold no custom property. */
const named = {
  name: "sizes",
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.css$/ }, async ({ path }) => ({
      contents: (await readFile(path, "utf8"))
        .replace(/calc\(-1 \* var\(--size-([\w-]+)\)\)/g, (_, name) => `-${sized(name)}`)
        .replace(/var\(--size-([\w-]+)\)/g, (_, name) => sized(name)),
      loader: "css",
    })),
};

/** The text of what these files import in their order; without nesting for places that know none. */
export async function styles(files, { nesting = true } = {}) {
  const { outputFiles } = await build({
    bundle: true,
    minify: true,
    write: false,
    charset: "utf8",
    target: browsers,
    supported: nesting ? {} : { nesting },
    plugins: [named],
    stdin: {
      contents: files.map((file) => `@import "./src/${file}";`).join("\n"),
      resolveDir: here,
      loader: "css",
    },
  });
  return tight(outputFiles[0].text);
}

/** Without the spaces that esbuild leaves in values and in conditions, where they say nothing. */
const tight = (text) =>
  text.replace(/@[^{;]*\{|[-\w]+:(?:"[^"]*"|[^{};"])*(?=[;}])/g, (part) =>
    part.replace(/"[^"]*"|\s*([,/*:])\s*|\s+(?=!)/g, (found, sign = "") => (found.startsWith('"') ? found : sign)),
  );
