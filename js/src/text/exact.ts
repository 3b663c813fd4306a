// Arithmetic on figures as they are written: a number stands for its shortest decimal text, as in Python.

/** A number that is not rounded: `over` by `under`, times ten to the `power`. */
export type Exact = readonly [over: bigint, under: bigint, power: number];

/** A figure as its text has it. */
export function exact(value: number): Exact {
  const [digits, power] = value.toExponential().split("e") as [string, string];
  const [head, tail = ""] = digits.split(".") as [string, string?];
  return [BigInt(head + tail), 1n, Number(power) - tail.length];
}

const ten = (power: number): bigint => 10n ** BigInt(power);

/** One decimal number and so many times another. */
export function plus([a, , up]: Exact, [b, , down]: Exact, times = 1n): Exact {
  const power = Math.min(up, down);
  return [a * ten(up - power) + times * b * ten(down - power), 1n, power];
}

export const product = ([a, , up]: Exact, [b, , down]: Exact): Exact => [a * b, 1n, up + down];

/** One decimal number over another. */
export const ratio = ([a, , up]: Exact, [b, , down]: Exact): Exact => [a, b, up - down];

/** The nearest number that an engine has: equal ones are equal, however they were made. */
export const value = ([over, under, power]: Exact): number => Number(`${(over * ten(60)) / under}e${power - 60}`);

/** A number that is not negative in units of a tenth to so many `places`, halves up. */
export function rounded([over, under, power]: Exact, places: number): bigint {
  const shift = power + places;
  const [a, b] = shift > 0 ? [over * ten(shift), under] : [over, under * ten(-shift)];
  return (2n * a + b) / (2n * b);
}
