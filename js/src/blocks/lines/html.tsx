// Lines over years in percent coordinates: an SVG stretched to its box, with every word beside it as text.
import type { VNode } from "preact";
import type { Live } from "../../chart.ts";
import type { Lines } from "../../figure.ts";
import { ticks } from "../../marks/ticks.tsx";
import { mark, percent } from "../../style/inline.ts";

const box = (paths: VNode[]): VNode => (
  // biome-ignore lint/a11y/noSvgWithoutTitle: hidden from screen readers, for the table says the same
  <svg viewBox="0 0 100 100" preserveAspectRatio="none">
    {paths}
  </svg>
);

/** The plot, hidden from screen readers, since the table has the same figures, and the remarks on its years. */
export function html({ series, lines, names, rules, years, span, remarks }: Lines, live: Live | null): VNode {
  return (
    <>
      <p class="tc-series">
        {series.map((each) => (
          <span>{each}</span>
        ))}
      </p>
      <div class="tc-lines" aria-hidden="true" {...live?.rows}>
        <div class="tc-plot">
          <i style={`inset-inline-start:${percent(span.from)};width:${percent(span.to - span.from)}`} />
          {ticks("b", "top", rules)}
          {box(
            lines.map(({ key, accent, out, dashed, path }) => (
              <path
                d={path}
                data-key={key}
                data-out={out || undefined}
                data-dashed={dashed || undefined}
                style={mark(accent)}
              />
            )),
          )}
          {ticks(
            "u",
            "inset-inline-start",
            remarks.map(({ at, mark: text }) => ({ at, text })),
          )}
        </div>
        {box(names.map(({ at, y }) => <line x2="100" y1={percent(at)} y2={percent(y)} />))}
        <div class="tc-names">
          {names.map(({ key, accent, text, value, y }) => (
            <span key={key + text + value} data-key={key} style={`top:${percent(y)};${mark(accent) ?? ""}`}>
              {`${text} `}
              <b>{value}</b>
            </span>
          ))}
        </div>
        <div class="tc-years">{ticks("span", "inset-inline-start", years)}</div>
      </div>
      <ol>
        {remarks.map(({ text }) => (
          <li>{text}</li>
        ))}
      </ol>
    </>
  );
}
