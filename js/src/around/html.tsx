// The words around a drawing: headline and subtitle above, key, source, notes and dates below.
import type { VNode } from "preact";
import type { Figure } from "../figure.ts";
import { key, notes, signed, sourceLine, titles } from "../layout/around.ts";
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

/** The line of sources. It opens the notes, if there are any: background, and the full titles of the sources. */
function Source({ figure, follow }: { figure: Figure; follow: boolean }) {
  const [word, names] = sourceLine(figure);
  const [told, list] = [notes(figure), titles(figure)];
  const line = (
    <>
      <b>{word}</b> {names}
    </>
  );
  if (!told && !list.length && !follow) return <p class="tc-source">{line}</p>;
  return (
    <details class="tc-source">
      <summary>
        {line} <span>·</span> <u>{figure.locale.words.notes}</u>
      </summary>
      {told || follow ? <p class="tc-notes">{told}</p> : null}
      {list.length > 0 && (
        <p>
          {sources(list, ({ url, text }) => (
            <a href={url} target="_blank" rel="noopener">
              {text}
            </a>
          ))}
        </p>
      )}
    </details>
  );
}

/**
 * What decodes marks, the line of sources with the notes behind it, credits, and the dates of publication and correction.
 * They are not in a div, which a browser's reader view may take for a list of links if a source has a long name.
 */
export function Foot({ figure }: { figure: Figure }) {
  const { frame, blocks } = figure;
  // Words that depend on the reader's period are found by their class, so their element exists even when it is empty.
  const follow = blocks.some((each) => each.kind === "period" || (each.kind === "table" && each.fold));
  return (
    <section class="tc-foot">
      {key(figure) || follow ? <p class="tc-key">{key(figure)}</p> : null}
      <Source figure={figure} follow={follow} />
      {paragraph(signed(figure))}
      {frame.dateline?.map(paragraph)}
      {frame.logo && <img src={frame.logo.src} alt={frame.logo.alt} class="tc-logo" />}
    </section>
  );
}
