// Phrases with gaps, and the form that a word takes after a count: text/plural.py says how they are written.
import type { Plurals } from "../spec.gen.ts";
import { filled } from "./number.ts";

/** What fills gaps, by their names. */
export type Parts = Parameters<typeof filled>[1];

const FORM = / (\w+) \{((?:[^{}]|\{\w+\})*)\}/g;
const COUNT = /\{(\w+), plural,((?: \w+ \{(?:[^{}]|\{\w+\})*\})+)\}/g;

/** A phrase with its gaps filled, where words may depend on counts; the rules of whole numbers are the spec's. */
export const counted = (phrase: string, parts: Parts, plurals: Plurals = {}): string =>
  filled(
    phrase.replace(COUNT, (_, name: string, forms: string) => {
      const all = Object.fromEntries([...forms.matchAll(FORM)].map(([, category, form]) => [category, form]));
      return (all[category(Number(parts[name]), plurals)] ?? all.other ?? "").replaceAll("#", `{${name}}`);
    }),
    parts,
  );

/** CLDR's category of a whole number. */
const category = (count: number, plurals: Plurals): string =>
  Object.entries(plurals).find(([, rule]: [string, string]) =>
    rule.split(" or ").some((some) => some.split(" and ").every((each) => related(count, each))),
  )?.[0] ?? "other";

/** Whether a relation is true of a number: `n % 10 != 2..4,9`. */
function related(count: number, relation: string): boolean {
  const [, modulus, not, ranges] = /^n(?: % (\d+))? (!?)= (.+)/.exec(relation)!;
  const value = modulus ? count % +modulus : count;
  const within = ranges!.split(",").some((range) => {
    const [from, to = from] = range.split("..");
    return value >= +from! && value <= +to!;
  });
  return within !== !!not;
}
