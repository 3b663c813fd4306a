// Figure to a poster of a fixed size: the claim in large type, the rows that matter, and one line of sources.
import type { VNode } from "preact";
import * as around from "../around/svg.tsx";
import type { Figure, Row, Table } from "../figure.ts";
import { barOf, offered } from "../layout/rows.ts";
import type { Palette } from "../spec.gen.ts";
import { counted } from "../text/phrase.ts";
import { drawn, type Setting, sheet } from "./sheet.tsx";

/** Text is drawn this many times larger than on a page: the most that fits. */
const SCALES = [1.4, 1.5, 1.6, 1.7, 1.8, 1.9, 2];
/** Steps make sense only together, and lines cannot be cut, so they may be smaller. */
const WHOLE = [1, 1.1, 1.2, 1.3, ...SCALES];
/** The scales of a part of the rows: the largest at which enough of them fit. */
const CROWDED = [1.4, 1.3, 1.2];
/** A claim that stands alone. */
const ALONE = [...SCALES, 2.2, 2.4, 2.6, 2.8, 3];
/** Text is smaller rather than fewer rows drawn than this. */
const ENOUGH = 5;
/** If fewer rows fit, the claim stands alone. */
const FEWEST = 3;
/** No card has room for more rows than this. */
const MOST = 40;

interface Size {
  wide: number;
  tall: number;
  visual?: boolean;
}

/** The figure as a card. */
export function card(figure: Figure, { wide, tall, visual }: Size, palette: Palette): VNode {
  const { frame } = figure;
  const claim: Figure = {
    ...figure,
    frame: { ...frame, headline: frame.short_headline || frame.headline },
    blocks: figure.blocks.filter(({ kind }) => kind !== "period"),
  };
  const setting: Setting = { top: around.claim, foot: around.line, visual };
  const fits = (content: Figure, scale: number, skipped?: Setting["skipped"]): boolean =>
    drawn(content, wide / scale, palette, { ...setting, skipped }).height * scale <= tall;
  const filling = (content: Figure, scale: number, skipped?: Setting["skipped"]): VNode =>
    sheet(
      content,
      wide,
      drawn(content, wide / scale, palette, { ...setting, tall: tall / scale, skipped }),
      palette,
      scale,
      tall,
    );
  // If there is room for only one block, it is the first.
  const first = { ...claim, blocks: claim.blocks.slice(0, 1) };
  const [rows, whole] = [rowsOf(first), !rowsOf(first).length || rowsOf(first).some(isStep)];
  const scales = whole ? WHOLE : SCALES;
  for (const content of [claim, first])
    if (fits(content, scales[0]!))
      return filling(content, scales[last(scales.length, (index) => fits(content, scales[index]!))]!);
  // A group of rows is not torn apart if there is room for all of it.
  const group = rows.filter((row) => row.group !== undefined && row.group === rows[0]!.group).length;
  for (const fewest of whole ? [] : [Math.max(group, ENOUGH), ENOUGH - 1, FEWEST])
    for (const scale of CROWDED) {
      const kept = 1 + last(Math.min(rows.length, MOST), (index) => fits(...cut(first, index + 1, scale)));
      if (kept >= fewest) return filling(...cut(first, kept, scale));
    }
  // Without marks there is nothing to decode.
  const alone = { ...claim, frame: { ...claim.frame, key: [] }, blocks: [] };
  if (fits(alone, ALONE[0]!)) return filling(alone, ALONE[last(ALONE.length, (index) => fits(alone, ALONE[index]!))]!);
  // Even the words may not fit; then they are as small as necessary.
  let scale = ALONE[0]!;
  while (scale > 0.2 && !fits(alone, scale)) scale *= 0.9;
  return filling(alone, scale);
}

/** The last index below `count` for which `holds` is true, by binary search; index 0 is taken unchecked. */
function last(count: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, count];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}

const tableOf = ({ blocks }: Figure): Table | undefined => blocks.find((block) => block.kind === "table");
const rowsOf = (figure: Figure): Row[] => tableOf(figure)?.rows ?? [];
const isStep = (row: Row): boolean => barOf(row).form === "step";

/** How long the second bar of a row is; 0 without one. */
const second = ({ cells }: Row): number => {
  const cell = cells[2];
  return cell?.kind === "bar" ? (cell.bar?.size ?? 0) : 0;
};

/**
 * The figure with only so many rows: first highlighted and selected ones, then the leader by either bar, without whom
 * a highlighted row would seem to lead, then by order.
 */
function cut(figure: Figure, count: number, scale: number): [Figure, number, Map<string, string>] {
  const all = rowsOf(figure);
  const longest = Math.max(...all.map(second));
  const leads = (row: Row, index: number): boolean => index === 0 || (longest > 0 && second(row) === longest);
  const weight = (row: Row, index: number): number =>
    (row.accent || row.selected ? 0 : leads(row, index) ? 1 : row.closing ? 3 : 2) * 10_000 + index;
  const kept = new Set(
    all
      .map((row, index) => ({ row, place: weight(row, index) }))
      .sort((a, b) => a.place - b.place)
      .slice(0, count)
      .map(({ row }) => row),
  );
  // Where rows are skipped stands how many they are; sums are not counted.
  const skipped = new Map<string, string>();
  const able = new Set(offered(all));
  const { locale } = figure;
  let left: Row[] = [];
  for (const row of [...all, null]) {
    if (row && !kept.has(row)) left.push(...(able.has(row) ? [row] : []));
    else if (left[0]) {
      // A row needs no more room than the line that would stand for it alone.
      if (left.length === 1) kept.add(left[0]);
      else skipped.set(row?.key ?? "", `\u2026 ${counted(locale.words.more, { n: left.length }, locale)}`);
      left = [];
    }
  }
  const blocks = figure.blocks.map((block) =>
    block.kind === "table" ? { ...block, rows: all.filter((row) => kept.has(row)) } : block,
  );
  // What is said of marks that no row has any more is left out too.
  const [had, has] = [marks(all), marks([...kept])];
  const key = figure.frame.key.filter((text) => !had.some((mark) => !has.includes(mark) && explains(text, mark)));
  return [{ ...figure, frame: { ...figure.frame, key }, blocks }, scale, skipped];
}

const marks = (rows: Row[]): string[] =>
  rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell.kind === "label" ? cell.marks : [])));

/** Whether a line of the key begins with a mark, in quotation marks or not. */
const explains = (text: string, mark: string): boolean =>
  text.replace(/^["\u201c\u00ab\u201e]\s?/, "").startsWith(mark);
