// Lines over years at a fixed width, named at their ends.
import type { VNode } from "preact";
import type { LineName, Lines } from "../../figure.ts";
import { apart, before } from "../../layout/names.ts";
import { type Drawn, leading, type Pen } from "../../marks/pen.tsx";
import { sizes } from "../../style/sizes.ts";
import { flow, width } from "../../text/measure.ts";

/** Height of the plot. */
const TALL = sizes.plot;

/** The plot, and the events of its years above it. */
export function svg(block: Lines, pen: Pen, top: number): Drawn {
  const { palette, wide } = pen;
  const size = wide < sizes.wide ? sizes.tiny : sizes.small;
  const [gap, names] = wide < sizes.wide ? [14, block.letters * sizes.letter] : [24, block.letters * sizes.letterWide];
  const plot = { x: sizes.plotSide, long: wide - sizes.plotSide - gap - names };
  const x = (at: number): number => plot.x + at * plot.long;
  const key = series(block.series, pen, top + 12);
  let head = top + 14 + key.height;
  const events = block.events.map(({ at, text }, index) => {
    const from = head;
    const words = before(at, index)
      ? pen.wrapped([{ text, size }], x(at) - 4, head, x(at) - 4, "end")
      : pen.wrapped([{ text, size }], x(at) + 4, head, wide - x(at) - 4);
    head += words.height + sizes.eventFoot;
    return { at, from, words: words.nodes };
  });
  head += 18;
  const y = (at: number): number => head + at * TALL;

  const rules = block.rules.flatMap(({ at, text }) => [
    pen.line([0, y(at)], [plot.x + plot.long, y(at)], palette.rule),
    ...pen.text(text, 0, y(at) - leading(sizes.tiny) - 1, { size: sizes.tiny, colour: palette.soft }),
  ]);
  if (block.zero !== undefined)
    rules.push(pen.line([0, y(block.zero)], [plot.x + plot.long, y(block.zero)], palette.ink));
  // A row without figures has no line. Not `opacity`, for which a painter needs a layer per line.
  const drawn = block.lines
    .filter(({ path }) => path)
    .map(({ accent, out, dashed, path }) =>
      pen.path(path, plot.x, head, plot.long, TALL, accent ? pen.mark(accent) : palette.grey, {
        "stroke-width": out ? 2.5 : 1,
        "stroke-opacity": out ? undefined : 0.45,
        ...(dashed ? { "stroke-dasharray": "3 3", "stroke-linecap": "butt" } : {}),
      }),
    );
  const marks = events.flatMap(({ at, from, words }) => [
    pen.line([x(at), from], [x(at), head + TALL], palette.ink, { "stroke-dasharray": "3 3" }),
    ...words,
  ]);
  const named = ({ key, accent, text, value, y: place }: LineName, from: number, room: number): VNode[] => {
    const colour = accent ? pen.name(accent) : key ? palette.soft : palette.ink;
    // The font lacks U+254C, the dashed stroke.
    const words = text.replace("\u254c", "- -");
    // A figure stays on one line, unless it has words that the room is too narrow for.
    const bold = { size, weight: 600 as const };
    const whole = value.replaceAll(" ", "\u00a0");
    const list = flow(
      [
        ...(text ? [{ text: value ? `${words} ` : words, size, colour }] : []),
        ...(value ? [{ text: width(whole, bold) > room ? value : whole, ...bold, colour }] : []),
      ],
      room,
    );
    return pen.lines(list, from, y(place) - (list.length * leading(size)) / 2, size).nodes;
  };
  const ends = block.names.flatMap((name) => [
    pen.line([plot.x + plot.long + 2, y(name.at)], [plot.x + plot.long + gap - 2, y(name.y)], pen.mark(name.accent)),
    ...named(name, plot.x + plot.long + gap + 2, names - 4),
  ]);
  // On a narrow sheet a name at a start is without its figure, as on a narrow page.
  const starts = block.starts.flatMap((name) =>
    named(wide < sizes.startFigures ? { ...name, value: "" } : name, plot.x + 4, plot.long),
  );
  const all = wide >= sizes.wide || apart(block.years);
  const years = block.years.flatMap(({ at, text }, index) => [
    pen.line([x(at), head + TALL], [x(at), head + TALL + 4], palette.soft),
    ...(all || index === 0 || index === block.years.length - 1
      ? pen.text(text, x(at), head + TALL + 5, { size: sizes.tiny, colour: palette.soft }, "middle")
      : []),
  ]);
  const nodes = [
    ...key.nodes,
    ...(marks.length ? [pen.group("events", marks)] : []),
    pen.group("scale", rules),
    pen.group("paths", drawn),
    pen.group("names", [...starts, ...ends]),
    pen.group("years", years),
  ];
  return { nodes, height: head + TALL + 5 + leading(sizes.tiny) + 4 - top };
}

/** Names of the solid and the dashed lines. */
function series(words: string[], pen: Pen, top: number): Drawn {
  const line = leading(sizes.small) + 3;
  let [x, y] = [0, top];
  const nodes: VNode[] = words.flatMap((text, index) => {
    const long = 32 + width(text, { size: sizes.small });
    if (x > 0 && x + long > pen.wide) [x, y] = [0, y + line];
    const list = flow([{ text, size: sizes.small }], pen.wide - 32);
    const made = [
      pen.line([x, y + 9], [x + 25, y + 9], pen.palette.ink, {
        "stroke-width": 2,
        "stroke-dasharray": index ? "5 4" : undefined,
      }),
      ...pen.lines(list, x + 32, y, 13).nodes,
    ];
    y += (list.length - 1) * line;
    x += long + 19;
    return made;
  });
  return { nodes, height: words.length ? y + line - top : 0 };
}
