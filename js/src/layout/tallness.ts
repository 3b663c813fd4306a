// How tall a figure is at a width: for a frame that cannot measure what is in it. A gap is better than a scroll bar.
import type { Block, Figure, Lines, Row, Table } from "../figure.ts";

/** Width in px at which the layout changes: 36rem in the style sheets. */
const WIDE = 576;

/** Height in px at which the figure shows whole, `width` px wide. */
export function tallness({ frame, blocks }: Figure, width: number): number {
  const narrow = width < WIDE;
  const lines = (text: string, letter: number): number => Math.ceil((text.length * letter) / width);

  /** Characters of a name on one line; a longer word breaks. */
  const letters = ({ columns, under }: Table): number => {
    const figures = columns.filter(({ cell }) => cell === "figure").length;
    return !under ? (narrow ? 12.5 : 25) : figures ? (narrow ? 28 : 27) - figures * (narrow ? 4.5 : 2) : narrow ? 29 : 32;
  };
  const row = ({ name, cells }: Row, table: Table): number => {
    const [bar] = cells.flatMap((cell) => cell.kind === "bar" ? [cell] : []);
    const most = letters(table);
    const broken = table.under && name.split(" ").some((word) => word.length > most) ? 1 : 0;
    const marks = table.under && cells.some((cell) => cell.kind === "label" && cell.marks.length) ? 0.8 : 0;
    const bare = table.under && !bar?.bar && !bar?.parts ? 16 : 0;
    return (narrow ? 52 - bare : 30) + 20 * (Math.max(0, Math.ceil(name.length / most) - 1) + broken + marks) +
      (narrow && bar?.detail && table.columns.length > 2 ? 20 : 0) + 18 * lines(bar?.annotation ?? "", narrow ? 8 : 12);
  };
  const head = ({ columns, under }: Table): number => {
    const axis = columns.some((column) => column.axis) ? 48 : 0;
    if (!under) return 16 * Math.max(...columns.slice(1).map(({ title }) => lines(title, narrow ? 28 : 12))) + 24 + axis;
    const figures = columns.filter(({ cell }) => cell === "figure").map(({ title }) => Math.ceil(title.length / 8));
    const bar = columns.find(({ cell }) => cell === "bar")!;
    const over = 20 * lines(bar.title, narrow ? 7 : 14) + (bar.legend ? 22 : 0) + axis;
    return 20 + (narrow ? 16 * Math.max(1, ...figures) + over : Math.max(16 * Math.max(1, ...figures), over));
  };
  const table = (each: Table): number => {
    const said = each.under ? 18 * Math.max(0, ...each.rows.map(({ readout }) => lines(readout, 7.5) - 2)) : 0;
    return each.fold ? 32 : head(each) + said + each.rows.reduce((sum, one) => sum + row(one, each), 0);
  };
  const plot = ({ series, remarks }: Lines): number =>
    300 + lines(series.join(" "), 9) * 21 + remarks.reduce((sum, { text }) => sum + lines(text, 8) * 19, 0);
  const block = (each: Block): number =>
    each.kind === "table" ? table(each) : each.kind === "lines" ? plot(each) : each.kind === "choice" ? (narrow ? 96 : 64) : 16 + lines(`${each.words.join(" ")} 1995 2011`, 8.5) * 24;

  const notes = [...frame.notes, frame.note].join(" ");
  const sources = frame.sources.map(({ text }) => text).join(" ");
  const small = [notes, sources, frame.byline + frame.credit, ...(frame.dateline ?? [])];
  const words = lines(frame.headline, narrow ? 14.5 : 15) * (narrow ? 24 : 29) + lines(frame.subtitle, 9) * 21 +
    small.reduce((sum, part) => sum + lines(part, 7.5) * 18 + 4, 0);
  const broken = frame.headline.split(" ").some((word) => word.length > 20) ? 30 : 0;
  const drawn = blocks.reduce((sum, each) => sum + block(each), 0);
  return broken + Math.floor(1.04 * (words + drawn + (narrow ? 56 : 36))) + (frame.logo ? 40 : 0);
}
