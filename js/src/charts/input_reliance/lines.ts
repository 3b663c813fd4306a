// Lines over years: their paths, and the names at their ends.
import type { LineName, Lines } from "../../figure.ts";
import { path } from "../../layout/path.ts";
import { standing } from "../../layout/rows.ts";
import { spread } from "../../layout/spread.ts";
import type { InputRelianceSpec, InputRelianceState } from "../../spec.gen.ts";
import { filled, share } from "../../text/number.ts";
import { counted } from "../../text/phrase.ts";

/** The height of a line of text in a name, as a share of the plot's height, and the letters it holds on a phone. */
const [ROOM, LETTERS] = [0.065, 13];
/** Up to this number, all lines stand out and are named; of more lines, only those that are highlighted or selected. */
const NAMED = 8;

/** The block of lines. */
export function lines(spec: InputRelianceSpec, state: InputRelianceState): Lines {
  const { years, scale, columns, remarks } = spec;
  const top = scale.ticks.at(-1)!.value;
  const at = (year: number): number => (year - years[0]!) / (years.length - 1 || 1);
  const all = spec.rows.map((row) => {
    const how = standing(row, state);
    return { ...row, ...how, out: how.selected || how.accent > 0 || spec.rows.length <= NAMED };
  });
  // Lines that stand out are drawn last, over the others.
  const rows = [...all.filter(({ out }) => !out), ...all.filter(({ out }) => out)];
  return {
    kind: "lines",
    series: columns.second ? [columns.first!, columns.second] : [],
    lines: rows.flatMap(({ key, accent, out, shares, second, breaks }) =>
      [shares, ...(second && out ? [second] : [])].map((values, index) => ({
        key,
        accent,
        out,
        dashed: index > 0,
        path: path({ values, years, breaks }, top),
      })),
    ),
    names: names(spec, rows, top),
    rules: scale.ticks.map(({ value, text }) => ({ at: 1 - value / top, text })),
    years: scale.years.map((year) => ({ at: at(year), text: String(year) })),
    span: { from: at(state.period[0]!), to: at(state.period[1]!) },
    remarks: remarks.map((remark) => ({ at: at(remark.year), ...remark })),
  };
}

type Standing = InputRelianceSpec["rows"][0] & { key: string; accent: number; out: boolean };

function names({ years, numbers, phrases, locale }: InputRelianceSpec, rows: Standing[], top: number): LineName[] {
  const named = (row: Standing, text: string, values: (number | null)[], last?: { year: number; text: string }) => {
    // The name of a line that ends before the last year has the year of its end.
    const value = last && (last.year < years.at(-1)! ? `${last.text} (${last.year})` : last.text);
    const share = values.findLast((each) => each !== null)!;
    return last
      ? [
          {
            ...row,
            text,
            value: value!,
            share,
            at: 1 - share / top,
            room: Math.ceil((text.length + value!.length + 1) / LETTERS) * ROOM,
          },
        ]
      : [];
  };
  const ends = rows
    .flatMap((row) => [
      ...named(row, row.name, row.shares, row.last),
      ...(row.out && row.second ? named(row, `\u254c ${row.name}`, row.second, row.second_last) : []),
    ])
    .reverse();
  let left = 1 - 2 * ROOM;
  const list = ends.filter(({ out, room }) => {
    if (out) left -= room;
    return out && left >= 0;
  });
  const rest = ends.filter((each) => !list.includes(each)).sort((a, b) => a.share - b.share);
  if (rest[0]) {
    const [low, high] = [rest[0], rest.at(-1)!].map((each) => share(each.share, numbers)) as [string, string];
    // The common name is at the median of the lines' ends.
    const { at } = rest[rest.length >> 1]!;
    list.push({
      ...rest[0],
      key: "_others",
      accent: 0,
      text: counted(phrases.others, { n: rest.length }, locale.plurals),
      value: filled(phrases.range, { low, high }),
      at,
      room: 2 * ROOM,
    });
  }
  list.sort((a, b) => a.at - b.at);
  const places = spread(list);
  return list.map((each, index) => ({ ...each, y: places[index]! }));
}
