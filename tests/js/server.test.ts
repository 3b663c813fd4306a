// The renderer's source in Node gives exactly the markup that its bundle gives in Python.
import assert from "node:assert/strict";
import { test } from "node:test";
import { drawHtml, drawSafe } from "../../js/src/hosts/server.ts";
import { golden, lines, snapshot } from "./golden.ts";

for (const [name, spec] of golden) {
  test(`${name} is the same in Node and in Python`, () => {
    const text = JSON.stringify(spec);
    assert.equal(lines(drawHtml(text, "h1")), snapshot(`${name}.html`));
    assert.equal(lines(drawSafe(text)), snapshot(`${name}.safe.html`));
  });

  test(`${name} changes in its headline's element alone`, () => {
    const text = JSON.stringify(spec);
    const inner = drawHtml(text, "p").replace('<p class="tc-headline">', "<h1>").replace("</p>", "</h1>");
    const first = drawHtml(text, "h1").replace('<h1 class="tc-headline">', "<h1>");
    if (spec.frame.headline) assert.equal(inner, first);
    else assert.equal(drawHtml(text, "p"), drawHtml(text, "h1"));
  });

  test(`${name} is drawn the same twice`, () => {
    const text = JSON.stringify(spec);
    assert.equal(drawHtml(text, "p"), drawHtml(text, "p"));
    assert.equal(JSON.stringify(spec), text);
  });
}
