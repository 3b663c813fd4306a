// Numbers that depend on the reader's choice round as in Python: half away from zero, on the shortest decimal text.
import assert from "node:assert/strict";
import { test } from "node:test";
import { exact, value as nearest, plus, product, ratio } from "../../js/src/text/exact.ts";
import { amount, filled, share, times } from "../../js/src/text/number.ts";
import { printed, quotient, share as rounded, units } from "./decimal.ts";
import { numbers } from "./random.ts";

const english = { decimal: ".", percent: "{}%", minus: "-", group: ",", grouped: 4 };

// Made with Decimal(repr(value)).scaleb(2).quantize(Decimal("0.1"), ROUND_HALF_UP), and the same without scaleb(2).
const ROUNDED: [number, string, string][] = [
  [0, "0.0", "0.0"],
  [0.00045, "0.0", "0.0"],
  [0.0005, "0.1", "0.0"],
  [0.00049999, "0.0", "0.0"],
  [0.9995, "100.0", "1.0"],
  [0.99949, "99.9", "1.0"],
  [1, "100.0", "1.0"],
  [1e-7, "0.0", "0.0"],
  [5e-7, "0.0", "0.0"],
  [9.5e-7, "0.0", "0.0"],
  [0.58345, "58.3", "0.6"],
  [0.5835, "58.4", "0.6"],
  [0.0015, "0.2", "0.0"],
  [0.0025, "0.3", "0.0"],
  [0.0145, "1.5", "0.0"],
  [0.0235, "2.4", "0.0"],
  [0.1005, "10.1", "0.1"],
  [0.1015, "10.2", "0.1"],
  [0.3335, "33.4", "0.3"],
  [0.045, "4.5", "0.0"],
  [0.45, "45.0", "0.5"],
  [0.55, "55.0", "0.6"],
  [0.95, "95.0", "1.0"],
  [0.30000000000000004, "30.0", "0.3"],
  [0.285, "28.5", "0.3"],
  [1.005, "100.5", "1.0"],
  [1.05, "105.0", "1.1"],
  [1.15, "115.0", "1.2"],
  [2.25, "225.0", "2.3"],
  [2.35, "235.0", "2.4"],
  [8.345, "834.5", "8.3"],
  [44.95, "4495.0", "45.0"],
  [0.3333333333333333, "33.3", "0.3"],
  [0.6666666666666666, "66.7", "0.7"],
  [0.615, "61.5", "0.6"],
  [12.345, "1234.5", "12.3"],
  [33.25, "3325.0", "33.3"],
  [0.05, "5.0", "0.1"],
  [0.049999999999999996, "5.0", "0.0"],
  [0.25, "25.0", "0.3"],
  [999.95, "99995.0", "1000.0"],
  [1234.45, "123445.0", "1234.5"],
  [0.324, "32.4", "0.3"],
  [0.39, "39.0", "0.4"],
  [0.072436, "7.2", "0.1"],
  [0.09413, "9.4", "0.1"],
  [0.057999, "5.8", "0.1"],
  [0.21, "21.0", "0.2"],
  [0.43, "43.0", "0.4"],
  [0.240663, "24.1", "0.2"],
  [0.424519, "42.5", "0.4"],
  [0.124, "12.4", "0.1"],
  [0.630626, "63.1", "0.6"],
  [0.947709, "94.8", "0.9"],
  [0.59, "59.0", "0.6"],
  [0.98, "98.0", "1.0"],
  [0.557, "55.7", "0.6"],
  [0.29, "29.0", "0.3"],
  [0.540686, "54.1", "0.5"],
  [0.308, "30.8", "0.3"],
  [0.103056, "10.3", "0.1"],
  [0.6389, "63.9", "0.6"],
  [0.1, "10.0", "0.1"],
  [0.564368, "56.4", "0.6"],
  [0.205959, "20.6", "0.2"],
  [0.4276, "42.8", "0.4"],
  [0.4656, "46.6", "0.5"],
  [0.36158235594456634, "36.2", "0.4"],
  [0.24842658485754932, "24.8", "0.2"],
  [0.1797667495831432, "18.0", "0.2"],
  [0.7798296305842437, "78.0", "0.8"],
  [0.08185501079576984, "8.2", "0.1"],
  [0.3002491185456253, "30.0", "0.3"],
  [0.49511635955525557, "49.5", "0.5"],
  [0.3434756899583733, "34.3", "0.3"],
  [0.44883419042779327, "44.9", "0.4"],
  [0.6089590190364036, "60.9", "0.6"],
  [0.07320086745966803, "7.3", "0.1"],
  [0.5119328306475491, "51.2", "0.5"],
];

test("shares and ratios are rounded on their decimal text, halves away from zero", () => {
  for (const [value, percent, ratio] of ROUNDED) {
    assert.equal(share(value, english), `${percent}%`, `share of ${value}`);
    if (value >= 0.05) assert.equal(times(exact(value), english), ratio, `${value} times`);
  }
});

test("every tenth of a percent, and the half after it, rounds to where it belongs", () => {
  for (let tenth = 0; tenth < 1000; tenth++) {
    const [whole, next] = [tenth, tenth + 1].map((each) => `${Math.floor(each / 10)}.${each % 10}%`);
    const digits = String(tenth).padStart(4, "0");
    assert.equal(share(Number(`0.${digits.slice(1)}`), english), whole, digits);
    assert.equal(share(Number(`0.${digits.slice(1)}4999`), english), whole, digits);
    assert.equal(share(Number(`0.${digits.slice(1)}5`), english), next, digits);
  }
});

test("a language's own separator and pattern", () => {
  assert.equal(share(0.58345, { decimal: ",", percent: "{}\u00a0%" }), "58,3\u00a0%");
  assert.equal(share(1, { decimal: "\u066b", percent: "%{}" }), "%100\u066b0");
  assert.equal(times(exact(2.25), { decimal: ",", percent: "{}" }), "2,3");
});

test("gaps are filled once, whatever stands in what fills them", () => {
  assert.equal(filled("{a}, {b}", { a: "{b}", b: "$& $1 {a}" }), "{b}, $& $1 {a}");
  assert.equal(filled("{a} and {a} of {n}", { a: 0, n: "" }), "0 and 0 of ");
  assert.equal(filled("no gap", { a: 1 }), "no gap");
  assert.equal(filled("{a} {unknown} { a }", { a: 1, unknown: undefined }), "1 {unknown} { a }");
});

test("of a ratio that one decimal would leave nothing of, two are told", () => {
  const told: [number, string][] = [
    [0.05, "0.1"],
    [0.0499, "0.05"],
    [0.045, "0.05"],
    [0.0449, "0.04"],
    [0.005, "0.01"],
    [0.00499, "<0.01"],
  ];
  for (const [value, text] of told) assert.equal(times(exact(value), english), text, String(value));
});

/** A figure with few digits, as publishers print them, or with all digits of a float. */
function figure(random: () => number): number {
  const places = Math.floor(random() * 8);
  return places > 6 ? random() : Number((random() * 10 ** Math.floor(random() * 5)).toFixed(places));
}

test("sums, products and ratios are those of the decimal texts", () => {
  // Pairs for which floating-point arithmetic gives another result.
  assert.equal(nearest(plus(exact(356.97), exact(545.42), -1n)), -188.45);
  assert.equal(nearest(product(exact(4.35), exact(100))), 435);
  assert.equal(nearest(ratio(exact(0.45), exact(0.2))), 2.25);
  assert.equal(times(ratio(exact(0.45), exact(0.2)), english), "2.3");
  assert.equal(amount(plus(exact(356.97e9), exact(545.42e9), -1n), 9, english), "-188.5");
  assert.equal(
    nearest(ratio(plus(plus(exact(0.1), exact(0.2)), exact(0.3)), exact(3))),
    0.2,
    "the mean of three is that of one like it",
  );
  const random = numbers(7);
  for (let count = 0; count < 3000; count++) {
    const [a, b, c] = [figure(random), figure(random), figure(random)];
    assert.equal(nearest(plus(exact(a), exact(b), -1n)), quotient(units(a) - units(b), units(1)), `${a} - ${b}`);
    const [sum, whole] = [units(a) * units(b) + units(c) * units(1), units(1) + units(b)];
    const mean = ratio(plus(product(exact(a), exact(b)), exact(c)), plus(exact(1), exact(b)));
    assert.equal(share(mean, english), `${printed(rounded(sum, whole * units(1), 1000))}%`, `${a}, ${b}, ${c}`);
    assert.equal(nearest(mean), quotient(sum, whole * units(1)));
  }
});

test("every digit of a number is read, with its exponent", () => {
  for (const value of [0, 1, 5e-324, 1e-7, 1.5e-9, 0.1, 123456.789, 1e21, 1.7976931348623157e308, -0.25])
    assert.equal(nearest(exact(value)), value);
  const random = numbers(11);
  for (let count = 0; count < 2000; count++) {
    const value = (random() - 0.5) * 10 ** Math.floor(random() * 40 - 20);
    assert.equal(nearest(exact(value)), value);
  }
});
