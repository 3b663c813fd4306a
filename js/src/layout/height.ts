// Estimates the height of a figure at a width, for a frame that cannot measure its content. The estimate is rather too
// large than too small: a gap is better than a scroll bar.
import type { Block, Cell, Column, Figure, Lines, Period, Row, Table } from "../figure.ts";
import { PADDING } from "../style/brand.ts";
import { fluid, sizes } from "../style/sizes.ts";
import { flow, width as measured, widest } from "../text/measure.ts";
import { open, signed, sourceLine } from "./around.ts";
import { before } from "./names.ts";
import { LONG, offered } from "./rows.ts";

/** How many times as wide as Inter a reader's own font may be. */
const WIDER = 1.1;

const LEADING = 1.35;

/** How many lines a text takes in a column of this width. */
function lines(text: string, size: number, room: number, bold = false): number {
  const run = { text, size: size * WIDER * (bold ? 1.05 : 1), weight: bold ? (600 as const) : (400 as const) };
  return text ? flow([run], Math.max(room, size)).length : 0;
}

/** Height of a paragraph. */
const paragraph = (text: string, size: number, room: number, leading = LEADING): number =>
  lines(text, size, room) * size * leading;

const longest = (texts: string[]): string =>
  texts.reduce((one, other) => (other.length > one.length ? other : one), "");
const cells = <K extends Cell["kind"]>(rows: Row[], kind: K): Extract<Cell, { kind: K }>[] =>
  rows.flatMap((row) => row.cells.filter((cell): cell is Extract<Cell, { kind: K }> => cell.kind === kind));

/** Widths for which a frame that cannot measure its content knows the height, widest first. */
const WIDTHS = [688, sizes.wide, 440, 380, 352, 320, 304, 280, 256];

/** These widths, each with the height at which nothing of the figure is cut off. */
export const heights = (figure: Figure): [width: number, height: number][] =>
  WIDTHS.map((width) => [width, tallness(figure, width)]);

/** Height in px at which nothing of the figure is cut off, at this width in px. */
export function tallness(figure: Figure, outer: number): number {
  const { frame, blocks, beside } = figure;
  const ground = figure.brand ? 2 * PADDING : 0;
  const width = outer - ground;
  const title = width < sizes.wide ? sizes.headline : sizes.headlineWide;
  const top =
    lines(frame.headline, title, width, true) * title * 1.2 +
    (frame.subtitle ? 6.4 + paragraph(frame.subtitle, sizes.body, width) : 0);
  const plotted = blocks.some(({ kind }) => kind === "lines");
  const hint = plotted ? undefined : figure.locale.words.hint;
  const drawn = blocks.reduce((sum, each) => sum + block(each, width, hint), 0);
  // The notes are closed at first; a frame that cannot grow with them scrolls.
  const sources = [...sourceLine(figure), "·", figure.locale.words.notes].join(" ");
  const foot = [open(figure), sources, signed(figure), ...(frame.dateline ?? [])].filter(Boolean);
  const below =
    19.4 +
    foot.reduce((sum, text) => sum + 4 + paragraph(text, sizes.small, width), 0) +
    (frame.logo ? 40 : 0) +
    (beside ? 24 + (beside.logo?.tall ?? 0) : 0);
  return Math.ceil(1.03 * (top + drawn + below) + 4 + ground);
}

function block(each: Block, width: number, hint?: string): number {
  switch (each.kind) {
    case "table":
      return table(each, width, hint);
    case "lines":
      return plot(each, width);
    case "period":
      return period(each, width);
    case "chips":
      return sizes.chips + 8;
  }
}

/** The sentence with its two controls, which are wider than the years they show. */
const period = ({ words, now }: Period, width: number): number =>
  sizes.periodTop +
  lines(
    words.map((each, index) => `${each}${now[index] === undefined ? "" : ` ${now[index]} ---`}`).join(" "),
    sizes.body,
    width,
  ) *
    24;

/** The width of the names beside lines, with the gap before them. */
const namesBeside = ({ letters }: Lines, width: number): number =>
  width < sizes.wide ? letters * sizes.letter + 12 : letters * sizes.letterWide + 24;

function plot(block: Lines, width: number): number {
  const { series, events } = block;
  const words = series.length
    ? 14.4 + lines(series.map((each) => `---- ${each}`).join("  "), sizes.small, width) * 21
    : 0;
  const line = (at: number): number => sizes.plotSide + at * (width - sizes.plotSide - namesBeside(block, width));
  const marks = events.reduce(
    (sum, { at, text }, index) =>
      sum + sizes.eventFoot + paragraph(text, sizes.small, before(at, index) ? line(at) : width - line(at)),
    0,
  );
  return words + sizes.plotTop + marks + sizes.plot + sizes.years + sizes.plotFoot;
}

/** The table; below it is the `hint`, or else room for its longest read-out. */
function table({ columns, rows, fold, under, bridge, twin }: Table, width: number, hint?: string): number {
  const read = longest(rows.map(({ readout }) => readout));
  if (fold) return 9.6 + 14 * LEADING;
  const below = read ? sizes.readoutTop + paragraph(hint ?? read, sizes.small, width) : 0;
  const field = offered(rows).length > LONG ? sizes.tableTop + sizes.field : 0;
  const details = rows
    .filter((row) => row.selected && row.readout)
    .reduce((sum, { readout }) => sum + 14.6 + paragraph(readout, sizes.small, width), 0);
  const said = field + below + details;
  const places = twin
    ? twins(rows, width)
    : width < sizes.wide
      ? narrow(columns, rows, width, !!under)
      : wide(columns, rows, width, !!under);
  const body = rows.reduce((sum, each) => sum + row(each, places), 0);
  return (
    sizes.tableTop +
    heads(columns, places, !!under, !!bridge) +
    headings(rows) +
    body +
    (rows.some(({ closing }) => closing) ? 0.5 : 0) +
    said
  );
}

/** Widths of the columns, as the style sheets make them: of names, of bars or their values, and of each one after. */
interface Places {
  width: number;
  size: number;
  label: number;
  bar: number;
  last: number;
  /** Set if bars are beside the names at any width. */
  twin?: true;
}

const letters = (text: string, size: number): number => measured(text, { size: size * WIDER });
const word = (texts: string[], size: number): number =>
  Math.max(0, ...texts.map((text) => widest(text, { size: size * WIDER })));
const count = (columns: Column[], kind: Cell["kind"]): number => columns.filter(({ cell }) => cell === kind).length;
const head = (columns: Column[], kind: Cell["kind"]): string => columns.find(({ cell }) => cell === kind)?.title ?? "";

function wide(columns: Column[], rows: Row[], width: number, under: boolean): Places {
  const figures = count(columns, "figure");
  const [most, last] = figures
    ? [224 - 16 * figures, 80]
    : under
      ? [256, 0]
      : count(columns, "spark")
        ? [sizes.namesBesideSparks, fluid(sizes.sparkWide, width)]
        : [sizes.names, 0];
  const label = Math.min(most, Math.max(...rows.map(({ name }) => letters(name, sizes.body))));
  return {
    width,
    size: sizes.body,
    label,
    bar: width - label - last * Math.max(1, figures) - 16 * (columns.length - 1),
    last,
  };
}

function twins(rows: Row[], width: number): Places {
  const small = width < sizes.wide;
  const size = small ? fluid(sizes.row, width) : sizes.body;
  const names = Math.max(0, ...rows.map(({ name }) => letters(name, size)));
  const label = Math.min(small ? 0.25 * width : sizes.names, names);
  const rest = width - label - 2 * fluid(sizes.gap, width);
  const bar = rest * (small ? 4 / 7 : 3 / 5);
  return { width, size, label, bar, last: rest - bar, twin: true };
}

function narrow(columns: Column[], rows: Row[], width: number, under: boolean): Places {
  const size = fluid(sizes.row, width);
  const figures = count(columns, "figure");
  const gap = figures && width <= sizes.dense ? 6.4 : fluid(sizes.gap, width);
  const names = rows.map(({ name }) => name);
  const most = (under ? 0.84 - 0.14 * figures : columns.at(-1)!.cell === "bar" ? 0.6 : 0.42) * width;
  if (figures) {
    const dense = figures > 2 && width <= sizes.dense;
    const small = dense ? sizes.small : size;
    const last = Math.max(
      ...cells(rows, "figure").map(({ text }) => (dense ? word([text], small) : letters(text, small))),
    );
    // A figure with words after it is broken before a name is.
    const label = Math.max(word(names, size), width - figures * (last + gap));
    return {
      width,
      size,
      label: Math.min(most, label),
      bar: width,
      last: Math.min(last, (width - label) / figures - gap),
    };
  }
  const last = count(columns, "spark") && width > sizes.sparkUnder ? fluid(sizes.spark, width) : 0;
  const values = cells(rows, "bar").map(({ text, detail = "" }) => `${text} ${detail}`);
  const rest = width - last - gap * (last ? 2 : 1);
  const least = Math.min(most, word(names, size));
  // Values get the room that they need, up to what the longest word of the names leaves.
  const titled = columns.some(({ axis }) => axis) && !under ? letters(head(columns, "bar"), sizes.tiny) : 0;
  const bar = Math.max(
    word([...values, head(columns, "bar")], sizes.tiny),
    Math.min(rest - least, Math.max(titled, ...values.map((text) => letters(text, size)))),
  );
  return { width, size, label: Math.min(most, rest - bar), bar, last };
}

/** Headings over rows, with the space above each. */
const headings = (rows: Row[]): number =>
  new Set(rows.map(({ group }) => group).filter(Boolean)).size *
  (6.4 + sizes.rowTop + sizes.rowFoot + sizes.small * LEADING);

/** The second line of words over a scale, if they are wider than their side of it. */
const broken = (sides: string[], room: number): number =>
  sides.some((text) => letters(text, sizes.tiny) > room / 2 - 16) ? 6.4 : 0;

function heads(columns: Column[], { width, label, bar, last, twin }: Places, under: boolean, bridge: boolean): number {
  const small = width < sizes.wide && !twin;
  const own = ({ cell, title }: Column): boolean => small && under && !bridge && cell === "bar" && title !== "";
  const over = (column: Column): number =>
    (own(column) ? 4.8 + paragraph(column.title, sizes.tiny, width, 1.25) : 0) +
    (column.axis
      ? sizes.axisTop +
        (column.axis.sides.length || !under ? sizes.axis : sizes.axisTicks) +
        broken(column.axis.sides, small ? width : bar)
      : 0) +
    (column.legend
      ? 4.8 + lines(column.legend.words.map((each) => `--- ${each}`).join(" "), sizes.tiny, small ? width : bar) * 18
      : 0);
  const tall = columns.map((column, index) => {
    const room = column.cell === "label" ? label : column.cell === "bar" && index < 2 ? bar : last;
    return (
      (bridge || own(column) ? 0 : paragraph(column.title, width < sizes.wide ? sizes.tiny : sizes.small, room, 1.25)) +
      (small ? 0 : over(column))
    );
  });
  // In the narrow layout, the words above the bars have lines of their own.
  return sizes.titlesFoot + Math.max(...tall) + (small ? columns.reduce((sum, column) => sum + over(column), 0) : 0);
}

function row({ cells: list, accent, closing }: Row, { width, size, label, bar, last, twin }: Places): number {
  const small = width < sizes.wide && !twin;
  let below = 0;
  const beside = list.map((cell) => {
    const line = size * LEADING;
    if (cell.kind === "label")
      return lines([cell.text, ...cell.marks].join(" "), size, label, accent > 0 || closing) * line;
    if (cell.kind === "spark") {
      const year = cell.from || cell.to ? 13 : 0;
      if (small && width <= sizes.sparkUnder) {
        below += 26 + (year && 9);
        return line;
      }
      return (small ? 35.6 - TRACK : 20) + year;
    }
    if (cell.kind === "figure") return lines(cell.text, size, small ? last + 1 : width) * line;
    if (cell.kind !== "bar") return line;
    const remark = cell.annotation
      ? (small ? sizes.remarkTop : sizes.remarkTopWide) + paragraph(cell.annotation, sizes.small, small ? width : bar)
      : 0;
    const own = twin && width < sizes.wide ? paragraph(cell.detail ?? "", sizes.small, bar) + 3.2 : 0;
    if (!small) return line + remark + own;
    // In a bridge the value is beside the bar, on a line of text.
    below += (cell.links ? line : TRACK) + remark;
    if (cell.links) return 0;
    return lines(`${cell.text} ${cell.detail ?? ""}`, size, bar + 1) * line;
  });
  return 1 + (width < sizes.wide ? sizes.rowTop + sizes.rowFoot : 2 * sizes.rowWide) + Math.max(...beside) + below;
}

/** The height of a bar that is below the name. */
const TRACK = sizes.barTop + sizes.bar;
