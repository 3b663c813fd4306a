// Phrases with gaps, and the form that a word takes after a count: text/plural.py says how they are written.
import type { Locale } from "../spec.gen.ts";
import { filled } from "./number.ts";

/** What fills gaps, by their names. */
export type Parts = Parameters<typeof filled>[1];

/** The text of a form, which has gaps of its own but no count. */
const TEXT = String.raw`\{((?:[^{}]|\{\w+\})*)\}`;
const COUNT = RegExp(String.raw`\{(\w+), plural,(( \w+ ${TEXT})+)\}`, "g");

/**
 * A phrase with its gaps filled, where words may depend on counts: the digits and the rules of whole numbers are the
 * spec's.
 */
export const counted = (phrase: string, parts: Parts, locale: Pick<Locale, "digits" | "plurals"> = {}): string =>
  filled(
    phrase.replace(COUNT, (_, name: string, forms: string) => {
      const form = (category: string) => forms.match(` ${category} ${TEXT}`)?.[1];
      const rule = Object.entries(locale.plurals ?? {}).find(([, rule]: [string, string]) =>
        holds(rule, Number(parts[name])),
      );
      return (form(rule ? rule[0] : "other") ?? form("other") ?? "").replaceAll("#", `{${name}}`);
    }),
    parts,
    locale,
  );

/** Whether one of CLDR's rules holds of a whole number: `n % 10 = 2..4 and n % 100 != 12..14 or n = 0,20`. */
const holds = (rule: string, count: number): boolean =>
  rule.split(" or ").some((some) =>
    some.split(" and ").every((relation) => {
      // "n", "%", its modulus if it has one, the sign, and the ranges.
      const words = relation.split(" ");
      const value = words[4] ? count % +words[2]! : count;
      const within = words
        .pop()!
        .split(",")
        .some((range) => {
          const [from, to = from] = range.split("..");
          return value >= +from! && value <= +to!;
        });
      return within === (words.pop() === "=");
    }),
  );
