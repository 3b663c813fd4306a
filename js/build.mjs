// Builds the bundles into src/tradecontext/static: a script and styles for each page, the widget, and the server's.
// Bundles that are newer than all that they are made from are left alone: tests may be reading them.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, renameSync, statSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { minify } from "terser";
import { pages, stems, writeCharts, writePalette } from "./generate.mjs";
import { browsers, styles } from "./styles.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const out = fileURLToPath(new URL("../src/tradecontext/static/", import.meta.url));
mkdirSync(out, { recursive: true });

const written = (folder, files) => files.map((file) => statSync(folder + file).mtimeMs);
const made = readdirSync(out).filter((file) => /^[a-z].*\.(js|css)$/.test(file));
const scripts = readdirSync(here).filter((file) => /\.mjs$|^package-lock\.json$/.test(file));
const sources = [...written(here, scripts), ...written(`${here}src/`, readdirSync(`${here}src`, { recursive: true }))];
if (made.length && Math.min(...written(out, made)) > Math.max(...sources)) process.exit();

writeCharts();
writePalette();

/** A file is replaced as a whole: a program that reads it meanwhile has the old one. */
function write(name, text) {
  writeFileSync(`${out}.${name}`, text);
  renameSync(`${out}.${name}`, out + name);
}

// A reader pays for every byte of the scripts in a page: terser saves three in a hundred over esbuild alone.
const SMALLER = {
  ecma: 2020,
  module: true,
  compress: { passes: 4, unsafe: true, unsafe_arrows: true, unsafe_comps: true, conditionals: false },
  format: { comments: /^!/ },
};

async function script(name, { smaller = true, ...options }) {
  const { outputFiles } = await build({
    bundle: true,
    minify: true,
    format: "iife",
    target: browsers,
    charset: "utf8",
    tsconfigRaw: {},
    jsx: "transform",
    jsxFactory: "h",
    jsxFragment: "Fragment",
    inject: [`${here}src/paint/jsx.ts`],
    legalComments: "none",
    absWorkingDir: here,
    logLevel: "warning",
    banner: { js: "/*! tradecontext, MIT */" },
    write: false,
    outfile: `${out}${name}.js`,
    ...options,
  });
  const { text } = outputFiles[0];
  write(`${name}.js`, smaller ? `${(await minify(text, SMALLER)).code}\n` : text);
}

// In a notebook two versions of the package may stand side by side: the styles of each hold under a class of its own,
// named by a hash of them. It adds no specificity, so an author's rules override them as elsewhere.
const widget = await styles(stems.map((stem) => `charts/${stem}/style.css`));
const own = `tc-${createHash("sha256").update(widget).digest("hex").slice(0, 8)}`;
const sheet = widget.replaceAll(".tradecontext", `:where(.${own}) .tradecontext`);
write("widget.css", sheet);

for (const stem of stems) {
  const sheet = `charts/${stem}/style.css`;
  // For pages of others: they may have another root size, and a CMS may write the "&" of nested rules as an entity.
  const text = await styles([sheet, "style/place.css"], { nesting: false });
  const absolute = text.replace(/([\d.]+)rem/g, (_, size) => `${size * 16}px`);
  write(`snippet-${stem}.css`, absolute);
}

for (const { name, sheet } of pages) write(`page-${name}.css`, await styles([sheet]));

const page = (layout) => ({
  contents: `import { start } from "./src/hosts/page.ts";
    import { chart } from "./src/${layout}";
    start(chart);`,
  resolveDir: here,
  loader: "ts",
});
await Promise.all([
  ...pages.map(({ name, layout }) => script(`page-${name}`, { stdin: page(layout) })),
  script("widget", {
    format: "esm",
    define: { STYLES: JSON.stringify(own) },
    entryPoints: ["src/hosts/widget.ts"],
  }),
  script("kernelless", {
    format: "esm",
    define: { STYLES: JSON.stringify(own), SHEET: JSON.stringify(sheet) },
    entryPoints: ["src/hosts/kernelless.ts"],
  }),
  script("component", { entryPoints: ["src/hosts/component.ts"] }),
  script("server", {
    globalName: "tradecontext",
    target: "es2020",
    inject: [`${here}src/paint/jsx.server.ts`],
    banner: { js: "/*! tradecontext, MIT; Preact, MIT, Jason Miller */" },
    entryPoints: ["src/hosts/server.ts"],
    smaller: false,
  }),
]);
