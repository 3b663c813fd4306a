// Exact arithmetic on decimal texts: a number stands for its shortest decimal text, as in Python.

/** An exact number: `over` / `under`, times ten to the `power`. */
export type Exact = readonly [over: bigint, under: bigint, power: number];

/** The exact value of a number's decimal text. */
export function exact(value: number): Exact {
  const [digits, power] = value.toExponential().split("e") as [string, string];
  const [head, tail = ""] = digits.split(".") as [string, string?];
  return [BigInt(head + tail), 1n, Number(power) - tail.length];
}

const ten = (power: number): bigint => 10n ** BigInt(power);

/** One decimal number plus `times` another. */
export function plus([a, , up]: Exact, [b, , down]: Exact, times = 1n): Exact {
  const power = Math.min(up, down);
  return [a * ten(up - power) + times * b * ten(down - power), 1n, power];
}

export const product = ([a, , up]: Exact, [b, , down]: Exact): Exact => [a * b, 1n, up + down];

/** One decimal number divided by another. */
export const ratio = ([a, , up]: Exact, [b, , down]: Exact): Exact => [a, b, up - down];

/** The nearest float. Equal exact numbers give equal floats, however they were computed. */
export const value = ([over, under, power]: Exact): number => Number(`${(over * ten(60)) / under}e${power - 60}`);

/** A non-negative number rounded half up to so many decimal `places`, in units of the last place. */
export function rounded([over, under, power]: Exact, places: number): bigint {
  const shift = power + places;
  const [a, b] = shift > 0 ? [over * ten(shift), under] : [over, under * ten(-shift)];
  return (2n * a + b) / (2n * b);
}
