// Pictures have no geometric faults at any width, and the same text as the page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { drawHtml, drawSvg } from "../../js/src/hosts/server.ts";
import { golden } from "./golden.ts";
import { faults, texts, unescaped } from "./picture.ts";

const WIDTHS = [320, 400, 575, 640, 1000, 1600].map((wide) => ({ wide }));
const FIXED = [
  { wide: 1200, tall: 630 },
  { wide: 1080, tall: 1080 },
];

for (const [name, spec] of golden) {
  const text = JSON.stringify(spec);
  const drawn = (sheet: object): string => drawSvg(text, JSON.stringify(sheet));

  test(`${name}: in a picture nothing overlaps and nothing is cut`, () => {
    for (const sheet of [...WIDTHS, ...FIXED]) assert.deepEqual(faults(drawn(sheet)), [], JSON.stringify(sheet));
  });

  test(`${name}: a picture says what the page says, in its order`, () => {
    // The caption is the picture's title; collapsed content and the read-out are not in pictures, since they need a
    // reader's action; and the titles of a bridge's columns are for screen readers.
    const page = drawHtml(text, "p")
      .replace(/(?<=<table[^>]*data-bridge.*?<th scope="col"[^>]*>)<span>.*?<\/span>/g, "")
      .replace(
        /<caption>.*?<\/caption>|<details>.*?<\/details>|<span>·<\/span> <u>.*?<\/details>|<p class="tc-readout.*?<\/p>/g,
        "",
      );
    // Where a page has the direction as an attribute, a picture has marks that isolate each line.
    const said = (words: string): string => words.replace(/[\s\u2066-\u2069]+/g, "").replaceAll("\u254c", "--");
    // On a page the browser adds the numbers of a list.
    const drawnTexts = texts(drawn({ wide: 1000 })).map((each) => each.replace(/^\d+\.\u2002/, ""));
    assert.equal(said(drawnTexts.join("")), said(unescaped(page.replace(/<(?:"[^"]*"|[^">])*>/g, ""))));
  });

  test(`${name}: a picture has no scripts, no foreign objects and asks for nothing`, () => {
    const markup = drawn({ wide: 720 });
    const tags = markup.match(/<(?:"[^"]*"|[^">])*>/g)!.join("");
    assert.doesNotMatch(
      tags.replaceAll('xmlns="http://www.w3.org/2000/svg"', ""),
      /<script|<foreignObject|<style|<a[ >]|\son\w+=|url\(|https?:|javascript:/i,
    );
    assert.equal(markup, drawn({ wide: 720 }));
    const ids = [...markup.matchAll(/ id="([^"]*)"/g)].map((each) => each[1]);
    assert.equal(new Set(ids).size, ids.length);
  });
}
