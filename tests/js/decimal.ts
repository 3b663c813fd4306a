// Independent decimal arithmetic for the tests: figures as whole numbers of units of 10^-60.

const PLACES = 60;

/** The digits of a figure's text, in units of ten to the minus 60. */
export function units(value: number): bigint {
  const [, sign = "", head = "", tail = "", power = "0"] = /^(-?)(\d+)\.?(\d*)e?(.*)$/.exec(String(value))!;
  const digits = head + tail + "0".repeat(PLACES + Number(power) - tail.length);
  return BigInt(sign + digits);
}

/** `sum` over `whole`, times `tenths`, rounded half away from zero. */
export function share(sum: bigint, whole: bigint, tenths: number): number {
  const [size, sign] = sum < 0n ? [-sum, -1] : [sum, 1];
  return sign * Number((2n * size * BigInt(tenths) + whole) / (2n * whole));
}

/** The number nearest to a sum over a whole. */
export const quotient = (sum: bigint, whole: bigint): number => Number(`${(sum * 10n ** 40n) / whole}e-40`);

/** Tenths as they are printed. */
export const printed = (tenths: number, decimal = "."): string => `${Math.floor(tenths / 10)}${decimal}${tenths % 10}`;
