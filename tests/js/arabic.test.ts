// Arabic letters as they are joined, and the order in which a line is seen.
import assert from "node:assert/strict";
import test from "node:test";
import { joined, seen } from "../../js/src/text/arabic.ts";

test("letters take the forms that Unicode decomposes to them, by what stands beside them", () => {
  for (const text of ["المكسيك", "الولايات المتحدة", "بالقيمة المضافة", "لا", "حجمًا", "ء", "سـلع", "الإحصاء"])
    assert.equal(joined(text).normalize("NFKC"), text);
  // Alone, first, between, last.
  assert.equal(joined("ب ببب"), "\ufe8f \ufe91\ufe92\ufe90");
  // After a letter that joins nothing that follows.
  assert.equal(joined("دب"), "\ufea9\ufe8f");
  // A mark does not part its neighbours.
  assert.equal(joined("بّب"), "\ufe91\u0651\ufe90");
  // Lam and alef are one letter, which has two forms.
  assert.equal(joined("لا بلا"), "\ufefb \ufe91\ufefc");
});

test("a text without Arabic letters is what it was", () => {
  assert.equal(joined("Trade, 2024"), "Trade, 2024");
});

const order = (text: string, rtl: boolean): string[] =>
  seen(text, rtl)
    .map((piece) => piece.text.normalize("NFKC"))
    .filter((piece) => piece.trim());

test("a line from right to left begins at its right, and numbers in it are read from the left", () => {
  assert.deepEqual(order("أقل بنسبة \u200e−40.5%\u200e، 2011", true), ["2011", "،", "−40.5%", "بنسبة", "أقل"]);
  assert.deepEqual(order("الصين (السلع)", true), ["(", "السلع", ")", "الصين"]);
  assert.deepEqual(order("المصدر: World Bank، حساب", true), ["حساب", "،", "World", "Bank", ":", "المصدر"]);
});

test("Arabic words in a line from left to right are turned, and nothing else is", () => {
  assert.deepEqual(order("Trade with مصر الجديدة: 5%", false), ["Trade", "with", "الجديدة", "مصر", ":", "5%"]);
});

test("pieces are told apart by the font that has them", () => {
  assert.deepEqual(
    seen("عام 2011", true).map((piece) => piece.arabic),
    [false, false, true],
  );
});

test("numbers in Arabic digits are read from the left, and their signs stand at the right", () => {
  assert.deepEqual(order("أقل بنسبة \u061c−٤٠٫٥٪\u061c، ٢٠١١", true), ["٢٠١١", "،", "٪", "٤٠٫٥", "−", "بنسبة", "أقل"]);
  assert.ok(seen("٤٠٫٥", true)[0]!.arabic);
});
