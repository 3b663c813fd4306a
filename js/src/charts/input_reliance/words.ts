// The words of the frame for the reader's period, written as Python writes them for the initial period.
import { sorted } from "../../layout/rows.ts";
import type { Frame, InputRelianceRow, InputRelianceSpec, InputRelianceState } from "../../spec.gen.ts";
import { filled, share } from "../../text/number.ts";
import { counted, type Parts } from "../../text/phrase.ts";
import { type Average, average, type Mean } from "./average.ts";
import { claim } from "./claim.ts";

/** The most names with their ranks that a note lists. */
const LISTED = 10;

/** The reader's period, in words and years. */
export function period({ phrases }: InputRelianceSpec, { period: years }: InputRelianceState) {
  const [from, to] = years as [number, number];
  return { from, to, total: to - from + 1, span: from === to ? from : filled(phrases.span, { from, to }) };
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
  const { numbers, locale } = spec;
  const fill = (phrase: string, parts: Parts): string => counted(phrase, parts, locale.plurals);
  const { measure, how, headline, subtitle, alt, notes } = sentences;
  const when = period(spec, state);
  const { total } = when;
  const several = total > 1;
  const all = ranked(spec, state);
  const text = (mean: Mean | null): string => share(mean ? mean.exact : 0, numbers);
  const parts = { ...when, measure, how: fill(several ? how.average : how.one, when) };
  const known = all.filter(({ now }) => now !== null);
  const range = (): string => {
    const [high, low] = [known[0]!.now!, known.at(-1)!.now!];
    const [first, last] = [high, low].map((end) =>
      known.filter(({ now }) => now!.share === end.share).map(({ name }) => name),
    );
    const few = (names: string[]): string => names.slice(0, 3).join(", ") + (names[3] ? " …" : "");
    const ends = { first: few(first!), high: text(high), last: few(last!), low: text(low) };
    const level = high.share === low.share ? known[2] : first![1] || last![1];
    const kind = !known[1]
      ? "first"
      : ends.high === ends.low
        ? high.share === low.share
          ? "same"
          : "alike"
        : level
          ? "level"
          : "range";
    return fill(alt![kind]!, ends);
  };
  const listed = ranks(all, spec.top);
  const beyond = listed.slice(0, LISTED).join(", ") + (listed[LISTED] ? " …" : "");
  const true_of = {
    average: several,
    gaps: several && all.some(({ n }) => n && n < total),
    broken: all.some(({ broken }) => broken),
    beyond,
  };
  return {
    headline: headline && claim(spec, sentences, headline, all, when),
    subtitle: subtitle && fill(subtitle, parts),
    alt: alt && [fill(alt.opening, parts), known[0] && alt.range && range(), alt.rest].filter(Boolean).join(" "),
    notes: notes
      .filter(({ when: where }) => !where || true_of[where])
      .map((note) => (note.when === "beyond" ? filled(note.text, { beyond }) : note.text)),
  };
}

/** The highlighted countries that are not among the largest, each with its rank. */
const ranks = (all: (InputRelianceRow & Average)[], top = all.length): string[] =>
  all.slice(top).flatMap(({ name, highlight, now }) => {
    const larger = all.filter((row) => row.now !== null && row.now.share > (now?.share ?? 0));
    return highlight && now ? `${name} (${larger.length + 1})` : [];
  });
