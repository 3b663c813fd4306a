// The cross-hair: the period that a reader points at, or moves to with arrow keys, and every named line's figure in it.
import type { Live } from "../../chart.ts";
import type { Reading } from "../../figure.ts";
import { mark, percent } from "../../style/inline.ts";

/** A slider over the whole plot, so that mouse, touch and keyboard all move it, and its value is read aloud. */
export function Cross({ label, periods, comma = ", ", lines, live }: Reading & { live: Live }) {
  const { year: at, to } = live.cross;
  const last = periods.length - 1;
  const now = Math.min(at ?? last, last);
  const place = now / (last || 1);
  // To the left of the hair, the figures have room for a few words also in a narrow plot.
  const side =
    place > 0.5 ? `inset-inline-end:min(${percent(1 - place)},100% - 7rem)` : `inset-inline-start:${percent(place)}`;
  const there = lines
    .map(({ at: heights, values, ...line }) => ({ ...line, height: heights[now]!, value: values[now]! }))
    .sort((a, b) => (a.height ?? 2) - (b.height ?? 2));
  const follow = ({ currentTarget, clientX }: { currentTarget: HTMLInputElement; clientX: number }): void => {
    const { left, right, width } = currentTarget.getBoundingClientRect();
    const from = getComputedStyle(currentTarget).direction === "rtl" ? right - clientX : clientX - left;
    to(Math.min(last, Math.max(0, Math.round((from / width) * last))));
  };
  return (
    <div class="tc-cross">
      {at !== undefined && (
        <div aria-hidden="true">
          <i style={`inset-inline-start:${percent(place)}`} />
          {there.map(
            ({ height, accent }) =>
              height !== null && (
                <em style={`inset-inline-start:${percent(place)};top:${percent(height)};${mark(accent) ?? ""}`} />
              ),
          )}
          {/* The figures are where the highest of the lines is not. */}
          <p style={`${side};${(there[0]!.height ?? 1) < 0.5 ? "bottom" : "top"}:0`}>
            <b>{periods[now]}</b>
            {there.map(({ text, value, accent }) => (
              <span style={mark(accent)}>
                {`${text} `}
                <b>{value}</b>
              </span>
            ))}
          </p>
        </div>
      )}
      <input
        type="range"
        max={last}
        value={now}
        aria-label={label}
        aria-valuetext={`${periods[now]}: ${there.map(({ text, value }) => `${text} ${value}`).join(comma)}`}
        onInput={({ currentTarget }) => to(Number(currentTarget.value))}
        onFocus={() => to(now)}
        onBlur={() => to()}
        onPointerDown={follow}
        onPointerMove={follow}
        onPointerLeave={({ pointerType, currentTarget }) => {
          // What a finger has chosen stays when it is lifted.
          if (pointerType === "mouse" && !currentTarget.matches(":focus-visible")) to();
        }}
      />
    </div>
  );
}
