// The headline over a period: what is true of the country that it is about.
import type { InputRelianceRow, InputRelianceSpec } from "../../spec.gen.ts";
import { exact, rounded } from "../../text/exact.ts";
import { filled, share } from "../../text/number.ts";
import { counted, type Parts } from "../../text/phrase.ts";
import type { Average } from "./average.ts";

type Ranked = InputRelianceRow & Average;
type Sentences = NonNullable<InputRelianceSpec["sentences"]>;

/** The highlighted rows in the author's order, or else the row that leads, if any has an average. */
const about = <R extends Ranked>(all: R[]): R[] => {
  const own = all.filter(({ highlight }) => highlight).sort((a, b) => a.highlight! - b.highlight!);
  return own[0] ? own : all.slice(0, 1).filter(({ now }) => now !== null);
};

/** The country that the headline is about first. */
export const lead = <R extends Ranked>(all: R[]): R | undefined => about(all)[0];

/** The headline, by what is true of the first country or of the two highlighted. */
export function claim(
  { view, years, numbers, locale }: InputRelianceSpec,
  { supplier, partners, late }: Sentences,
  headline: NonNullable<Sentences["headline"]>,
  all: Ranked[],
  when: { from: number; to: number; total: number; span: string | number },
): string {
  const fill = (phrase: string, parts: Parts): string =>
    counted(phrase, parts, locale).replace(/^./u, (letter) => letter.toUpperCase());
  const rows = about(all);
  const row = rows[0];
  if (!row) return fill(headline.empty, when);
  const lines = view !== "ranking";
  const ends = ({ there }: Ranked) => [there[0], there.at(-1)] as const;
  /** How the last share compares with the first; shares that are printed alike are level. */
  const change = (of: Ranked): "less" | "more" | "level" => {
    const [first, last] = ends(of).map((year) => rounded(exact(of.shares[years.indexOf(year!)]!), 3));
    return last! < first! ? "less" : last! > first! ? "more" : "level";
  };
  const known = all.filter(({ now }) => now !== null);
  const above = known.filter(({ now }) => row.now && now!.share > row.now.share).length;
  const [first, last] = ends(row);
  const early = last !== undefined && last < years.at(-1)!;
  const parts = {
    ...when,
    supplier,
    partners,
    partner: row.in_sentence ?? row.name,
    share: row.now ? share(row.now.exact, numbers) : "",
    broken: row.broken,
    count: known.length,
    above,
    first_year: first,
    last_year: last,
    late: early ? filled(late, { last_year: last }, locale) : "",
  };
  const alike =
    !early &&
    headline.both_less &&
    rows.every((each) => each.now && String(ends(each)) === String([first, last]) && change(each) === change(row)) &&
    first !== last;
  const kind = row.broken
    ? "broken"
    : !row.now
      ? "none"
      : lines && when.total > 1
        ? first === last
          ? "only"
          : change(row)
        : lines || !known[1]
          ? "alone"
          : above
            ? "ranked"
            : "first";
  return fill(headline[alike ? (`both_${change(row)}` as const) : kind]!, parts);
}
