// Partners ranked by bilateral deficit: bars from zero, an optional second measure in a column of its own.
import type { BarCell, Cell, Column, Row } from "../figure.ts";
import type { DeficitRankingRow, DeficitRankingSpec } from "../spec.gen.ts";
import type { Chart, State } from "./chart.ts";

const ACCENTS = 5;

/** The ranking as rows of label, bar and dot. */
export const deficitRanking: Chart<DeficitRankingSpec> = {
  stem: "deficit_ranking",
  figure: (spec, state) => ({
    stem: "deficit_ranking",
    frame: spec.frame,
    locale: spec.locale,
    theme: spec.theme,
    blocks: [{ caption: spec.frame.alt, columns: columns(spec, state), rows: rows(spec, state) }],
  }),
};

type Key = "name" | "deficit" | "context";

/** "-deficit" is the column "deficit" with its natural order turned round. */
function order(state: State): { key: Key; turned: boolean } {
  const turned = state.sort_by.startsWith("-");
  return { key: (turned ? state.sort_by.slice(1) : state.sort_by) as Key, turned };
}

function columns(spec: DeficitRankingSpec, state: State): Column[] {
  const now = order(state);
  const sort = (key: Key): Column["sort"] =>
    key !== now.key ? "none" : (key === "name") !== now.turned ? "ascending" : "descending";
  const { partner, deficit, context } = spec.columns;
  const list: Column[] = [
    { key: "name", title: partner, cell: "label", sort: sort("name") },
    { key: "deficit", title: deficit, cell: "bar", sort: sort("deficit") },
  ];
  if (context) {
    list.push({ key: "context", title: context.title, cell: "dot", sort: sort("context") });
  }
  return list;
}

function rows(spec: DeficitRankingSpec, state: State): Row[] {
  const scale = bars(spec.rows);
  const width = spec.columns.context?.max ?? 1;
  return sorted(spec.rows, state).map((row) => {
    const cells: Cell[] = [{ kind: "label", text: row.name, marks: row.marks ?? [] }, scale(row)];
    if (spec.columns.context) {
      const value = row.context?.value ?? null;
      cells.push({
        kind: "dot",
        at: value === null ? null : Math.min(1, Math.max(0, value / width)),
        text: row.context?.text ?? "",
      });
    }
    return {
      key: row.partner,
      name: row.name,
      closing: row.role !== "partner",
      selected: state.selection.includes(row.partner),
      accent: row.highlight ? ((row.highlight - 1) % ACCENTS) + 1 : 0,
      readout: row.readout,
      cells,
    };
  });
}

/** One linear scale for all bars, with zero in it; the total is printed only, or it would dwarf every partner. */
function bars(list: DeficitRankingRow[]): (row: DeficitRankingRow) => BarCell {
  const drawn = list.filter((row) => row.role !== "total");
  const values = drawn.flatMap((row) => [row.deficit, row.compare?.deficit ?? 0]);
  const low = Math.min(0, ...values);
  const span = Math.max(0, ...values) - low || 1;
  const at = (value: number): number => (value - low) / span;
  const zero = at(0);
  return (row) => {
    const bare = row.role === "total";
    const earlier = row.compare?.deficit ?? null;
    const backwards = row.deficit < 0;
    return {
      kind: "bar",
      bar: bare ? null : { start: Math.min(zero, at(row.deficit)), size: Math.abs(at(row.deficit) - zero) },
      end: bare || backwards ? zero : at(row.deficit),
      zero,
      tick: bare || earlier === null ? null : at(earlier),
      backwards,
      text: row.text,
      detail: row.compare?.text ?? "",
      annotation: row.annotation ?? "",
    };
  };
}

/** Partners in the reader's order, those without a figure last either way; closing rows stay where they are. */
function sorted(list: DeficitRankingRow[], state: State): DeficitRankingRow[] {
  const { key, turned } = order(state);
  const value = (row: DeficitRankingRow): number => {
    const figure = key === "deficit" ? row.deficit : key === "context" ? row.context?.value ?? null : -row.name_rank;
    return figure === null ? Infinity : turned ? figure : -figure;
  };
  const sorting = list.filter((row) => row.role === "partner").map((row) => [value(row), row.rank ?? 0, row] as const);
  sorting.sort(([x, i], [y, j]) => x < y ? -1 : x > y ? 1 : i - j);
  return [...sorting.map(([, , row]) => row), ...list.filter((row) => row.role !== "partner")];
}
