// How tall a figure is at a width: for a frame that cannot measure what is in it. A gap is better than a scroll bar.
import type { Block, Figure, Lines, Row, Table } from "../figure.ts";

/** Width in px at which the layout changes: 36rem in the style sheets. */
const WIDE = 576;

/** Height in px at which the figure shows whole, `width` px wide. */
export function tallness({ frame, blocks }: Figure, width: number): number {
  const narrow = width < WIDE;
  const lines = (text: string, letter: number): number => Math.ceil((text.length * letter) / width);

  const row = ({ name, cells }: Row, columns: number): number => {
    const [bar] = cells.flatMap((cell) => cell.kind === "bar" ? [cell] : []);
    return (narrow ? 52 : 30) + 20 * Math.max(0, Math.ceil(name.length / (narrow ? 12.5 : 25)) - 1) +
      (narrow && bar?.detail && columns > 2 ? 20 : 0) + 18 * lines(bar?.annotation ?? "", narrow ? 8 : 12) + (bar?.parts && narrow ? 18 : 0);
  };
  const table = ({ columns, rows, fold }: Table): number => {
    if (fold) return 32;
    const heads = columns.slice(1).map(({ title }) => lines(title, narrow ? 28 : 12));
    const axis = columns.some((column) => column.axis) ? 48 : 0;
    return 16 * Math.max(...heads) + 24 + axis + rows.reduce((sum, each) => sum + row(each, columns.length), 0);
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
