// Lines over years at a fixed width, named at their ends.
import type { VNode } from "preact";
import type { Lines } from "../../figure.ts";
import { type Drawn, leading, type Pen } from "../../marks/pen.tsx";
import { sizes } from "../../style/sizes.ts";
import { flow, width } from "../../text/measure.ts";

/** Height of the plot, and the width at its start for the words of the scale. */
const [TALL, SCALE] = [sizes.plot, 36];

/** The plot and the remarks on its years. */
export function svg(block: Lines, pen: Pen, top: number): Drawn {
  const { palette, wide } = pen;
  const size = wide < sizes.wide ? sizes.tiny : sizes.small;
  const [gap, names] = wide < sizes.wide ? [14, 106] : [24, 168];
  const plot = { x: SCALE, long: wide - SCALE - gap - names };
  const key = series(block.series, pen, top + 12);
  // Marks of several remarks alternate between two heights.
  const head = top + 14 + key.height + (block.remarks.length > 1 ? 34 : 20);
  const x = (at: number): number => plot.x + at * plot.long;
  const y = (at: number): number => head + at * TALL;

  const rules = block.rules.flatMap(({ at, text }) => [
    pen.line([0, y(at)], [plot.x + plot.long, y(at)], palette.rule),
    ...pen.text(text, 0, y(at) - leading(sizes.tiny) - 1, { size: sizes.tiny, colour: palette.soft }),
  ]);
  // A row without figures has no line. For `opacity`, unlike `stroke-opacity`, a painter needs a layer per line.
  const drawn = block.lines
    .filter(({ path }) => path)
    .map(({ accent, out, dashed, path }) =>
      pen.path(path, plot.x, head, plot.long, TALL, accent ? pen.mark(accent) : palette.grey, {
        "stroke-width": out ? 2.5 : 1.5,
        "stroke-opacity": out ? undefined : 0.45,
        ...(dashed ? { "stroke-dasharray": "3 3", "stroke-linecap": "butt" } : {}),
      }),
    );
  const remarks = block.remarks.flatMap(({ at, mark }, index) => {
    const up = block.remarks.length > 1 && index % 2 === 0 ? 28 : 14;
    return [
      pen.line([x(at), head - up], [x(at), head + TALL], palette.ink, { "stroke-dasharray": "3 3" }),
      ...pen.text(mark, x(at) + 4, head - up - 2, { size: sizes.tiny }),
    ];
  });
  const ends = block.names.flatMap(({ accent, text, value, at, y: place }) => {
    const colour = accent ? pen.mark(accent) : palette.soft;
    // The font lacks U+254C, the dashed stroke.
    const words = text.replace("\u254c", "- -");
    const list = flow(
      [
        { text: `${words} `, size, colour },
        { text: value.replaceAll(" ", "\u00a0"), size, weight: 600, colour },
      ],
      names - 4,
    );
    return [
      pen.line([plot.x + plot.long + 2, y(at)], [plot.x + plot.long + gap - 2, y(place)], palette.grey, {
        "stroke-opacity": 0.7,
      }),
      ...pen.lines(list, plot.x + plot.long + gap + 2, y(place) - (list.length * leading(size)) / 2, size).nodes,
    ];
  });
  const shown = wide < sizes.wide ? [block.years[0]!, ...block.years.slice(1).slice(-1)] : block.years;
  const years = shown.flatMap(({ at, text }, index) =>
    pen.text(
      text,
      x(at),
      head + TALL + 5,
      { size: sizes.tiny, colour: palette.soft },
      index === 0 ? "start" : index === shown.length - 1 ? "end" : "middle",
    ),
  );
  const nodes = [
    ...key.nodes,
    pen.group("scale", [
      pen.rect(
        x(block.span.from),
        head,
        Math.max(1, (block.span.to - block.span.from) * plot.long),
        TALL,
        palette.rule,
        { "fill-opacity": 0.35 },
      ),
      ...rules,
    ]),
    pen.group("paths", drawn),
    ...(remarks.length ? [pen.group("remarks", remarks)] : []),
    pen.group("names", ends),
    pen.group("years", years),
  ];
  let foot = head + TALL + 5 + leading(sizes.tiny) + 4;
  block.remarks.forEach(({ text }, index) => {
    const list = pen.wrapped(
      [{ text: `${index + 1}.\u2002${text}`, size: sizes.small, colour: palette.soft }],
      0,
      foot,
      wide,
    );
    nodes.push(...list.nodes);
    foot += list.height;
  });
  return { nodes, height: foot - top };
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
