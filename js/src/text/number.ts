// Formats numbers that depend on the reader's choice by Python's rule: round the decimal text half away from zero.
import type { Locale, Numbers } from "../spec.gen.ts";
import { type Exact, exact, rounded } from "./exact.ts";

/** A number with a language's own digits. */
export const shown = (value: unknown, digits?: string): string =>
  `${value}`.replace(/\d/g, (each) => digits?.[+each] ?? each);

/** A non-negative number in units of ten to the `power`, with so many decimals. */
function printed(value: Exact, power: number, { decimal, digits }: Numbers, places = 1): string {
  const text = shown(`${rounded(value, places - power)}`.padStart(places + 1, "0"), digits);
  return places ? text.slice(0, -places) + decimal + text.slice(-places) : text;
}

/** A share of 0 to 1 as a percentage, with one decimal if `places` does not say otherwise. */
export const share = (value: number | Exact, numbers: Numbers, places?: number): string =>
  numbers.percent.replace("{}", printed(typeof value === "number" ? exact(value) : value, -2, numbers, places));

/** A ratio with one decimal, or with two if it would be zero with one. */
export const times = (value: Exact, numbers: Numbers): string =>
  rounded(value, 1)
    ? printed(value, 0, numbers)
    : rounded(value, 2)
      ? printed(value, 0, numbers, 2)
      : `${numbers.digits ? "\u061c" : ""}<${printed([1n, 1n, -2], 0, numbers, 2)}`;

/** An amount in units of ten to the `power`, with the language's sign and thousands. */
export function amount([over, under, tens]: Exact, power: number, numbers: Numbers): string {
  const text = printed([over < 0 ? -over : over, under, tens], power, { ...numbers, digits: undefined });
  const [whole = "", rest] = text.split(numbers.decimal);
  const digits = whole.length < numbers.grouped! ? whole : whole.replace(/\B(?=(\d{3})+$)/g, numbers.group!);
  // A figure that is printed as zero has no sign.
  return (
    (over < 0 && /[1-9]/.test(text) ? numbers.minus! : "") + shown(digits + numbers.decimal + rest, numbers.digits)
  );
}

/** A phrase with its placeholders filled, in one pass, so that braces in the inserted text stay as they are. */
export const filled = (
  phrase: string,
  parts: Record<string, string | number | bigint | undefined>,
  { digits }: Pick<Locale, "digits"> = {},
): string =>
  phrase.replace(/\{(\w+)\}/g, (gap, name: string) => {
    const part = parts[name] ?? gap;
    return typeof part === "string" ? part : shown(part, digits);
  });
