// The words around a drawing: headline and subtitle above, notes, source and dates below.
import type { VNode } from "preact";
import type { Figure } from "../figure.ts";
import { notes, signed, sourceWord } from "../layout/around.ts";
import { sources } from "./sources.ts";

const paragraph = (text: string): VNode | null => (text ? <p>{text}</p> : null);

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
        {sources(figure, (line) =>
          line.url ? (
            <a href={line.url} target="_blank" rel="noopener">
              {line.text}
            </a>
          ) : (
            line.text
          ),
        )}
      </p>
      {paragraph(signed(figure))}
      {frame.dateline?.map(paragraph)}
      {frame.logo && <img src={frame.logo.src} alt={frame.logo.alt} class="tc-logo" />}
    </section>
  );
}
