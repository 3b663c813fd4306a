// The words around a drawing with inline styles alone.
import type { VNode } from "preact";
import type { Figure } from "../figure.ts";
import { notes, open, signed, sourceLine, titles } from "../layout/around.ts";
import { GROUND, HEADLINE, SOFT } from "../style/ink.ts";
import { sources } from "./sources.ts";

/** Headline and subtitle, the drawing, key, sources and notes. */
export function safe(figure: Figure, body: (VNode | null)[]): VNode {
  const { frame } = figure;
  // The words are not a caption, which sites style as a line under a photograph.
  const small = "margin:.2em 0;font-size:.85em;line-height:1.4";
  const [word, names] = sourceLine(figure);
  const [told, list] = [notes(figure), titles(figure)];
  const line = (
    <>
      <strong>{word}</strong> {names}
    </>
  );
  return (
    <figure
      style={`margin:1.5em 0;max-width:720px;${GROUND};line-height:1.35;overflow:auto`}
      lang={figure.locale.tag}
      dir={figure.locale.dir}
    >
      {frame.headline ? (
        <p style={`margin:0;font-size:1.25em;line-height:1.25${HEADLINE}`}>
          <strong>{frame.headline}</strong>
        </p>
      ) : null}
      {frame.subtitle ? <p style={`margin:.25em 0;${SOFT}`}>{frame.subtitle}</p> : null}
      {body}
      {open(figure) ? <p style={small}>{open(figure)}</p> : null}
      {told || list.length ? (
        <details style={small}>
          <summary style="cursor:pointer">
            {line} · <u>{figure.locale.words.notes}</u>
          </summary>
          {told ? <p style="margin:.2em 0">{told}</p> : null}
          {list.length ? (
            <p style="margin:.2em 0">
              {sources(list, figure.locale.semicolon, ({ url, text }) => (
                <a href={url} style="color:inherit">
                  {text}
                </a>
              ))}
            </p>
          ) : null}
        </details>
      ) : (
        <p style={small}>{line}</p>
      )}
      {signed(figure) ? <p style={small}>{signed(figure)}</p> : null}
      {frame.dateline?.map((entry) => (
        <p style={small}>{entry}</p>
      ))}
      {figure.beside?.words ? <p style={small}>{figure.beside.words}</p> : null}
    </figure>
  );
}
