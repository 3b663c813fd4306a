// Lines over years or months in percent coordinates: an SVG stretched to its box, with every word beside it as text.
import type { VNode } from "preact";
import type { Live } from "../../chart.ts";
import type { LineName, Lines } from "../../figure.ts";
import { apart, before } from "../../layout/names.ts";
import { ticks } from "../../marks/ticks.tsx";
import { mark, percent } from "../../style/inline.ts";
import { Cross } from "./cross.tsx";

const box = (paths: VNode[]): VNode => (
  <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
    {paths}
  </svg>
);

const named = ({ key, accent, text, value, y }: LineName): VNode => (
  <span key={key + text + value} data-key={key || undefined} style={`top:${percent(y)};${mark(accent) ?? ""}`}>
    {text && `${text} `}
    <b>{value}</b>
  </span>
);

/** The plot, hidden from screen readers, since the table has the same figures; its events; and a period control. */
export function html(
  { series, lines, names, letters, starts, rules, zero, years, events, reading }: Lines,
  live: Live | null,
): VNode {
  const row = events.length + 1;
  return (
    <>
      <p class="tc-series">
        {series.map((each) => (
          <span>{each}</span>
        ))}
      </p>
      <div class="tc-lines" style={`--row:${row};--letters:${letters}`}>
        {events.map(({ at, text }, index) => (
          <p data-before={before(at, index) || undefined} style={`grid-row:${index + 1};--at:${at.toFixed(4)}`}>
            {text}
          </p>
        ))}
        {events.map(({ at, text }, index) => (
          <u key={`|${text}`} style={`grid-row:${index + 1}/${row + 1};--at:${at.toFixed(4)}`} />
        ))}
        <div class="tc-plot" aria-hidden="true">
          {ticks("b", "top", rules)}
          {zero !== undefined && <b style={`top:${percent(zero)}`} />}
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
          <div class="tc-names">{starts.map(named)}</div>
        </div>
        {box(names.map(({ accent, at, y }) => <line x2="100" y1={percent(at)} y2={percent(y)} style={mark(accent)} />))}
        <div class="tc-names" aria-hidden="true" {...live?.rows}>
          {names.map(named)}
        </div>
        <div class="tc-years" data-all={apart(years) || undefined} aria-hidden="true">
          {ticks("span", "inset-inline-start", years)}
        </div>
        {live && reading.lines[0] && <Cross {...reading} live={live} />}
      </div>
    </>
  );
}
