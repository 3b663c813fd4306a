// The ranking by the average over the reader's period, which every view has.
import { follow } from "../../around/follow.ts";
import { html as periodBlock } from "../../blocks/period/html.tsx";
import { html as table } from "../../blocks/table/html.tsx";
import type { Chart } from "../../chart.ts";
import type { Column, Period, Row, Table } from "../../figure.ts";
import { caption } from "../../layout/around.ts";
import { small } from "../../layout/path.ts";
import { bar, column, row as named, sorted, spark, trend } from "../../layout/rows.ts";
import { html as barCell } from "../../marks/bar/html.tsx";
import { html as label } from "../../marks/label/html.tsx";
import { html as sparkCell } from "../../marks/spark/html.tsx";
import type { InputRelianceRow, InputRelianceSpec, InputRelianceState } from "../../spec.gen.ts";
import { filled, share } from "../../text/number.ts";
import { counted } from "../../text/phrase.ts";
import type { Average, Mean } from "./average.ts";
import { lead } from "./claim.ts";
import { frame, period, ranked } from "./words.ts";

/** The view "ranking": the sentence with the period, and the table. */
export const ranking = {
  paint: {
    follow,
    blocks: { table, period: periodBlock },
    cells: { label, bar: barCell, spark: sparkCell },
  },
  blocks: (spec, state) => [sentence(spec, state), tabled(spec, state)].filter((block) => block !== false),
  frame,
  lead: (spec, state) => lead(ranked(spec, state))?.partner,
} satisfies Chart<InputRelianceSpec>;

/** The sentence with the period, if the reader can change it. */
export const sentence = (
  { phrases, method, years, locale }: InputRelianceSpec,
  state: InputRelianceState,
): Period | false =>
  method !== "published" &&
  years.length > 1 && {
    kind: "period",
    words: phrases.period.split(/\{\w+\}/),
    years,
    now: state.period,
    digits: locale.digits,
    labels: [phrases.from, phrases.to],
  };

/** The table; `fold` says what it is collapsed under, if it is. */
export const tabled = (spec: InputRelianceSpec, state: InputRelianceState, fold: Table["fold"] = false): Table => ({
  kind: "table",
  caption: caption(spec.frame),
  columns: columns(spec, state),
  rows: rows(spec, state),
  fold,
  ...(spec.method !== "published" && { room: room(spec) }),
});

/** The largest share of any year. No average over a period is larger, so one scale fits all periods. */
const largest = ({ rows, method }: InputRelianceSpec): number =>
  rows.reduce(
    (most, { shares, second = [], average }) =>
      [average, ...shares, ...(method === "ratio_of_sums" ? [] : second)].reduce<number>(
        (a, b) => Math.max(a, b ?? 0),
        most,
      ),
    0.001,
  );

/** The length of the longest text after a bar in any period. If it changed with the period, so would the bar scale. */
function room(spec: InputRelianceSpec): number {
  const {
    rows,
    years: { length: total },
    phrases,
    numbers,
    locale,
    columns: { second, trend: lines },
  } = spec;
  const most = largest(spec);
  const value = share(most, numbers);
  const gaps =
    lines &&
    rows.some(
      ({ shares, totals = [] }) => shares.some((each) => each! > most / 2) && [...shares, ...totals].includes(null),
    );
  const details = [second && value, gaps && counted(phrases.years, { n: total, total }, locale)].filter(Boolean);
  return (value + details.join(locale.comma ?? ", ")).length;
}

function columns(spec: InputRelianceSpec, state: InputRelianceState): Column[] {
  const { partner, share: title, one, trend: lines } = spec.columns;
  const when = period(spec, state);
  return [
    column("name", partner, "label", state),
    column("share", when.total < 2 ? one : title, "bar", state),
    ...trend(lines),
  ];
}

/** The figure that a row is sorted by. */
const place = ({ now }: { now: Mean | null }): number | undefined => now?.share;

/** A spec as a page has it. `folded` counts the rows it leaves out for good: with an average, and without one. */
interface Sent extends InputRelianceSpec {
  folded?: [number, number];
}

function rows(spec: Sent, state: InputRelianceState): Row[] {
  const {
    phrases,
    numbers,
    locale,
    columns: { trend: lines },
    folded: [more, lacking] = [0, 0],
  } = spec;
  const when = period(spec, state);
  const text = (mean: Mean): string => share(mean.exact, numbers);
  const all = ranked(spec, state);
  const shown = all.filter(
    (row, index) => index < (spec.top ?? all.length) || row.highlight || state.selection.includes(row.partner),
  );
  const scale = largest(spec);
  const plotted = spec.view !== "ranking";
  const line = (
    row: Partial<InputRelianceRow> & { partner: string; name: string },
    readout: string,
    now: Mean | null,
    words: string,
    details: unknown[],
    beside: Mean | null = null,
  ): Row =>
    named(
      row,
      state,
      readout,
      bar(now && now.share / scale, 0, {
        text: words,
        detail: details.filter(Boolean).join(locale.comma ?? ", "),
        annotation: row.annotation,
        tick: beside && beside.share / scale,
      }),
      ...(lines ? [spark(row, spec.trend ? paths(spec, row) : [], spec, plotted)] : []),
    );

  const drawn = sorted(shown, state, place).map((row) => {
    const { now, beside, n, broken, name } = row;
    const { first, last } = ends(spec, row);
    const why = broken ? filled(phrases.broken, { year: broken }, locale) : phrases.none;
    const said = (when.total < 2 && phrases.readout_one) || phrases.readout;
    const figures = {
      ...when,
      name,
      why,
      n,
      share: now ? text(now) : "",
      first: first?.text,
      first_year: first?.year,
      last: last?.text,
      last_year: last?.year,
    };
    const readout = counted(now === null ? phrases.readout_none : said, figures, locale);
    const short = now !== null && lines && n < when.total && counted(phrases.years, { ...when, n }, locale);
    return line(
      first === row.first ? row : { ...row, first, last, extremes: undefined },
      readout,
      now,
      now === null ? why : text(now),
      [beside && text(beside), short || row.detail],
      beside,
    );
  });

  const rest = all.filter((row) => !shown.includes(row));
  const shares = rest.flatMap(({ now }) => now ?? []);
  const n = rest.length - shares.length + lacking;
  const range = shares.length ? filled(phrases.range, { low: text(shares.at(-1)!), high: text(shares[0]!) }) : "";
  const others = { partner: "_others", name: counted(phrases.others, { n: rest.length + more + lacking }, locale) };
  return rest.length
    ? [...drawn, { ...line(others, "", null, range, [n && counted(phrases.without, { n }, locale)]), closing: true }]
    : drawn;
}

/** A row's first and last shares; within the period alone, if a break parts them over all years. */
function ends(
  { years, numbers }: InputRelianceSpec,
  { shares, first, last, breaks, broken, there }: InputRelianceRow & Average,
): Pick<InputRelianceRow, "first" | "last"> {
  if (!first || !last || !breaks?.some((year) => first.year < year && year <= last.year)) return { first, last };
  const own = (broken ? [] : there).map((year) => ({ year, text: share(shares[years.indexOf(year)]!, numbers) }));
  return { first: own[0], last: own.at(-1) };
}

/** The small lines; the second series is on the scale of the first. */
const paths = ({ years }: InputRelianceSpec, { shares, second, breaks }: Partial<InputRelianceRow>): string[] =>
  small([shares, second].flatMap((values) => (values ? [{ values, years, breaks }] : [])));
