// Measures text in Inter and breaks it into lines, for pictures, where no browser does it.
import { joined } from "./arabic.ts";
import { INTER } from "./inter.gen.ts";

/** The style of a run of text: size in px, weight, and whatever else its painter needs. */
export interface Type {
  size: number;
  weight?: 400 | 600;
  colour?: string;
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

const DIRECTIONS = "\u200e\u2067\u2069";
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

/** Characters of a text that the font lacks. */
export const missing = (text: string): string[] => [...text].filter((each) => !widths[400]!.has(each));

// A cache of widths: a figure is laid out several times until it fits, always with the same words.
const known: Record<number, Map<string, number>> = { 400: new Map(), 600: new Map() };
const KNOWN = 5000;

/** How wide a text is, in px. */
export function width(text: string, { size, weight = 400 }: Type): number {
  const before = known[weight]!;
  let sum = before.get(text);
  if (sum === undefined) {
    const own = widths[weight]!;
    sum = 0;
    for (const each of joined(text)) sum += own.get(each) ?? 1000;
    if (before.size > KNOWN) before.clear();
    before.set(text, sum);
  }
  return (sum * size) / 1000;
}

/** Where a line may break: after a space, after a hyphen between letters, after a slash in an address. */
const BREAKS = /(?<=[ \u2009])|(?<=\p{L}-)(?=\p{L})|(?<=[^\s/]\/)(?=[^\s/])/u;

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
    run.text.split(BREAKS).forEach((piece, index) => {
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
  if (last && last.size === run.size && last.weight === run.weight && last.colour === run.colour) {
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
  Math.max(0, ...text.split(BREAKS).map((word) => width(word.trimEnd(), type)));
