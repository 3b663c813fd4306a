// What is left of a bilateral balance once the origin of the content is counted.
import { html as choice } from "../blocks/choice.tsx";
import { html as table } from "../blocks/table.tsx";
import { html as barCell } from "../cells/bar.tsx";
import { html as figure } from "../cells/figure.tsx";
import { html as label } from "../cells/label.tsx";
import type { BarCell, Block, Cell, Column, Row, Table } from "../figure.ts";
import { bar, column, row as named, sorted } from "../layout/rows.ts";
import type { AdjustedBalanceRow, AdjustedBalanceSpec } from "../spec.gen.ts";
import { amount, filled } from "../text/number.ts";
import type { Chart, State } from "./chart.ts";

/** A dollar by origin, balances as traded and in value added, or the steps between: whichever the author asked for. */
export const adjustedBalance: Chart<AdjustedBalanceSpec> = {
  stem: "adjusted_balance",
  paint: { blocks: { table, choice }, cells: { label, bar: barCell, figure } },
  blocks: (spec, state) => {
    const { share, rows: own } = content(spec, state);
    const list: Block[] = [{
      kind: "table", caption: spec.frame.alt, columns: columns(spec, state),
      rows: spec.view === "content" ? own : balances(spec, state),
    }];
    if (spec.amounts) {
      const { choose, cents } = spec.amounts;
      list.push({ kind: "choice", label: choose, share, text: share === null ? "" : inCents(share, cents) }, flows(spec, spec.amounts, state, share));
    }
    return list;
  },
};

type Amounts = NonNullable<AdjustedBalanceSpec["amounts"]>;

const inCents = (share: number, cents: string): string => filled(cents, { n: Math.round(share * 100) });

/** The estimate a reader chose, if it is one. */
const chosen = ({ rows }: AdjustedBalanceSpec, { selection }: State): AdjustedBalanceRow | undefined =>
  selection.length === 1 ? rows.find(({ partner }) => partner === selection[0]) : undefined;

function columns(spec: AdjustedBalanceSpec, state: State): Column[] {
  const { view, columns: { partner, content: parts = "", gross = "", value_added: added = "", change = "", effect = "" }, legend = [] } = spec;
  const name = column("name", partner, "label", state);
  if (view === "content") return [name, { ...column("content", parts, "bar", state), axis: { ticks: [], sides: legend } }];
  const { at } = scale(spec);
  const { ticks, below, above } = spec.scale!;
  const axis = { ticks: ticks.map(({ value, text }) => ({ at: at(value), text })), sides: [below, above] };
  if (view === "bridge") return [{ ...name, sort: null }, { ...column("effect", effect, "bar", state), sort: null, axis }];
  return [
    name, { ...column("pair", `\u25cb ${legend[0]} \u25cf ${legend[1]}`, "bar", state), sort: null, axis },
    column("gross", gross, "figure", state, true), column("value_added", added, "figure", state, true), column("change", change, "figure", state),
  ];
}

/** One linear scale for all balances and steps, with zero in it; the total is printed only, or it would dwarf every partner. */
function scale({ rows }: AdjustedBalanceSpec) {
  const drawn = rows.filter(({ role }) => role !== "total");
  const values = drawn.flatMap(({ gross, value_added: added, from, to }) => [gross ?? 0, added ?? 0, from ?? 0, to ?? 0]);
  const low = Math.min(0, ...values);
  const span = Math.max(0, ...values) - low || 1;
  const at = (value: number): number => (value - low) / span;
  return { at, zero: at(0) };
}

/** A span of the scale between two values, in the direction it runs. */
function between(from: number, to: number, zero: number, more: Partial<BarCell>): BarCell {
  return {
    kind: "bar", bar: { start: Math.min(from, to), size: Math.abs(to - from) }, end: Math.max(from, to), zero, tick: null,
    backwards: to < from, text: "", ...more,
  };
}

function balances(spec: AdjustedBalanceSpec, state: State): Row[] {
  const { at, zero } = scale(spec);
  const figures = ({ gross_text: gross = "", value_added_text: added = "", change_text: change = "" }: AdjustedBalanceRow): Cell[] =>
    [gross, added, change].map((text) => ({ kind: "figure", text }));
  const line = (row: AdjustedBalanceRow): Row => {
    const { gross = null, value_added: added = null, from, to, text = "", detail, annotation } = row;
    if (spec.view === "bridge") {
      return named(row, state, row.readout, between(at(from!), at(to!), zero, { text, detail, annotation, form: row.role === "step" ? "step" : "whole" }));
    }
    const pair = gross === null || added === null || row.role === "total" ? bar(null, zero, { text: "", annotation })
      : between(at(gross), at(added), zero, { form: "pair", annotation });
    return named(row, state, row.readout, pair, ...figures(row));
  };
  const partners = spec.rows.filter(({ role }) => role !== "total");
  const order = spec.view === "bridge" ? partners : sorted(partners, state, (row, key) =>
    key === "change" ? row.change ?? null : least(key === "gross" ? row.gross : row.value_added));
  return [...order.map(line), ...spec.rows.filter(({ role }) => role === "total").map((row) => ({ ...line(row), closing: true }))];
}

/** The largest deficit is the least balance. */
const least = (value: number | null = null): number | null => value === null ? null : -value;

/** A dollar's parts by row, the reader's own last, and the share that applies: a chosen estimate's, or the reader's own. */
function content(spec: AdjustedBalanceSpec, state: State): { share: number | null; rows: Row[] } {
  const split = (parts: number[], printed: Partial<BarCell>): Cell => ({ ...bar(null, 0, { text: "" }), ...printed, parts, end: 1 } as Cell);
  const rows = sorted(spec.rows, state, ({ content: parts }) => parts?.[0] ?? null).map((row) => {
    const { content: parts = [], text = "", detail, annotation } = row;
    return named(row, state, row.readout, split(parts, { text, detail, annotation }));
  });
  const one = chosen(spec, state)?.content?.[0];
  const own = state.us_content ?? null;
  const { amounts } = spec;
  if (amounts && own !== null && one === undefined) {
    const row = named({ partner: "_own", name: amounts.own }, state, "", split([own, 1 - own], { text: inCents(own, amounts.cents) }));
    rows.push({ ...row, closing: true });
  }
  return { share: amounts ? one ?? own : null, rows };
}

/** A partner's flows, and what the share comes to in them. */
function flows(spec: AdjustedBalanceSpec, amounts: Amounts, state: State, share: number | null): Table {
  const { exports, imports, lines, power } = amounts;
  const without = imports * (1 - (share ?? 0));
  const applied = chosen(spec, state)?.applied ?? filled(amounts.applied, { cents: inCents(share ?? 0, amounts.cents) });
  const list: [string, number, BarCell["form"]?, string?][] = [
    [lines.exports, exports], [lines.imports, imports],
    ...(share === null ? [] : [[applied, imports - without], [lines.without, without]] as [string, number][]),
    [lines.balance, exports - imports, "whole"],
  ];
  if (share !== null && lines.one_sided) list.push([lines.one_sided, exports - without, "step", amounts.warning]);
  const values = list.map(([, value]) => value);
  const low = Math.min(0, ...values);
  const at = (value: number): number => (value - low) / (Math.max(0, ...values) - low || 1);
  return {
    kind: "table", caption: amounts.caption,
    columns: [{ key: "line", title: amounts.title, cell: "label", sort: null }, { key: "amount", title: amounts.unit, cell: "bar", sort: null }],
    rows: list.map(([name, value, form, annotation], index) => ({
      ...named({ partner: `_${index}`, name }, state, "", bar(at(value), at(0), { text: amount(value, power, spec.numbers), form, annotation })),
      still: true,
    })),
  };
}
