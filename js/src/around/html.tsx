// The words around a drawing: headline and subtitle above, notes, source and dates below.
import type { VNode } from "preact";
import type { Figure } from "../figure.ts";
import { notes, signed, sourceWord } from "../layout/around.ts";
import { sources } from "./sources.ts";

const paragraph = (text: string): VNode | null => (text ? <p>{text}</p> : null);

/** Headline and subtitle; `Headline` is the element that fits the host page. */
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
 * Notes, sources, credits, and the dates of publication and correction. They are not in a div, which a browser's reader
 * view may take for a list of links if a source has a long name.
 */
export function Foot({ figure }: { figure: Figure }) {
  const { frame, blocks } = figure;
  // Notes that depend on the reader's period are found by their class, so their element exists even when it is empty.
  const follow = blocks.some((each) => each.kind === "period" || (each.kind === "table" && each.fold));
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
