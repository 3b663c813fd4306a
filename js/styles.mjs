// Bundles style sheets, with as few bytes as they can have: a reader pays for every one of them.
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** The oldest browsers that a page is built for. */
export const browsers = ["chrome120", "firefox121", "safari17.2"];

/** The text of what these files import in their order; without nesting for places that know none. */
export async function styles(files, { nesting = true } = {}) {
  const { outputFiles } = await build({
    bundle: true,
    minify: true,
    write: false,
    charset: "utf8",
    target: browsers,
    supported: nesting ? {} : { nesting },
    stdin: {
      contents: files.map((file) => `@import "./src/${file}";`).join("\n"),
      resolveDir: fileURLToPath(new URL(".", import.meta.url)),
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
