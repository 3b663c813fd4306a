// Lines over years, their events, and the countries that a reader compares.
import type { Chips, Lines, Tick } from "../../figure.ts";
import { path } from "../../layout/path.ts";
import { standing } from "../../layout/rows.ts";
import type { InputRelianceRow, InputRelianceSpec, InputRelianceState } from "../../spec.gen.ts";
import { filled, share, shown } from "../../text/number.ts";
import { DASHED, named, type Standing } from "./names.ts";

/** Up to this number, all lines stand out and are named; of more lines, only those that are highlighted or selected. */
const NAMED = 8;

const ACCENTS = 5;

/** The accent of a country: its highlight's, or one of those left over, in the order of selection. */
export function accents(spec: InputRelianceSpec, state: InputRelianceState): (partner: string) => number {
  const own = new Map(spec.rows.map((row) => [row.partner, standing(row, state).accent]));
  const free = Array.from({ length: ACCENTS }, (_, index) => index + 1).filter((n) => ![...own.values()].includes(n));
  for (const partner of state.selection) own.set(partner, own.get(partner) || free.shift() || 0);
  return (partner) => own.get(partner) ?? 0;
}

/** The block of lines. */
export function lines(spec: InputRelianceSpec, state: InputRelianceState): Lines {
  const { years, scale, columns, phrases, numbers, locale } = spec;
  const top = scale.ticks.at(-1)!.value;
  const at = (year: number): number => (year - years[0]!) / (years.length - 1 || 1);
  const accent = accents(spec, state);
  const all = spec.rows.map((row): Standing => {
    const { key, selected } = standing(row, state);
    const own = { key, accent: accent(key) };
    return { ...row, ...own, out: selected || own.accent > 0 || spec.rows.length <= NAMED };
  });
  // Lines that stand out are drawn last, over the others.
  const out = all.filter((row) => row.out);
  const rows = [...all.filter((row) => !row.out), ...out];
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
    ...named(spec, rows, top),
    rules: scale.ticks.map(({ value, text }) => ({ at: 1 - value / top, text })),
    years: scale.years.map((year) => ({ at: at(year), text: shown(year, locale.digits) })),
    events: [...spec.remarks, ...breaks(spec, out)]
      .sort((a, b) => a.year - b.year)
      .map(({ year, text }): Tick => ({ at: at(year), text })),
    reading: {
      label: phrases.year!,
      periods: years.map((year) => shown(year, locale.digits)),
      comma: locale.comma,
      lines: out.flatMap(({ accent, name, shares, second }) =>
        [shares, ...(second ? [second] : [])].map((values, index) => ({
          accent,
          text: (index ? DASHED : "") + name,
          at: values.map((value) => value && 1 - value / top),
          values: values.map((value) => (value === null ? phrases.none : share(value, numbers))),
        })),
      ),
    },
  };
}

/** The breaks of lines that stand out, with data on both sides; in thin lines nobody would see them. */
function breaks(
  { years, phrases, locale }: InputRelianceSpec,
  out: InputRelianceRow[],
): { year: number; text: string }[] {
  const broken = (row: InputRelianceRow, year: number): boolean =>
    !!row.breaks?.includes(year) && row.first!.year < year && year <= row.last!.year;
  return years.flatMap((year) => {
    const names = out.filter((row) => row.first && broken(row, year)).map(({ name }) => name);
    return names[0]
      ? [{ year, text: filled(phrases.break_mark!, { year, names: names.join(locale.comma ?? ", ") }, locale) }]
      : [];
  });
}

/** The countries that a reader has chosen, and those that may be added; none if every line has a name already. */
export function chips(spec: InputRelianceSpec, state: InputRelianceState): Chips | false {
  const { rows, phrases } = spec;
  const accent = accents(spec, state);
  const { selection } = state;
  const each = ({ partner: key, name }: InputRelianceRow) => ({ key, name, accent: accent(key) });
  return (
    rows.length > NAMED && {
      kind: "chips",
      label: phrases.compare!,
      add: phrases.add!,
      remove: phrases.remove!,
      chosen: selection.flatMap((key) => rows.filter(({ partner }) => partner === key).map(each)),
      offered: rows.filter((row) => !row.highlight && !selection.includes(row.partner)).map(each),
    }
  );
}
