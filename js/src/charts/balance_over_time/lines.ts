// Lines over months or years around a zero line: their names, what happened when, and the figures of each period.
import type { Lines } from "../../figure.ts";
import { LETTERS, placed, room } from "../../layout/names.ts";
import { path } from "../../layout/path.ts";
import { standing } from "../../layout/rows.ts";
import type { BalanceOverTimeSpec, BalanceOverTimeState } from "../../spec.gen.ts";
import { exact, rounded } from "../../text/exact.ts";
import { amount, filled, shown } from "../../text/number.ts";

/** If a figure has this size in the printed unit, tenths of the unit are finer than the pixels of a plot. */
const ENOUGH = 100;

/** Figures as drawn, in tenths of the unit: rounded to whole tenths, as in a page's spec, unless all are small. */
function tenths({ rows, power }: BalanceOverTimeSpec): (value: number) => number {
  const fine = rows.every(({ values }) => values.every((value) => Math.abs(value ?? 0) < ENOUGH * 10 ** power));
  return (value) =>
    fine ? (value * 10) / 10 ** power : Math.sign(value) * Number(rounded(exact(Math.abs(value)), 1 - power));
}

/** A line of text beside the plot has room for this number of letters at least. */
const LEAST = 7;
/** Names take up this share of the plot's height at most. */
const FULL = 0.9;

/** The letters of a line beside the plot: as few as words allow, since what names leave is the plot's, on a phone. */
function letters(names: string[]): number {
  let most = Math.max(LEAST, ...names.flatMap((name) => name.split(" ").map((word) => word.length + 1)));
  const taken = (): number => names.reduce((sum, name) => sum + room(name.length, most), 0);
  while (most < LETTERS && taken() > FULL) most++;
  return Math.min(most, LETTERS);
}

/** The block of lines. */
export function lines(spec: BalanceOverTimeSpec, state: BalanceOverTimeState): Lines {
  const { periods, scale, phrases, power, numbers, provisional = periods.length } = spec;
  const drawn = tenths(spec);
  // Ticks, and what is drawn a little beyond them.
  const reached = scale.ticks.map(({ value }) => (value * 10) / 10 ** power);
  for (const { values } of spec.rows) for (const value of values) reached.push(drawn(value ?? 0));
  const [low, high] = [Math.min(...reached), Math.max(...reached)] as [number, number];
  const height = (value: number): number => (high - drawn(value)) / (high - low);
  const across = (place: number): number => place / (periods.length - 1 || 1);
  const places = periods.map((_, index) => index);
  const all = spec.rows.map((row) => ({ ...row, ...standing(row, state) }));
  // Lines with a colour of their own are drawn last, over the others.
  const rows = [...all.filter((row) => !row.accent), ...all.filter((row) => row.accent)];
  const ends = all.map((row) => ({
    ...row,
    text: row.name + (row.last.at < periods.length - 1 ? ` (${since(spec, row.last.at, periods.length - 1)})` : ""),
  }));
  const most = letters(ends.map(({ text, last }) => `${text} ${last.text}`));
  return {
    kind: "lines",
    series: [],
    lines: rows.flatMap(({ key, accent, values, breaks }) => {
      // From the foot of the plot. The dashed part begins at the last figure that is final.
      const all = values.map((value) => (value === null ? null : drawn(value) - low));
      const parts = [all.map((value, index) => (index < provisional ? value : null))];
      if (provisional < periods.length) parts.push(all.map((value, index) => (index < provisional - 1 ? null : value)));
      return parts.map((values, index) => ({
        key,
        accent,
        // Few enough that each has a name, and is read.
        out: true,
        dashed: index > 0,
        path: path({ values, years: places, breaks }, high - low),
      }));
    }),
    starts: [],
    names: placed(
      ends.map(({ key, accent, text, values, last }) => ({
        ...{ key, accent, text, value: last.text, at: height(values[last.at]!), y: 0 },
        room: room(text.length + 1 + last.text.length, most),
      })),
    ),
    letters: most,
    rules: scale.ticks.map(({ value, text }) => ({ at: (high - (value * 10) / 10 ** power) / (high - low), text })),
    zero: low < 0 ? height(0) : undefined,
    years: scale.periods.map(({ at, text }) => ({ at: across(at), text })),
    events: spec.remarks.map(({ at, text }) => ({ at: across(at), text })),
    reading: {
      label: phrases.reading,
      comma: spec.locale.comma,
      periods: places.map((place) => label(spec, place)),
      lines: all.map(({ accent, name, values }) => ({
        accent,
        text: name,
        at: values.map((value) => (value === null ? null : height(value))),
        values: values.map((value) => (value === null ? phrases.none : amount(exact(value), power, numbers))),
      })),
    },
  };
}

/** The year of a period, such as "2024"; or "March 2024" if the other period, named beside it, is also of 2024. */
export function since(spec: BalanceOverTimeSpec, place: number, other: number): string {
  const [own, named] = [place, other].map((each) => spec.periods[each]!.slice(0, 4)) as [string, string];
  return own === named ? label(spec, place) : shown(+own, spec.locale.digits);
}

/** The name of a period. */
function label({ periods, labels, locale }: BalanceOverTimeSpec, place: number): string {
  const [year, month] = periods[place]!.split("-");
  return filled(labels[month ? Number(month) - 1 : 0]!, { year: +year! }, locale);
}
