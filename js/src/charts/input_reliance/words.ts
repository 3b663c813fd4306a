// The words of the frame for the reader's period, written as Python writes them for the initial period.
import { sorted } from "../../layout/rows.ts";
import type { Frame, InputRelianceRow, InputRelianceSpec, InputRelianceState } from "../../spec.gen.ts";
import { filled, share, shown } from "../../text/number.ts";
import { counted, type Parts } from "../../text/phrase.ts";
import { type Average, average, type Mean } from "./average.ts";
import { claim, lead } from "./claim.ts";

/** The most names with their ranks that a note lists. */
const LISTED = 10;

/** The reader's period, in words and years. */
export function period({ phrases, locale }: InputRelianceSpec, { period: years }: InputRelianceState) {
  const [from, to] = years as [number, number];
  return { from, to, total: to - from + 1, span: from === to ? from : filled(phrases.span, { from, to }, locale) };
}

/** The rows with their averages over the period, largest first, and rows without an average last. */
export const ranked = (spec: InputRelianceSpec, state: InputRelianceState): (InputRelianceRow & Average)[] =>
  sorted(
    spec.rows.map((row) => ({ ...row, ...average(spec, row, state.period[0]!, state.period[1]!) })),
    { ...state, sort_by: "share" },
    ({ now }) => now?.share,
  );

/** The frame for the reader's period. Words that differ from those for the initial period are the author's: kept. */
export function frame(spec: InputRelianceSpec, state: InputRelianceState): Frame {
  const { frame: first, initial, sentences } = spec;
  if (!sentences || String(state.period) === String(initial.period)) return first;
  const [before, now] = [words(spec, sentences, initial), words(spec, sentences, state)];
  const kept = Object.entries(now).filter(
    ([name]) => String(first[name as keyof Frame]) === String(before[name as keyof typeof now]),
  );
  return { ...first, ...Object.fromEntries(kept) };
}

/** The words that there are sentences for. */
function words(
  spec: InputRelianceSpec,
  sentences: NonNullable<InputRelianceSpec["sentences"]>,
  state: InputRelianceState,
) {
  const { phrases, numbers, years, locale } = spec;
  const fill = (phrase: string, parts: Parts): string => counted(phrase, parts, locale);
  const { measure, how, coverage, headline, subtitle, alt, notes } = sentences;
  const when = period(spec, state);
  const { total } = when;
  const several = total > 1;
  const all = ranked(spec, state);
  const text = (value?: number | Mean | null): string =>
    share(value ? (typeof value === "number" ? value : value.exact) : 0, numbers);
  const parts = { ...when, measure, how: fill(several ? how.average : how.one, when) };
  /** The alternative text: what is true of the country that the chart is about. */
  const about = (of: NonNullable<typeof alt>): string => {
    const row = lead(all);
    if (!row) return fill(of.empty, parts);
    const { now, n, there, broken, name, in_sentence, shares } = row;
    const [first, last] = [there[0], there.at(-1)];
    const kind = broken ? "broken" : now === null ? "none" : !several ? "one" : there.length === 1 ? "only" : "average";
    return fill(of[kind], {
      ...parts,
      broken,
      partner: in_sentence ?? name,
      share: text(now),
      first_year: first,
      last_year: last,
      first: text(shares[years.indexOf(first!)]),
      last: text(shares[years.indexOf(last!)]),
      coverage: n < total ? fill(coverage, { years: fill(phrases.years, { n, total }) }) : "",
    });
  };
  const listed = ranks(all, spec);
  const beyond = listed.slice(0, LISTED).join(locale.comma ?? ", ") + (listed[LISTED] ? " …" : "");
  const true_of = {
    average: several,
    gaps: several && all.some(({ n }) => n && n < total),
    broken: all.some(({ broken }) => broken),
    beyond,
  };
  const told = (decodes: boolean): string[] =>
    notes
      .filter(({ key = false, when: where }) => key === decodes && (!where || true_of[where]))
      .map((note) => (note.when === "beyond" ? filled(note.text, { beyond }) : note.text));
  return {
    headline: headline && claim(spec, sentences, headline, all, when),
    subtitle: subtitle && fill(subtitle, parts),
    alt: alt && about(alt),
    key: told(true),
    notes: told(false),
  };
}

/** The highlighted countries that are not among the largest, each with its rank. */
const ranks = (all: (InputRelianceRow & Average)[], { top = all.length, locale }: InputRelianceSpec): string[] =>
  all.slice(top).flatMap(({ name, highlight, now }) => {
    const larger = all.filter((row) => row.now !== null && row.now.share > (now?.share ?? 0));
    return highlight && now ? `${name} (${shown(larger.length + 1, locale.digits)})` : [];
  });
