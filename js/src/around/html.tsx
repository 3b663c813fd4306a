// The words around a drawing: headline and subtitle above, notes, source and dates below.
import type { VNode } from "preact";
import { SOFT } from "../style/ink.ts";
import type { Figure } from "../figure.ts";
import type { SourceLine } from "../spec.gen.ts";

function sources(figure: Figure, link: (line: SourceLine) => VNode | string): (VNode | string)[] {
  const { sources: list } = figure.frame;
  return list.flatMap((line, index) => [index ? "; " : " ", link(line)]);
}

const sourceWord = ({ frame, locale }: Figure): string =>
  frame.sources.length > 1 ? locale.words.sources : locale.words.source;

/** Sentences written from the data, and the author's own. */
export const notes = ({ frame }: Figure): string => [...frame.notes, frame.note].filter(Boolean).join(" ");

const signed = ({ frame }: Figure): string => [frame.byline, frame.credit].filter(Boolean).join(" · ");

const paragraph = (text: string): VNode | null => text ? <p>{text}</p> : null;

/** Headline and subtitle; `Headline` is the element the host page wants. */
export function Top({ figure, headline: Headline }: { figure: Figure; headline: "h1" | "p" }) {
  const { headline, subtitle } = figure.frame;
  return (
    <figcaption>
      {headline ? <Headline class="tc-headline">{headline}</Headline> : null}
      {subtitle ? <p class="tc-subtitle">{subtitle}</p> : null}
    </figcaption>
  );
}

/**
 * Notes, source, who made it, and when it was published or put right. Not in a div: a browser's reader view takes one for
 * a list of links where a source has a long name.
 */
export function Foot({ figure }: { figure: Figure }) {
  const { frame, blocks } = figure;
  // Notes that follow the reader's period are found by their class, and have a place where there are none yet.
  const follow = blocks.some(({ kind }) => kind === "period");
  return (
    <section class="tc-foot">
      {follow ? <p class="tc-notes">{notes(figure)}</p> : paragraph(notes(figure))}
      <p>
        <b>{sourceWord(figure)}</b>
        {sources(figure, (line) => line.url ? <a href={line.url} target="_blank" rel="noopener">{line.text}</a> : line.text)}
      </p>
      {paragraph(signed(figure))}
      {frame.dateline?.map(paragraph)}
      {frame.logo && <img src={frame.logo.src} alt={frame.logo.alt} class="tc-logo" />}
    </section>
  );
}

/** The same words with inline styles alone. */
export function safe(figure: Figure, body: (VNode | null)[]): VNode {
  const { frame } = figure;
  // Not a caption: a site's own style for captions is made for a line under a photograph.
  const small = "margin:.2em 0;font-size:.85em;line-height:1.4";
  return (
    <figure style="margin:1.5em 0;max-width:720px;font-family:system-ui,sans-serif;line-height:1.35;overflow:auto" lang={figure.locale.tag} dir={figure.locale.dir}>
      {frame.headline ? <p style="margin:0;font-size:1.25em;line-height:1.25"><strong>{frame.headline}</strong></p> : null}
      {frame.subtitle ? <p style={`margin:.25em 0;${SOFT}`}>{frame.subtitle}</p> : null}
      {body}
      {notes(figure) ? <p style={small}>{notes(figure)}</p> : null}
      <p style={small}>
        <strong>{sourceWord(figure)}</strong>
        {sources(figure, (line) => line.url ? <a href={line.url} style="color:inherit">{line.text}</a> : line.text)}
      </p>
      {signed(figure) ? <p style={small}>{signed(figure)}</p> : null}
      {frame.dateline?.map((entry) => <p style={small}>{entry}</p>)}
    </figure>
  );
}
