// Numbers a reader makes, by the rule Python writes the rest with: half away from zero on the shortest decimal text.
import type { Numbers } from "../spec.gen.ts";

/** Ten to the `power` times the value, which is positive, in tenths. */
function tenths(value: number, power: number, { decimal }: Numbers): string {
  // A value so small or large that its text has an exponent of its own: no rounding hangs on its last digit.
  const whole = Math.round(Number(`${value}e${power}`) || value * 10 ** power);
  return `${Math.floor(whole / 10)}${decimal}${whole % 10}`;
}

/** A share of 0 to 1 as a percentage with one decimal. */
export const share = (value: number, numbers: Numbers): string => numbers.percent.replace("{}", tenths(value, 3, numbers));

/** How many times, with one decimal. */
export const times = (value: number, numbers: Numbers): string => tenths(value, 1, numbers);

/** An amount in units of ten to the `power`, with the language's sign and thousands. */
export function amount(value: number, power: number, numbers: Numbers): string {
  const [whole = "", rest] = tenths(Math.abs(value), 1 - power, numbers).split(numbers.decimal);
  const digits = whole.length < numbers.grouped! ? whole : whole.replace(/\B(?=(\d{3})+$)/g, numbers.group!);
  return (value < 0 ? numbers.minus! : "") + digits + numbers.decimal + rest;
}

/** A phrase with its gaps filled, in one pass: braces in what fills them stay as they are. */
export const filled = (phrase: string, parts: Record<string, string | number | undefined>): string =>
  phrase.replace(/\{(\w+)\}/g, (gap, name: string) => String(parts[name] ?? gap));
