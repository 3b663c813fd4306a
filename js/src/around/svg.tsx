// The words around a drawing at a fixed width: headline and subtitle above, key, source and dates below.
import type { VNode } from "preact";
import type { Figure } from "../figure.ts";
import { key, notes, signed, sourceLine } from "../layout/around.ts";
import type { Drawn, Pen } from "../marks/pen.tsx";
import { sizes } from "../style/sizes.ts";
import { balanced, flow, type Run } from "../text/measure.ts";

/** Headline and subtitle. */
export const top = (figure: Figure, pen: Pen, y: number): Drawn =>
  titled(figure, pen, y, pen.wide < sizes.wide ? sizes.headline : sizes.headlineWide);

/** The same on a card, which is read from farther away. */
export const claim = (figure: Figure, pen: Pen, y: number): Drawn => titled(figure, pen, y, sizes.claim);

function titled({ frame }: Figure, pen: Pen, y: number, size: number): Drawn {
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

/** What decodes marks, sources, where the notes are, credits and dates. */
export function foot(figure: Figure, pen: Pen, y: number): Drawn {
  const { frame } = figure;
  const drawn = under(pen, y, [
    ["key", [small(key(figure), pen)]],
    ["sources", sources(figure, pen)],
    ["byline", [small(signed(figure), pen)]],
    ...(frame.dateline ?? []).map((text, index): [string, Run[]] => [`date-${index + 1}`, [small(text, pen)]]),
  ]);
  if (!frame.logo) return drawn;
  return {
    nodes: [...drawn.nodes, logo(frame.logo, pen, 0, y + drawn.height + 2)],
    height: drawn.height + LOGO.tall + 6,
  };
}

/** The same on a card: one line, and what decodes marks above it. The logo is at the end of that line. */
export function line(figure: Figure, pen: Pen, y: number): Drawn {
  const { frame } = figure;
  const beside = [signed(figure), ...(frame.dateline ?? [])].filter(Boolean).map((text) => ` \u00b7 ${text}`);
  const room = frame.logo ? pen.wide - LOGO.long - 16 : pen.wide;
  const words = [...sources(figure, pen), small(beside.join(""), pen)];
  const drawn = under(pen, y, [["key", [small(key(figure), pen)]]]);
  const list = flow(
    words.filter(({ text }) => text),
    room,
  );
  const made = pen.lines(list, 0, y + drawn.height, sizes.small);
  const nodes = [...drawn.nodes, pen.group("sources", made.nodes)];
  if (frame.logo) nodes.push(logo(frame.logo, pen, pen.wide - LOGO.long, y + drawn.height - 1, LOGO.line));
  return { nodes, height: drawn.height + Math.max(made.height, frame.logo ? LOGO.line : 0) + 4 };
}

/** The largest size of a logo, in px, and its height in the line of a card. */
const LOGO = { long: 128, tall: 32, line: 20 };

function logo(
  { src, alt }: NonNullable<Figure["frame"]["logo"]>,
  pen: Pen,
  x: number,
  y: number,
  tall: number = LOGO.tall,
): VNode {
  const end = pen.rtl === x > 0 ? "xMin" : "xMax";
  return (
    <image
      href={src}
      x={pen.at(x, LOGO.long)}
      y={y}
      width={LOGO.long}
      height={tall}
      preserveAspectRatio={`${end}YMid meet`}
    >
      <title>{alt}</title>
    </image>
  );
}

const small = (text: string, pen: Pen, weight: 400 | 600 = 400): Run => ({
  text,
  size: sizes.small,
  weight,
  colour: pen.palette.soft,
});

/** The sources, and where the notes are, if the address of the page is known. */
function sources(figure: Figure, pen: Pen): Run[] {
  const { frame, locale } = figure;
  const [word, names] = sourceLine(figure);
  const page = frame.url?.replace(/^https?:\/\//, "");
  const noted = page && notes(figure) ? ` \u00b7 ${locale.words.notes}: ${page}` : "";
  return [small(`${word} `, pen, 600), small(names + noted, pen)];
}

/** Paragraphs under a rule. */
function under(pen: Pen, y: number, paragraphs: [string, Run[]][]): Drawn {
  const nodes = [pen.line([0, y], [pen.wide, y], pen.palette.rule)];
  let height = 6;
  for (const [name, runs] of paragraphs) {
    if (!runs.at(-1)!.text) continue;
    const drawn = pen.wrapped(runs, 0, y + height, pen.wide);
    nodes.push(pen.group(name, drawn.nodes));
    height += drawn.height + 4;
  }
  return { nodes, height };
}
