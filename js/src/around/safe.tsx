// The words around a drawing with inline styles alone.
import type { VNode } from "preact";
import type { Figure } from "../figure.ts";
import { notes, signed, sourceWord } from "../layout/around.ts";
import { SOFT } from "../style/ink.ts";
import { sources } from "./sources.ts";

/** Headline and subtitle, the drawing, notes and sources. */
export function safe(figure: Figure, body: (VNode | null)[]): VNode {
  const { frame } = figure;
  // The words are not a caption, which sites style as a line under a photograph.
  const small = "margin:.2em 0;font-size:.85em;line-height:1.4";
  return (
    <figure
      style="margin:1.5em 0;max-width:720px;font-family:system-ui,sans-serif;line-height:1.35;overflow:auto"
      lang={figure.locale.tag}
      dir={figure.locale.dir}
    >
      {frame.headline ? (
        <p style="margin:0;font-size:1.25em;line-height:1.25">
          <strong>{frame.headline}</strong>
        </p>
      ) : null}
      {frame.subtitle ? <p style={`margin:.25em 0;${SOFT}`}>{frame.subtitle}</p> : null}
      {body}
      {notes(figure) ? <p style={small}>{notes(figure)}</p> : null}
      <p style={small}>
        <strong>{sourceWord(figure)}</strong>
        {sources(figure, (line) =>
          line.url ? (
            <a href={line.url} style="color:inherit">
              {line.text}
            </a>
          ) : (
            line.text
          ),
        )}
      </p>
      {signed(figure) ? <p style={small}>{signed(figure)}</p> : null}
      {frame.dateline?.map((entry) => (
        <p style={small}>{entry}</p>
      ))}
    </figure>
  );
}
