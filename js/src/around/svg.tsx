// The words around a drawing at a fixed width: headline and subtitle above, key, source and dates below.
import type { VNode } from "preact";
import type { Figure } from "../figure.ts";
import { key, notes, signed, sourceLine } from "../layout/around.ts";
import type { Drawn, Pen } from "../marks/pen.tsx";
import { sizes } from "../style/sizes.ts";
import { balanced, type Run } from "../text/measure.ts";

/** Headline and subtitle. */
export function top({ frame }: Figure, pen: Pen, y: number): Drawn {
  const size = pen.wide < sizes.wide ? sizes.headline : sizes.headlineWide;
  const nodes: VNode[] = [];
  let height = 0;
  if (frame.headline) {
    const drawn = pen.lines(balanced([{ text: frame.headline, size, weight: 600 }], pen.wide), 0, y, size);
    nodes.push(pen.group("headline", drawn.nodes));
    height += drawn.height;
  }
  if (frame.subtitle) {
    const drawn = pen.wrapped(
      [{ text: frame.subtitle, size: sizes.body, colour: pen.palette.soft }],
      0,
      y + height + 6,
      pen.wide,
    );
    nodes.push(pen.group("subtitle", drawn.nodes));
    height += drawn.height + 6;
  }
  return { nodes, height };
}

/** Which of the words below the drawing a picture has: all, or only those that are never left out. */
export type Foot = "all" | "source";

/** What decodes marks, sources, where the notes are, credits and dates. */
export function foot(figure: Figure, pen: Pen, y: number, which: Foot): Drawn {
  const { frame } = figure;
  const colour = pen.palette.soft;
  const say = (text: string, weight: 400 | 600 = 400): Run => ({ text, size: sizes.small, weight, colour });
  const [word, names] = sourceLine(figure);
  const noted =
    frame.url && notes(figure) ? ` · ${figure.locale.words.notes}: ${frame.url.replace(/^https?:\/\//, "")}` : "";
  const paragraphs: [string, Run[]][] = [
    ["key", [say(which === "all" ? key(figure) : "")]],
    ["sources", [say(`${word} `, 600), say(names + noted)]],
    ["byline", [say(signed(figure))]],
    ...(frame.dateline ?? []).map((text, index): [string, Run[]] => [`date-${index + 1}`, [say(text)]]),
  ];
  const nodes = [pen.line([0, y], [pen.wide, y], pen.palette.rule)];
  let height = 6;
  for (const [name, runs] of paragraphs) {
    const last = runs.at(-1)!;
    if (!last.text) continue;
    const drawn = pen.wrapped(runs, 0, y + height, pen.wide);
    nodes.push(pen.group(name, drawn.nodes));
    height += drawn.height + 4;
  }
  if (frame.logo) {
    nodes.push(
      <image
        href={frame.logo.src}
        x={pen.at(0, 128)}
        y={y + height + 2}
        width="128"
        height="32"
        preserveAspectRatio={pen.rtl ? "xMaxYMid meet" : "xMinYMid meet"}
      >
        <title>{frame.logo.alt}</title>
      </image>,
    );
    height += 38;
  }
  return { nodes, height };
}
