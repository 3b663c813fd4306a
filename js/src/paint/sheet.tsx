// A figure drawn on a sheet: what stands around it, its blocks under each other, and margins.
import type { VNode } from "preact";
import * as around from "../around/svg.tsx";
import { svg as lines } from "../blocks/lines/svg.tsx";
import { svg as period } from "../blocks/period/svg.tsx";
import { svg as table } from "../blocks/table/svg.tsx";
import type { Block, Figure } from "../figure.ts";
import { type Drawn, Pen, round } from "../marks/pen.tsx";
import type { Palette } from "../spec.gen.ts";
import { families } from "../text/measure.ts";

/** How a figure is drawn on a sheet: what stands around it, and what stands for rows that are left out. */
export interface Setting {
  top: typeof around.top;
  foot: typeof around.foot;
  /** The height of the sheet; the words below are then at its bottom. */
  tall?: number;
  /** Whether letters are joined and ordered here, for a painter that cannot. */
  visual?: boolean;
  /** For each row, a text above it about rows that are left out there; under the key "", about those at the end. */
  skipped?: Map<string, string>;
}

/** Everything on a sheet, with margins. */
export function drawn(figure: Figure, wide: number, palette: Palette, setting: Setting = around): Drawn {
  const { top, foot, tall, skipped, visual } = setting;
  const margin = margins(wide);
  const pen = new Pen(wide - 2 * margin, figure.locale.dir === "rtl", palette, visual);
  const head = top(figure, pen, 0);
  const nodes = [...head.nodes];
  let y = head.height;
  figure.blocks.forEach((each) => {
    const gap = each.kind === "table" && nodes.length > head.nodes.length ? 22 : 14;
    const made = block(each, pen, y + gap, skipped);
    if (!made.height) return;
    nodes.push(pen.group(each.kind, made.nodes));
    y += gap + made.height;
  });
  y += 12;
  if (tall !== undefined)
    y = Math.max(y, tall - 2 * margin - foot(figure, new Pen(pen.wide, pen.rtl, palette, visual), y).height);
  const below = foot(figure, pen, y);
  return { nodes: [...nodes, ...below.nodes], height: y + below.height + 2 * margin };
}

function block(each: Block, pen: Pen, y: number, skipped?: Map<string, string>): Drawn {
  if (each.kind === "lines") return lines(each, pen, y);
  // A picture leaves out what needs a reader's action: a collapsed table, chips, and a period of a single year, which
  // its column names anyway.
  if (each.kind === "chips" || (each.kind === "period" ? each.now[0] === each.now[1] : each.fold))
    return { nodes: [], height: 0 };
  if (each.kind === "period") return period(each, pen, y);
  return table(each, pen, y, skipped);
}

const margins = (wide: number): number => (wide < 480 ? 16 : 24);

/** A sheet with a figure drawn on it, enlarged by `scale`. */
export function sheet(
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
      font-family={families()}
      lang={figure.locale.tag}
    >
      <title>{figure.frame.headline || figure.frame.subtitle}</title>
      <desc>{figure.frame.alt}</desc>
      <rect id="ground" width={wide} height={high} fill={palette.paper} />
      <g
        id={figure.chart}
        transform={`translate(${round(margin)} ${round(margin)})${scale === 1 ? "" : ` scale(${round(scale)})`}`}
      >
        {nodes}
      </g>
    </svg>
  );
}
