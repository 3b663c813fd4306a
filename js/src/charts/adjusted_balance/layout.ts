// A bilateral balance compared with the balance in value added, which counts the origin of content.
import { html as choice } from "../../blocks/choice/html.tsx";
import { html as table } from "../../blocks/table/html.tsx";
import type { Chart } from "../../chart.ts";
import type { BarCell, Block, Cell, Column, Row, Table } from "../../figure.ts";
import { caption } from "../../layout/around.ts";
import { bar, column, row as named, sorted } from "../../layout/rows.ts";
import { html as axis } from "../../marks/axis/html.tsx";
import { html as barCell } from "../../marks/bar/html.tsx";
import { html as figure } from "../../marks/figure/html.tsx";
import { html as label } from "../../marks/label/html.tsx";
import { html as legend } from "../../marks/legend/html.tsx";
import type { AdjustedBalanceRow, AdjustedBalanceSpec, AdjustedBalanceState } from "../../spec.gen.ts";
import { type Exact, exact, plus, product, rounded, value } from "../../text/exact.ts";
import { amount, filled } from "../../text/number.ts";

/** A dollar by origin, balances as traded and in value added, or the steps between them, by the spec's view. */
export const chart: Chart<AdjustedBalanceSpec> = {
  paint: {
    over: (column) => [legend(column), axis(column)],
    blocks: { table, choice },
    cells: { label, bar: barCell, figure },
  },
  blocks: (spec, state) => {
    const list: Block[] = [
      {
        kind: "table",
        caption: caption(spec.frame),
        columns: columns(spec, state),
        under: true,
        rows: spec.view === "content" ? content(spec, state) : balances(spec, state),
      },
    ];
    if (spec.amounts) {
      const { choose, cents, unset } = spec.amounts;
      const own = state.us_content;
      list.push(
        {
          kind: "choice",
          key: "us_content",
          label: choose,
          share: own,
          text: own === null ? unset : inCents(own, cents),
        },
        flows(spec, spec.amounts, state),
      );
    }
    return list;
  },
};

type Amounts = NonNullable<AdjustedBalanceSpec["amounts"]>;

/** A share in words, as whole cents; halves of a cent are rounded up. */
const inCents = (share: number, cents: string): string => filled(cents, { n: rounded(exact(share), 2) });

const PARTS = ["content", "partner_content", "third_content"] as const;
const FIGURES = ["gross", "value_added", "change"] as const;

function columns(spec: AdjustedBalanceSpec, state: AdjustedBalanceState): Column[] {
  const { view, columns: heads, legend: words = [] } = spec;
  const name = column("name", heads.partner, "label", state);
  const figures = (keys: readonly (typeof PARTS | typeof FIGURES)[number][]): Column[] =>
    keys.flatMap((key) =>
      heads[key] ? [column(key, heads[key], "figure", state, key === "gross" || key === "value_added")] : [],
    );
  if (view === "content") {
    const parts = figures(PARTS);
    const dollar: Column = { key: "dollar", title: heads.dollar ?? "", cell: "bar", sort: null };
    // If some part has no column, a legend names the parts.
    return [name, parts.length < words.length ? { ...dollar, legend: { look: "parts", words } } : dollar, ...parts];
  }
  const { at, zero } = scale(spec);
  const { ticks, below, above } = spec.scale!;
  const axis = { ticks: ticks.map(({ value, text }) => ({ at: at(value), text })), sides: [below, above], zero };
  if (view === "bridge")
    return [
      { ...name, sort: null },
      { key: "effect", title: heads.effect!, cell: "bar", sort: null, legend: { look: "step", words }, axis },
    ];
  return [
    name,
    { key: "pair", title: "", cell: "bar", sort: null, legend: { look: "pair", words }, axis },
    ...figures(FIGURES),
  ];
}

/** One linear scale for all balances and steps, including zero. The total has no bar, which would dwarf all others. */
function scale({ rows }: AdjustedBalanceSpec) {
  const drawn = rows.filter(({ role }) => role !== "total");
  const values = drawn.flatMap(({ gross, value_added: added, from, to }) => [
    gross ?? 0,
    added ?? 0,
    from ?? 0,
    to ?? 0,
  ]);
  const low = Math.min(0, ...values);
  const span = Math.max(0, ...values) - low || 1;
  const at = (value: number): number => (value - low) / span;
  return { at, zero: at(0) };
}

/** A bar from one value to another, in either direction. */
function between(from: number, to: number, zero: number, more: Partial<BarCell>): BarCell {
  return {
    kind: "bar",
    bar: { start: Math.min(from, to), size: Math.abs(to - from) },
    end: Math.max(from, to),
    zero,
    tick: null,
    backwards: to < from,
    text: "",
    ...more,
  };
}

function balances(spec: AdjustedBalanceSpec, state: AdjustedBalanceState): Row[] {
  const { at, zero } = scale(spec);
  const figures = ({
    gross_text: gross = "",
    value_added_text: added = "",
    change_text: change = "",
  }: AdjustedBalanceRow): Cell[] => [gross, added, change].map((text) => ({ kind: "figure", text }));
  const line = (row: AdjustedBalanceRow): Row => {
    const { gross = null, value_added: added = null, from, to, text = "", detail, annotation } = row;
    if (spec.view === "bridge") {
      return named(
        row,
        state,
        row.readout,
        between(at(from!), at(to!), zero, { text, detail, annotation, form: row.role === "step" ? "step" : "whole" }),
      );
    }
    const pair =
      gross === null || added === null || row.role === "total"
        ? bar(null, zero, { text: "", annotation })
        : between(at(gross), at(added), zero, { form: "pair", annotation });
    return named(row, state, row.readout, pair, ...figures(row));
  };
  const partners = spec.rows.filter(({ role }) => role !== "total");
  const order =
    spec.view === "bridge"
      ? partners
      : sorted(partners, state, (row, key) =>
          key === "change" ? row.change : least(key === "gross" ? row.gross : row.value_added),
        );
  return [
    ...order.map(line),
    ...spec.rows.filter(({ role }) => role === "total").map((row) => ({ ...line(row), closing: true })),
  ];
}

/** The sign is turned, so that sorting by size puts the largest deficit first. */
const least = (value: number | null = null): number | null => (value === null ? null : -value);

/** The parts of a dollar by row, with the reader's own assumption as the last row. */
function content(spec: AdjustedBalanceSpec, state: AdjustedBalanceState): Row[] {
  const split = (parts: number[], annotation?: string): Cell =>
    ({ ...bar(null, 0, { text: "", annotation }), parts }) as Cell;
  const figures = (...texts: (string | undefined)[]): Cell[] =>
    PARTS.flatMap((key, index) => (spec.columns[key] ? [{ kind: "figure", text: texts[index] ?? "" }] : []));
  const rows = sorted(
    spec.rows,
    state,
    ({ content: parts }, key) => parts?.[PARTS.indexOf(key as (typeof PARTS)[number])],
  ).map((row) =>
    named(
      row,
      state,
      row.readout,
      split(row.content ?? [], row.annotation),
      ...figures(row.text, row.partner_text, row.third_text),
    ),
  );
  const own = state.us_content;
  const { amounts } = spec;
  if (amounts && own !== null) {
    const row = named(
      { partner: "_own", name: amounts.own },
      state,
      "",
      split([own, 1 - own]),
      ...figures(inCents(own, amounts.cents)),
    );
    rows.push({ ...row, closing: true });
  }
  return rows;
}

/** A partner's flows and their balance, which no share changes; then the content of imports for the share in force. */
function flows(spec: AdjustedBalanceSpec, amounts: Amounts, state: AdjustedBalanceState): Table {
  const { lines, power, one_sided: reading } = amounts;
  const [exports, imports] = [exact(amounts.exports), exact(amounts.imports)];
  // A selected estimate takes precedence over the reader's own share.
  const [first, second] = spec.rows.filter(({ partner }) => state.selection.includes(partner));
  const chosen = second ? undefined : first;
  const share = chosen?.content?.[0] ?? state.us_content;
  type Line = [string, Exact, BarCell["form"]?, string?];
  const list: Line[] = [
    [lines.exports, exports],
    [lines.imports, imports],
    [lines.balance, plus(exports, imports, -1n), "whole", amounts.why],
  ];
  if (share !== null) {
    const content = product(imports, exact(share));
    const without = plus(imports, content, -1n);
    const applied = chosen?.applied ?? filled(amounts.applied, { cents: inCents(share, amounts.cents) });
    list.push([applied, content, "own"], [lines.without, without]);
    if (reading) list.push([reading.name, plus(exports, without, -1n), "step", reading.warning]);
  }
  const values = list.map(([, figure]) => value(figure));
  const low = Math.min(0, ...values);
  const at = (figure: number): number => (figure - low) / (Math.max(0, ...values) - low || 1);
  return {
    kind: "table",
    caption: amounts.caption,
    under: true,
    columns: [
      { key: "line", title: amounts.title, cell: "label", sort: null },
      { key: "amount", title: amounts.unit, cell: "bar", sort: null },
    ],
    rows: list.map(([name, figure, form, annotation], index) => ({
      ...named(
        { partner: `_${index}`, name },
        state,
        "",
        bar(at(values[index]!), at(0), { text: amount(figure, power, spec.numbers), form, annotation }),
      ),
      still: true,
    })),
  };
}
