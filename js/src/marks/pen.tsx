// Draws text and shapes at positions in px from the start of a line, mirrored in languages written from right to left.
import type { VNode } from "preact";
import { points } from "../layout/path.ts";
import type { Palette } from "../spec.gen.ts";
import { mixed } from "../style/brand.ts";
import { arabic, seen } from "../text/arabic.ts";
import { familyOf, flow, type Line, type Run, type Type, width } from "../text/measure.ts";

/** The result of a painter: nodes, and their height in px. */
export interface Drawn {
  nodes: VNode[];
  height: number;
}

/** A horizontal span of a sheet. */
export interface Span {
  x: number;
  long: number;
}

/** A rectangle on a sheet, from its upper corner at the start. */
export interface Box {
  x: number;
  y: number;
  long: number;
  tall: number;
}

export type Align = "start" | "middle" | "end";
type Attributes = Record<string, string | number | undefined>;

/** The font of Arabic letters. */
const ARABIC = "Arabic for Inter";

/** The line height of text of this size. */
export const leading = (size: number): number => (size > 18 ? Math.round(size * 1.2) : Math.round(size * 1.35));

/** A pen on a sheet `wide` px wide. */
export class Pen {
  readonly wide: number;
  readonly rtl: boolean;
  readonly palette: Palette;
  /** Whether letters are joined and ordered here, for a painter that cannot. */
  readonly visual: boolean;
  private readonly names = new Map<string, number>();

  constructor(wide: number, rtl: boolean, palette: Palette, visual = false) {
    this.wide = wide;
    this.rtl = rtl;
    this.palette = palette;
    this.visual = visual;
  }

  /** The colour of a row's marks. */
  mark(accent: number): string {
    return accent ? (this.palette.accents[accent - 1] ?? this.palette.grey) : this.palette.grey;
  }

  /** The colour of a row's name beside its mark. */
  name(accent: number): string {
    const { ink, names } = this.palette;
    return mixed(this.mark(accent), ink, names);
  }

  /** The left coordinate of something `size` px long that begins at `x`. */
  at(x: number, size = 0): number {
    return round(this.rtl ? this.wide - x - size : x);
  }

  rect(x: number, y: number, long: number, tall: number, fill: string, more: Attributes = {}): VNode {
    return <rect x={this.at(x, long)} y={round(y)} width={round(long)} height={round(tall)} fill={fill} {...more} />;
  }

  line(from: [number, number], to: [number, number], stroke: string, more: Attributes = {}): VNode {
    return (
      <line x1={this.at(from[0])} y1={round(from[1])} x2={this.at(to[0])} y2={round(to[1])} stroke={stroke} {...more} />
    );
  }

  circle(x: number, y: number, r: number, more: Attributes): VNode {
    return <circle cx={this.at(x)} cy={round(y)} r={r} {...more} />;
  }

  /** Path data in a box of 100 by 100, scaled to a box of `long` by `tall` px. */
  path(data: string, x: number, y: number, long: number, tall: number, stroke: string, more: Attributes = {}): VNode {
    const dash = round((0.8 * long) / 100) * (this.rtl ? -1 : 1);
    const all = points(data);
    const d = all
      .map(({ starts, ...at }, index) => {
        const place = `${this.at(x + (at.x * long) / 100)} ${round(y + (at.y * tall) / 100)}`;
        const alone = starts && all[index + 1]?.starts !== false;
        return (starts ? "M" : "L") + place + (alone ? `h${dash}h${-dash}` : "");
      })
      .join("");
    return <path d={d} fill="none" stroke={stroke} stroke-linejoin="round" stroke-linecap="round" {...more} />;
  }

  /** One line of text; `y` is the top of the line. */
  text(words: string, x: number, y: number, type: Type, align: Align = "start"): VNode[] {
    return this.set(
      { width: width(words, type), runs: [{ ...type, text: words, x: 0, width: width(words, type) }] },
      x,
      y,
      type.size,
      align,
    );
  }

  /** A line of runs at their measured positions; `x` is the line's start, middle or end, by `align`. */
  set({ width: whole, runs }: Line, x: number, y: number, size: number, align: Align = "start"): VNode[] {
    const from = align === "start" ? x : align === "middle" ? x - whole / 2 : x - whole;
    const left = this.rtl ? this.wide - from - whole : from;
    // Kerning makes drawn text a little shorter than measured, so text that ends at an edge is anchored there.
    const anchor =
      align === "middle" ? (runs.length === 1 ? "middle" : "start") : (align === "end") === this.rtl ? "start" : "end";
    const base = round(y + leading(size) / 2 + size * 0.36);
    const letters = runs.some(({ text }) => arabic(text));
    // A line without Arabic letters is read from left to right, and only its position is mirrored.
    const turned = this.rtl && letters;
    const drawn = (text: string): string => (this.visual ? text.replace(/[\u061c\u200e]/g, "") : text);
    return runs.flatMap((run) => {
      // Spaces at the ends of a text are not drawn, so it begins after them and ends before them.
      const words = run.text.trim();
      const [first, last] = [
        run.x + width(run.text, run) - width(run.text.trimStart(), run),
        run.x + width(run.text.trimEnd(), run),
      ];
      const [start, end] = turned ? [whole - last, whole - first] : [first, last];
      if (letters && this.visual) return this.pieces(words, run, left + start, base);
      const place = left + (anchor === "middle" ? whole / 2 : anchor === "end" ? end : start);
      return this.word(turned ? `\u2067${words}\u2069` : drawn(words), run, place, base, anchor, end - start);
    });
  }

  /** A piece of a line, at the height of its letters' feet; its length is fitted if the font is missing. */
  private word(
    words: string,
    run: Run,
    x: number,
    base: number,
    anchor: "start" | "middle" | "end",
    long: number,
    family?: string,
  ): VNode {
    const length = round(long) || undefined;
    return (
      <text
        x={round(x)}
        y={base}
        textLength={length}
        lengthAdjust={length && "spacingAndGlyphs"}
        font-family={family ?? familyOf(run)}
        font-size={round(run.size)}
        font-weight={run.weight === 600 ? 600 : undefined}
        text-anchor={anchor === "start" ? undefined : anchor}
        fill={run.colour ?? this.palette.ink}
      >
        {words}
      </text>
    );
  }

  /** A text from right to left as pieces from the left, with joined letters, each in the font that has them. */
  private pieces(words: string, run: Run, left: number, base: number): VNode[] {
    let x = left;
    return seen(words, this.rtl).flatMap((piece) => {
      const long = width(piece.text, run);
      const from = x;
      x += long;
      const family = piece.arabic ? ARABIC : undefined;
      return piece.text.trim() ? [this.word(piece.text, run, from, base, "start", long, family)] : [];
    });
  }

  /** A group with a name that graphics editors show; a number is added if the name is taken. */
  group(name: string, nodes: (VNode | null)[]): VNode {
    const own = name.replace(/[^A-Za-z0-9_-]+/g, "-");
    const many = (this.names.get(own) ?? 0) + 1;
    this.names.set(own, many);
    return <g id={many > 1 ? `${own}.${many}` : own}>{nodes}</g>;
  }

  /** Lines below each other, at the line height of `size`. */
  lines(list: Line[], x: number, y: number, size: number, align: Align = "start"): Drawn {
    return {
      nodes: list.flatMap((line, index) => this.set(line, x, y + index * leading(size), size, align)),
      height: list.length * leading(size),
    };
  }

  /** Text broken into lines of at most `room` px. */
  wrapped(runs: Run[], x: number, y: number, room: number, align: Align = "start"): Drawn {
    return this.lines(flow(runs, room), x, y, runs[0]!.size, align);
  }
}

/** Rounds a coordinate to two decimals. */
export const round = (value: number): number => Math.round(value * 100) / 100;
