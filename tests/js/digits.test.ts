// Numbers that a page writes, in a language's own digits; what Python writes is in tests/text/test_digits.py.
import assert from "node:assert/strict";
import { test } from "node:test";
import { exact } from "../../js/src/text/exact.ts";
import { amount, filled, share } from "../../js/src/text/number.ts";

const arabic = {
  ...{ decimal: "٫", group: "٬", grouped: 4, minus: "\u061c−", percent: "{}٪\u061c" },
  digits: "٠١٢٣٤٥٦٧٨٩",
};

test("figures have the digits, separators and signs of the language", () => {
  assert.equal(share(0.715, arabic), "٧١٫٥٪\u061c");
  assert.equal(amount(exact(-1234567.84), 0, arabic), "\u061c−١٬٢٣٤٬٥٦٧٫٨");
  assert.equal(amount(exact(123), 0, arabic), "١٢٣٫٠");
});

test("a figure that is printed as zero has no sign", () => {
  assert.equal(amount(exact(-0.01), 0, arabic), "٠٫٠");
});

test("numbers in gaps are written, texts are the author's", () => {
  assert.equal(filled("{year}: {name}", { year: 2024, name: "G20" }, arabic), "٢٠٢٤: G20");
});
