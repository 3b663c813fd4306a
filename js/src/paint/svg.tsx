// Figure to a picture of a fixed size, for outputs without a browser to lay out a page.
import type { VNode } from "preact";
import * as around from "../around/svg.tsx";
import { svg as lines } from "../blocks/lines/svg.tsx";
import { svg as period } from "../blocks/period/svg.tsx";
import { svg as table } from "../blocks/table/svg.tsx";
import type { Block, Figure, Table } from "../figure.ts";
import { barOf } from "../layout/rows.ts";
import { type Drawn, type Palette, Pen, round } from "../marks/pen.tsx";
import { palettes } from "../style/palette.gen.ts";
import { counted } from "../text/phrase.ts";

/** The sheet a picture is drawn on: px wide, as tall as the figure needs or as given, in colours for a ground or for print. */
export interface Sheet {
  wide: number;
  tall?: number;
  colours?: "print";
}

/** On a sheet of a given height text is drawn this many times larger: the most that fits. */
const SCALES = [1.4, 1.5, 1.6, 1.7, 1.8, 1.9, 2];
/** Steps make sense only together, so they may be drawn smaller, to fit all of them. */
const STEPS = [1, 1.1, 1.2, 1.3, ...SCALES];
/** Notes explain the figures, so they are dropped only if no more than this many rows would fit beside them. */
const FEWEST = 5;
/** No sheet has room for more rows than this. */
const MOST = 40;

/** The figure as SVG. */
export function svg(figure: Figure, { wide, tall, colours }: Sheet): VNode {
  const palette = coloured(colours ?? figure.theme);
  if (tall === undefined) return sheet(figure, wide, drawn(figure, wide, palette), palette);
  const short = {
    ...figure,
    frame: { ...figure.frame, headline: figure.frame.short_headline || figure.frame.headline },
  };
  // If there is room for only one block, it is the first.
  const first = { ...short, blocks: figure.blocks.filter((block) => block.kind !== "period").slice(0, 1) };
  const fits = (content: Cut, foot: around.Foot, scale: number): boolean =>
    drawn(content, wide / scale, palette, foot).height * scale <= tall;
  const filling = (content: Cut, foot: around.Foot, scale: number): VNode =>
    sheet(content, wide, drawn(content, wide / scale, palette, foot, tall / scale), palette, scale, tall);
  const scales = steps(figure).length ? STEPS : SCALES;
  const bare = plain(first);
  for (const [content, foot] of [
    [short, "all"],
    [first, "all"],
    [bare, "source"],
  ] as const) {
    if (foot === "source" && scales === SCALES) {
      const rows = last(most(first), (index) => fits(cut(first, index), "all", SCALES[0]!));
      if (rows > FEWEST) return filling(cut(first, rows), "all", SCALES[0]!);
    }
    if (fits(content, foot, scales[0]!))
      return filling(content, foot, scales[last(scales.length, (index) => fits(content, foot, scales[index]!))]!);
  }
  const rows = 1 + last(Math.min(most(bare), MOST), (index) => fits(cut(bare, index + 1), "source", SCALES[0]!));
  const content = most(bare) ? cut(bare, rows) : bare;
  // Even the words alone may not fit; then everything is drawn as small as necessary.
  const { height } = drawn(content, wide / SCALES[0]!, palette, "source");
  return height * SCALES[0]! <= tall ? filling(content, "source", SCALES[0]!) : shrunk(content, wide, tall, palette);
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

/** The figure drawn on a wider sheet and scaled down, so that all of it fits. */
function shrunk(content: Cut, wide: number, tall: number, palette: Palette): VNode {
  let scale = SCALES[0]!;
  while (scale > 0.2 && drawn(content, wide / scale, palette, "source").height * scale > tall) scale *= 0.9;
  return sheet(content, wide, drawn(content, wide / scale, palette, "source", tall / scale), palette, scale, tall);
}

interface Cut extends Figure {
  left?: number;
}

const tableOf = ({ blocks }: Figure): Table | undefined => blocks.find((block) => block.kind === "table");
const most = (figure: Figure): number => tableOf(figure)?.rows.length ?? 0;

/** The figure without small lines: the notes explain their years and breaks, so they are dropped with the notes. */
function plain(figure: Figure): Figure {
  const keep =
    (table: Table) =>
    (_: unknown, index: number): boolean =>
      table.columns[index]!.cell !== "spark";
  return {
    ...figure,
    blocks: figure.blocks.map((block) =>
      block.kind !== "table"
        ? block
        : {
            ...block,
            columns: block.columns.filter(keep(block)),
            rows: block.rows.map((row) => ({ ...row, cells: row.cells.filter(keep(block)) })),
          },
    ),
  };
}

const steps = (figure: Figure): Table["rows"] =>
  tableOf(figure)?.rows.filter((row) => barOf(row).form === "step") ?? [];

/** The figure with only so many rows: first highlighted and selected ones, then closing ones, then by order. Steps are
 * kept all or none. */
function cut(figure: Figure, rows: number): Cut {
  const all = tableOf(figure)!.rows;
  const own = steps(figure);
  const weight = (row: Table["rows"][0], index: number): number =>
    (row.accent || row.selected ? 0 : row.closing ? 1 : 2) * 10_000 + index;
  const kept = new Set(
    own.length && rows < all.length
      ? all.filter((row) => !own.includes(row))
      : all
          .map((row, index) => ({ row, place: weight(row, index) }))
          .sort((a, b) => a.place - b.place)
          .slice(0, rows)
          .map(({ row }) => row),
  );
  return {
    ...figure,
    left: all.length - kept.size,
    blocks: figure.blocks.map((block) =>
      block.kind !== "table"
        ? block
        : {
            ...block,
            rows: all.filter((row) => kept.has(row)),
            columns: block.columns.map((column) =>
              own.some((row) => !kept.has(row)) ? { ...column, legend: undefined } : column,
            ),
          },
    ),
  };
}

function coloured(theme: string): Palette {
  if (theme === "print") {
    // Greys that can be told apart in print; the first accent is the darkest.
    return {
      ground: "#ffffff",
      ink: "#000000",
      soft: "#3d3d3d",
      rule: "#c4c4c4",
      grey: "#a3a3a3",
      surplus: "#c8c8c8",
      accents: ["#1a1a1a", "#4a4a4a", "#636363", "#333333", "#575757"],
    };
  }
  const { ink, soft, rule, grey, surplus, ...own } = palettes[theme === "dark" ? "dark" : "light"];
  return {
    ground: theme === "dark" ? "#141517" : "#ffffff",
    ink,
    soft,
    rule,
    grey,
    surplus,
    accents: [1, 2, 3, 4, 5].map((each) => own[`accent-${each}` as keyof typeof own]),
  };
}

/** Everything on a sheet, with margins; if `tall` is given, the words below are at the bottom of the sheet. */
function drawn(figure: Cut, wide: number, palette: Palette, which: around.Foot = "all", tall?: number): Drawn {
  const margin = margins(wide);
  const pen = new Pen(wide - 2 * margin, figure.locale.dir === "rtl", palette);
  const head = around.top(figure, pen, 0);
  const nodes = [...head.nodes];
  let y = head.height;
  figure.blocks.forEach((each) => {
    const gap = each.kind === "table" && nodes.length > head.nodes.length ? 22 : 14;
    const made = block(each, pen, y + gap, figure);
    if (!made.height) return;
    nodes.push(pen.group(each.kind, made.nodes));
    y += gap + made.height;
  });
  y += 12;
  if (tall !== undefined)
    y = Math.max(y, tall - 2 * margin - around.foot(figure, new Pen(pen.wide, pen.rtl, palette), y, which).height);
  const below = around.foot(figure, pen, y, which);
  return { nodes: [...nodes, ...below.nodes], height: y + below.height + 2 * margin };
}

function block(each: Block, pen: Pen, y: number, { left, locale }: Cut): Drawn {
  if (each.kind === "lines") return lines(each, pen, y);
  // A picture leaves out what needs a reader's action: a collapsed table, chips, a slider, and a period of a single year,
  // which its column names anyway.
  if (
    each.kind === "choice" ||
    each.kind === "chips" ||
    (each.kind === "period" ? each.now[0] === each.now[1] : each.fold)
  )
    return { nodes: [], height: 0 };
  if (each.kind === "period") return period(each, pen, y);
  return table(each, pen, y, left ? counted(locale.words.more, { n: left }, locale.plurals) : "");
}

const margins = (wide: number): number => (wide < 480 ? 16 : 24);

function sheet(
  figure: Figure,
  wide: number,
  { nodes, height }: Drawn,
  palette: Palette,
  scale = 1,
  tall = height,
): VNode {
  const margin = margins(wide / scale) * scale;
  const high = Math.ceil(tall);
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={wide}
      height={high}
      viewBox={`0 0 ${wide} ${high}`}
      role="img"
      font-family="Inter, system-ui, sans-serif"
      lang={figure.locale.tag}
    >
      <title>{figure.frame.headline || figure.frame.subtitle}</title>
      <desc>{figure.frame.alt}</desc>
      <rect id="ground" width={wide} height={high} fill={palette.ground} />
      <g
        id={figure.chart}
        transform={`translate(${round(margin)} ${round(margin)})${scale === 1 ? "" : ` scale(${round(scale)})`}`}
      >
        {nodes}
      </g>
    </svg>
  );
}
