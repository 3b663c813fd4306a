// How much of each country's inputs come from one supplier: averages over a period, and the path of the years.
import { html as linesBlock } from "../blocks/lines.tsx";
import { html as periodBlock } from "../blocks/period.tsx";
import { html as table } from "../blocks/table.tsx";
import { html as barCell } from "../cells/bar.tsx";
import { html as label } from "../cells/label.tsx";
import { html as sparkCell } from "../cells/spark.tsx";
import type { Block, Column, Row } from "../figure.ts";
import { average } from "../layout/average.ts";
import { small } from "../layout/path.ts";
import { lines } from "../layout/reliance-lines.ts";
import { bar, column, row as named, sorted, spark, trend } from "../layout/rows.ts";
import type { InputRelianceRow, InputRelianceSpec } from "../spec.gen.ts";
import { filled, share } from "../text/number.ts";
import type { Chart, State } from "./chart.ts";

/** Ranking and lines, whichever the author asked for. */
export const inputReliance: Chart<InputRelianceSpec> = {
  stem: "input_reliance",
  paint: { blocks: { table, lines: linesBlock, period: periodBlock }, cells: { label, bar: barCell, spark: sparkCell } },
  blocks: (spec, state) => {
    const { view, phrases, method, years } = spec;
    const plot = view !== "ranking" && lines(spec, state);
    const words = phrases.period.split(/\{\w+\}/);
    const list: (Block | false)[] = [
      method !== "published" && { kind: "period", words, years, now: state.period!.slice(0, words.length - 1), labels: [phrases.from, phrases.to] },
      view === "lines" && plot,
      { kind: "table", caption: spec.frame.alt, columns: columns(spec, state), rows: rows(spec, state), fold: view === "lines" && phrases.table },
      view === "both" && plot,
    ];
    return list.filter((block) => block !== false);
  },
};

/** The period as a reader chose it, in words and years. */
function period({ phrases }: InputRelianceSpec, { period: years }: State) {
  const [from, to] = years as [number, number];
  return { from, to, total: to - from + 1, span: from === to ? from : filled(phrases.span, { from, to }) };
}

function columns(spec: InputRelianceSpec, state: State): Column[] {
  const { partner, share: title, one, trend: lines } = spec.columns;
  const when = period(spec, state);
  return [column("name", partner, "label", state), column("share", filled(when.total < 2 ? one : title, when), "bar", state), ...trend(lines)];
}

function rows(spec: InputRelianceSpec, state: State): Row[] {
  const { phrases, numbers, columns: { trend: lines } } = spec;
  const when = period(spec, state);
  const text = (value: number): string => share(value, numbers);
  const all = sorted(spec.rows.map((row) => ({ ...row, ...average(spec, row, when.from, when.to) })), { ...state, sort_by: "share" }, ({ now }) => now);
  const shown = all.filter((row, index) => index < (spec.top ?? all.length) || row.highlight || state.selection.includes(row.partner));
  const scale = Math.max(0.001, ...shown.flatMap(({ now, beside }) => [now ?? 0, beside ?? 0]));
  const line = (row: Partial<InputRelianceRow> & { partner: string; name: string }, readout: string, now: number | null, words: string, details: unknown[], beside: number | null = null): Row =>
    named(row, state, readout,
      bar(now === null ? null : now / scale, 0, { text: words, detail: details.filter(Boolean).join(", "), tick: beside === null ? null : beside / scale }),
      ...(lines ? [spark(row, spec.trend ? paths(spec, row) : [], spec.years)] : []));

  const drawn = sorted(shown, state, ({ now }) => now).map((row) => {
    const { now, beside, n, broken, name, first, last } = row;
    const why = broken ? filled(phrases.broken, { year: broken }) : phrases.none;
    const readout = filled(now === null ? phrases.readout_none : phrases.readout, {
      ...when, name, why, n, share: text(now ?? 0), first: first?.text, first_year: first?.year, last: last?.text, last_year: last?.year,
    });
    const short = now !== null && lines && n < when.total && filled(phrases.years, { ...when, n });
    return line(row, readout, now, now === null ? why : text(now), [beside !== null && text(beside), short || row.detail], beside);
  });

  const rest = all.filter((row) => !shown.includes(row));
  const shares = rest.flatMap(({ now }) => now ?? []);
  const n = rest.length - shares.length;
  const range = n < rest.length ? filled(phrases.range, { low: text(shares.at(-1)!), high: text(shares[0]!) }) : "";
  const others = { partner: "_others", name: filled(phrases.others, { n: rest.length }) };
  return rest.length ? [...drawn, { ...line(others, "", null, range, [n && filled(phrases.without, { n })]), closing: true }] : drawn;
}

/** The small lines, the second series' on the scale of the first. */
const paths = ({ years }: InputRelianceSpec, { shares, second, breaks }: Partial<InputRelianceRow>): string[] =>
  small([shares, second].flatMap((values) => values ? [{ values, years, breaks }] : []));
