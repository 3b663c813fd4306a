// Measures text in Inter, or in the font of a house, and breaks it into lines, for pictures, where no browser does it.
import type { Brand, Face, Font } from "../spec.gen.ts";
import { joined } from "./arabic.ts";
import { INTER } from "./inter.gen.ts";

/** The style of a run of text: size in px, weight, and whatever else its painter needs. */
export interface Type {
  size: number;
  weight?: 400 | 600;
  colour?: string;
  /** Set for the headline, which may have a font of its own. */
  headline?: true;
}

/** Text of one style. */
export interface Run extends Type {
  text: string;
}

/** Runs of one line, each with its place from the line's start. */
export interface Line {
  width: number;
  runs: (Run & { x: number; width: number })[];
}

const DIRECTIONS = "\u061c\u200e\u2067\u2069";
const widths: Record<number, Map<string, number>> = {};
for (const weight of [400, 600] as const) {
  const own = new Map<string, number>();
  widths[weight] = own;
  for (const [first, list] of Object.entries(INTER[weight])) {
    for (const [index, each] of list.entries()) own.set(String.fromCodePoint(Number(first) + index), each);
  }
  // What sets the direction of text is not drawn.
  for (const each of DIRECTIONS) own.set(each, 0);
}

type Widths = Map<string, number>;

/** The fonts of a house, of text and of the headline: their widths by weight. What one lacks is set in Inter. */
let house: Record<"text" | "headline", Record<number, Widths> | undefined> = { text: undefined, headline: undefined };
let fonts: { text?: Font | undefined; headline?: Font | undefined } = {};

/** Chooses the fonts of the next drawing: those of a house whose files travel with the chart, or Inter. */
export function typeset(brand?: Brand): void {
  const carried = (font?: Font): Font | undefined => (font?.regular || font?.bold ? font : undefined);
  const text = carried(brand?.font);
  // A name alone cannot be measured.
  fonts = { text, headline: brand?.headings ? carried(brand.headings) : text };
  const measured = (font?: Font): Record<number, Widths> | undefined =>
    font && { 400: list((font.regular ?? font.bold)!), 600: list((font.bold ?? font.regular)!) };
  house = { text: measured(fonts.text), headline: measured(fonts.headline) };
  for (const each of Object.values(known)) for (const weight of [400, 600] as const) each[weight].clear();
}

const list = ({ widths: runs }: Face): Widths =>
  new Map(runs.flatMap(({ first, widths: run }) => run.map((each, at) => [String.fromCodePoint(first + at), each])));

/** The fonts of a picture, of which the first that has a letter draws it. */
export const families = (font: Font | undefined = fonts.text): string =>
  font ? `'${font.family}', Inter, ${font.fallback}` : "Inter, system-ui, sans-serif";

/** The fonts of a run, if they are not those of the picture. */
export const familyOf = ({ headline }: Type): string | undefined =>
  headline && fonts.headline !== fonts.text ? families(fonts.headline) : undefined;

/** Characters of a text that no font has. */
export const missing = (text: string): string[] =>
  [...text].filter((each) => !widths[400]!.has(each) && !house.text?.[400]?.has(each));

// Caches of widths and pieces: a figure is laid out several times until it fits, always with the same words.
const fresh = (): Record<400 | 600, Map<string, number>> => ({ 400: new Map(), 600: new Map() });
const known = { text: fresh(), headline: fresh() };
const split = new Map<string, string[]>();
const KNOWN = 5000;

/** How wide a text is, in px. */
export function width(text: string, { size, weight = 400, headline }: Type): number {
  const font = headline ? "headline" : "text";
  const before = known[font][weight];
  let sum = before.get(text);
  if (sum === undefined) {
    const own = widths[weight]!;
    const first = house[font]?.[weight];
    sum = 0;
    for (const each of joined(text)) sum += first?.get(each) ?? own.get(each) ?? 1000;
    if (before.size > KNOWN) before.clear();
    before.set(text, sum);
  }
  return (sum * size) / 1000;
}

/** Where a line may break: after a space, after a hyphen between letters, after a slash in an address. */
const BREAKS = /(?<=[ \u2009])|(?<=\p{L}-)(?=\p{L})|(?<=[^\s/]\/)(?=[^\s/])/u;

function pieces(text: string): string[] {
  let made = split.get(text);
  if (!made) {
    if (split.size > KNOWN) split.clear();
    made = text.split(BREAKS);
    split.set(text, made);
  }
  return made;
}

/** Runs broken into lines of at most `room` px; a word that is wider is broken inside. */
export function flow(runs: Run[], room: number): Line[] {
  const whole: Line = { width: 0, runs: [] };
  for (const run of runs) add(whole, run);
  if (whole.width <= room) return [trimmed(whole)];
  const lines: Line[] = [{ width: 0, runs: [] }];
  const next = (): Line => {
    lines.push({ width: 0, runs: [] });
    return lines.at(-1)!;
  };
  // The pieces up to the next possible break, which may be of several runs and stay together.
  let unit: Run[] = [];
  const put = (): void => {
    if (!unit.length) return;
    const bare = (list: Run[]): number =>
      list.reduce(
        (sum, each, index) => sum + width(index === list.length - 1 ? each.text.trimEnd() : each.text, each),
        0,
      );
    let line = lines.at(-1)!;
    if (line.width > 0 && line.width + bare(unit) > room + 0.01) line = next();
    for (const run of unit) {
      if (line.width + width(run.text.trimEnd(), run) <= room + 0.01) add(line, run);
      else {
        for (const letter of run.text) {
          if (line.width > 0 && line.width + width(letter, run) > room && letter.trim()) line = next();
          add(line, { ...run, text: letter });
        }
      }
    }
    unit = [];
  };
  for (const run of runs) {
    pieces(run.text).forEach((piece, index) => {
      if (index) put();
      if (piece) unit.push({ ...run, text: piece });
    });
    if (/[ \u2009]$/.test(run.text)) put();
  }
  put();
  return lines.map(trimmed);
}

function add(line: Line, run: Run): void {
  const last = line.runs.at(-1);
  const wide = width(run.text, run);
  if (
    last &&
    last.size === run.size &&
    last.weight === run.weight &&
    last.headline === run.headline &&
    last.colour === run.colour
  ) {
    last.text += run.text;
    last.width += wide;
  } else line.runs.push({ ...run, x: line.width, width: wide });
  line.width += wide;
}

/** A line without the space at its end. */
function trimmed(line: Line): Line {
  const last = line.runs.at(-1);
  if (!last) return line;
  const text = last.text.trimEnd();
  const less = last.width - width(text, last);
  return {
    width: line.width - less,
    runs: [...line.runs.slice(0, -1), { ...last, text, width: last.width - less }].filter(({ text: words }) => words),
  };
}

/** Balanced lines: as few as fit, of about equal length. */
export function balanced(runs: Run[], room: number): Line[] {
  const least = flow(runs, room);
  let [low, high] = [room / 2, room];
  while (high - low > 4) {
    const middle = (low + high) / 2;
    if (flow(runs, middle).length > least.length) low = middle;
    else high = middle;
  }
  return flow(runs, high);
}

/** The width of a text's widest word, which is the least width of its column. */
export const widest = (text: string, type: Type): number =>
  Math.max(0, ...pieces(text).map((word) => width(word.trimEnd(), type)));
