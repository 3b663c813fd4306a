// The names of lines: at their ends, moved apart; or at their starts, if the lines end alike and start apart.
import type { LineName } from "../../figure.ts";
import { LETTERS, type Named as Placed, placed, ROOM, room } from "../../layout/names.ts";
import type { InputRelianceRow, InputRelianceSpec } from "../../spec.gen.ts";
import { share as printed, shown } from "../../text/number.ts";
import { counted } from "../../text/phrase.ts";

/** A row, how it stands out, and whether its line does. */
export type Standing = InputRelianceRow & { key: string; accent: number; out: boolean };

/** The least letters of a line of text beside the plot on a phone, of figures alone. */
const FIGURES = 9;
/** The share of the plot's width that a letter of a name at a start takes on a phone, and the least letters. */
const [LETTER, LEAST] = [0.0615, 5];
/** The space between such a name and its line. */
const GAP = 0.02;
/** Up to this number of lines are named at their starts. */
const FEW = 3;
/** If the scale reaches this share, names have whole percentages. */
const WHOLE = 0.25;
/** Before the name of a dashed line. */
export const DASHED = "\u254c ";

type Named = Placed & { share: number };

/** Names beside the plot and in it. */
export function named(
  spec: InputRelianceSpec,
  rows: Standing[],
  top: number,
): { names: LineName[]; starts: LineName[]; letters: number } {
  const starts = atStarts(spec, rows, top);
  const begun = starts.length > 0;
  const names = atEnds(spec, rows, top, begun);
  // Letters for the name at the common end, such as "49% both", which is longer in some languages.
  const words = names.find(({ key }) => !key)?.value.length ?? 0;
  return { starts, names, letters: begun ? Math.min(Math.max(FIGURES, words), LETTERS) : LETTERS };
}

/** A share as printed beside a line. */
const text = (share: number, top: number, { numbers }: InputRelianceSpec): string =>
  printed(share, numbers, top < WHOLE ? 1 : 0);

function atEnds(spec: InputRelianceSpec, rows: Standing[], top: number, begun: boolean): LineName[] {
  const { years, phrases, locale } = spec;
  const end = (row: Standing, name: string, values: (number | null)[], last?: { year: number }): Named[] => {
    if (!last) return [];
    const share = values.findLast((each) => each !== null)!;
    // The name of a line that ends before the last year has the year of its end.
    const value = text(share, top, spec) + (last.year < years.at(-1)! ? ` (${shown(last.year, locale.digits)})` : "");
    const long = (name && row.out ? name.length + 1 : 0) + value.length;
    const { key, accent } = row;
    return [{ key, accent, text: name, value, share, at: 1 - share / top, y: 0, room: room(long) }];
  };
  const ends = rows
    .flatMap((row) => [
      ...end(row, begun && row.out ? "" : row.name, row.shares, row.last),
      ...(row.out && row.second ? end(row, DASHED + row.name, row.second, row.second_last) : []),
    ])
    .reverse();
  const out = new Set(rows.filter((row) => row.out).map(({ key }) => key));
  let left = 1 - 2 * ROOM;
  const own = ends.filter(({ key, room }) => {
    if (out.has(key)) left -= room;
    return out.has(key) && left >= 0;
  });
  const rest = ends.filter((each) => !own.includes(each)).sort((a, b) => a.share - b.share);
  const list = begun ? [joint(own, spec)] : own;
  if (rest[0]) {
    // The common name is at the median of the lines' ends.
    const { at } = rest[rest.length >> 1]!;
    const words = counted(phrases.other_lines!, { n: rest.length }, locale);
    list.push({ ...rest[0], key: "_others", accent: 0, text: words, value: "", at, room: 2 * ROOM });
  }
  return placed(list);
}

/** The one value at which all lines end. */
function joint(ends: Named[], { phrases, locale }: InputRelianceSpec): Named {
  const { value } = ends[0]!;
  const words = counted((ends[2] ? phrases.alike : phrases.both)!, { value }, locale);
  return { ...ends[0]!, key: "", accent: 0, value: words, at: ends.reduce((sum, { at }) => sum + at / ends.length, 0) };
}

/** Names over or under the starts of lines; none if the lines do not end alike, or if a name would stand on a line. */
function atStarts(spec: InputRelianceSpec, rows: Standing[], top: number): LineName[] {
  const { years } = spec;
  const out = rows.filter((row) => row.out);
  const whole = out.every(
    ({ first, last, second, breaks }) =>
      !second && !breaks && first?.year === years[0] && last?.year === years.at(-1) && first?.year !== last?.year,
  );
  if (out.length < 2 || out.length > FEW || !whole) return [];
  if (new Set(out.map(({ shares }) => text(shares.at(-1)!, top, spec))).size > 1) return [];
  const steps = years.length - 1;
  const near = out.map((row) => {
    const along = LETTER * Math.max(row.name.length, LEAST);
    const heights = row.shares
      .slice(0, Math.ceil(along * steps) + 1)
      .flatMap((share) => (share === null ? [] : 1 - share / top));
    return { row, along, high: Math.min(...heights), low: Math.max(...heights) };
  });
  const along = Math.max(...near.map((each) => each.along));
  if (along > 1 || spec.remarks.some(({ year }) => (year - years[0]!) / steps < along)) return [];
  const taken: number[] = [];
  const names = near.flatMap(({ row, high, low }): LineName[] => {
    const free = (y: number): boolean =>
      y - ROOM / 2 >= 0 &&
      y + ROOM / 2 <= 1 &&
      taken.every((other) => Math.abs(other - y) >= ROOM) &&
      near.every((each) => each.row === row || each.low < y - ROOM / 2 || each.high > y + ROOM / 2);
    const y = [high - GAP - ROOM / 2, low + GAP + ROOM / 2].find(free);
    if (y === undefined) return [];
    taken.push(y);
    const share = row.shares[0]!;
    return [
      { key: row.key, accent: row.accent, text: row.name, value: text(share, top, spec), at: 1 - share / top, y },
    ];
  });
  return names.length === out.length ? names : [];
}
