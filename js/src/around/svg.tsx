// The words around a drawing at a fixed width: headline and subtitle above, key, source and dates below.
import type { VNode } from "preact";
import type { Figure } from "../figure.ts";
import { notes, open, signed, sourceLine } from "../layout/around.ts";
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
    const drawn = pen.lines(
      balanced(
        [
          {
            text: frame.headline,
            size,
            weight: 600,
            headline: true,
            ...(pen.palette.headline ? { colour: pen.palette.headline } : {}),
          },
        ],
        pen.wide,
      ),
      0,
      y,
      size,
    );
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
  const house = beside(figure, pen, y + 6);
  const drawn = under(pen, y, house ? pen.wide - house.long - 16 : pen.wide, [
    ["key", [small(open(figure), pen)]],
    ["sources", sources(figure, pen)],
    ["byline", [small(signed(figure), pen)]],
    ...(frame.dateline ?? []).map((text, index): [string, Run[]] => [`date-${index + 1}`, [small(text, pen)]]),
  ]);
  if (house) {
    drawn.nodes.push(pen.group("house", house.nodes));
    drawn.height = Math.max(drawn.height, 6 + house.height + 4);
  }
  if (!frame.logo) return drawn;
  return {
    nodes: [...drawn.nodes, logo(frame.logo, pen, 0, y + drawn.height + 2)],
    height: drawn.height + LOGO.tall + 6,
  };
}

/** The same on a card: one line, and what decodes marks above it. The logo is at the end of that line. */
export function line(figure: Figure, pen: Pen, y: number): Drawn {
  const { frame } = figure;
  const own = figure.beside?.logo;
  const logoOf = own ? { ...own, size: LOGO.line * 4 } : frame.logo && { ...frame.logo, size: LOGO.long };
  const more = [signed(figure), ...(frame.dateline ?? []), figure.beside?.words]
    .filter(Boolean)
    .map((text) => ` \u00b7 ${text}`);
  const room = logoOf ? pen.wide - logoOf.size - 16 : pen.wide;
  const words = [...sources(figure, pen), small(more.join(""), pen)];
  const drawn = under(pen, y, pen.wide, [["key", [small(open(figure), pen)]]]);
  const list = flow(
    words.filter(({ text }) => text),
    room,
  );
  const made = pen.lines(list, 0, y + drawn.height, sizes.small);
  const nodes = [...drawn.nodes, pen.group("sources", made.nodes)];
  if (logoOf) nodes.push(logo(logoOf, pen, pen.wide - logoOf.size, y + drawn.height - 1, LOGO.line, logoOf.size));
  return { nodes, height: drawn.height + Math.max(made.height, logoOf ? LOGO.line : 0) + 4 };
}

/** What a house puts beside the foot, at its end: its words, and its logo under them. */
function beside({ beside: house }: Figure, pen: Pen, y: number): (Drawn & { long: number }) | undefined {
  if (!house) return undefined;
  const { words, logo: own } = house;
  const most = pen.wide / 3;
  const text = words ? [small(words, pen)] : [];
  const list = text.length ? flow(text, most) : [];
  const tall = own ? Math.min(own.tall, most / LONGEST) : 0;
  const long = Math.max(own ? tall * LONGEST : 0, ...list.map(({ width }) => width));
  const drawn = pen.lines(list, pen.wide, y, sizes.small, "end");
  const nodes = [...drawn.nodes];
  const gap = words && own ? 4 : 0;
  if (own) nodes.push(logo(own, pen, pen.wide - tall * LONGEST, y + drawn.height + gap, tall, tall * LONGEST));
  return { nodes, height: drawn.height + gap + tall, long };
}

/** A house's logo is at most this many times as wide as it is high. */
const LONGEST = 4;

/** The largest size of a logo, in px, and its height in the line of a card. */
const LOGO = { long: 128, tall: 32, line: 20 };

function logo(
  { src, alt }: { src: string; alt: string },
  pen: Pen,
  x: number,
  y: number,
  tall: number = LOGO.tall,
  long: number = LOGO.long,
): VNode {
  const end = pen.rtl === x > 0 ? "xMin" : "xMax";
  return (
    <image href={src} x={pen.at(x, long)} y={y} width={long} height={tall} preserveAspectRatio={`${end}YMid meet`}>
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

/** Paragraphs under a rule, each at most `room` wide. */
function under(pen: Pen, y: number, room: number, paragraphs: [string, Run[]][]): Drawn {
  const nodes = [pen.line([0, y], [pen.wide, y], pen.palette.rule)];
  let height = 6;
  for (const [name, runs] of paragraphs) {
    if (!runs.at(-1)!.text) continue;
    const drawn = pen.wrapped(runs, 0, y + height, room);
    nodes.push(pen.group(name, drawn.nodes));
    height += drawn.height + 4;
  }
  return { nodes, height };
}
