// Words after counts, as a page chooses them; that Python chooses the same is in tests/text/test_plural.py.
import assert from "node:assert/strict";
import { test } from "node:test";
import { counted } from "../../js/src/text/phrase.ts";

const polish = { plurals: { one: "n = 1", few: "n % 10 = 2..4 and n % 100 != 12..14" } };
const phrase = "{n} z {total, plural, one {# roku} few {# lat i {n}} other {# lat}}";

test("a word has the form of its count", () => {
  assert.equal(counted(phrase, { n: 1, total: 1 }, polish), "1 z 1 roku");
  assert.equal(counted(phrase, { n: 2, total: 22 }, polish), "2 z 22 lat i 2");
  for (const total of [0, 5, 11, 12, 14, 112]) {
    assert.equal(counted(phrase, { n: 2, total }, polish), `2 z ${total} lat`);
  }
});

test("without a rule, or without its form, a word has the form of any other number", () => {
  assert.equal(counted(phrase, { n: 1, total: 1 }), "1 z 1 lat");
  assert.equal(counted("{n, plural, other {# x}}", { n: 1 }, polish), "1 x");
  assert.equal(counted("{n, plural, few {# x}}", { n: 1 }, polish), "");
});

test("what fills a gap is no phrase", () => {
  const text = "{n} # {n, plural, other {x}} $& $1";
  assert.equal(counted("{text}: {n, plural, other {# {text}}}", { text, n: 2n }, polish), `${text}: 2 ${text}`);
  assert.equal(counted("{unknown} {n}", { n: 1 }, polish), "{unknown} 1");
});

test("numbers have the digits of the language, and texts that fill gaps keep theirs", () => {
  const arabic = { digits: "٠١٢٣٤٥٦٧٨٩", plurals: { two: "n = 2" } };
  assert.equal(counted("{n, plural, two {# x} other {# y}} ({text})", { n: 2, text: "7" }, arabic), "٢ x (7)");
  assert.equal(counted("{n}", { n: 190n }, arabic), "١٩٠");
});
