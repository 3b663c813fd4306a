// The words around a drawing: headline and subtitle above, key, source, notes and dates below.
import type { VNode } from "preact";
import type { Beside, Figure } from "../figure.ts";
import { notes, open, signed, sourceLine, titles } from "../layout/around.ts";
import { sources } from "./sources.ts";

const paragraph = (text: string): VNode | null => (text ? <p>{text}</p> : null);

/** A text in which no range, such as "1994–2013", is divided at the end of a line. */
const undivided = (text: string): (string | VNode)[] =>
  text
    .split(/(\p{Nd}+–\p{Nd}+)/u)
    .map((part, index) => (index % 2 ? <span style="white-space:nowrap">{part}</span> : part));

/** Headline and subtitle; `Headline` is the element that fits the host page. */
export function Top({ figure, headline: Headline }: { figure: Figure; headline: "h1" | "p" }) {
  const { headline, subtitle } = figure.frame;
  return (
    <figcaption>
      {headline ? <Headline class="tc-headline">{undivided(headline)}</Headline> : null}
      {subtitle ? <p class="tc-subtitle">{undivided(subtitle)}</p> : null}
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
          {sources(list, figure.locale.semicolon, ({ url, text }) => (
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
 * What a house puts beside the foot, at the end of the line of sources where there is room. Its styles stand here, as
 * few pages have them.
 */
function House({ beside, paper, page }: { beside: Beside; paper: string | undefined; page: boolean }) {
  const { words, logo } = beside;
  const size =
    logo &&
    `height:${logo.tall}px;max-width:${LONGEST * logo.tall}px;margin-inline-start:4px;object-fit:contain;vertical-align:middle`;
  // In another site the reader's system does not say whether the ground is dark: the logo for light grounds gets a
  // ground of its own there.
  const chip = logo?.dark && !page ? `;background:${paper};padding:4px;box-sizing:content-box` : "";
  const picture = logo && <img src={logo.src} alt={logo.alt} style={size + chip} />;
  return (
    <p class="tc-house" style="flex:0 1 auto;order:0;margin-inline-start:auto">
      {words}{" "}
      {logo?.dark && page ? (
        <picture>
          <source srcset={logo.dark} media="(prefers-color-scheme:dark)" />
          {picture}
        </picture>
      ) : (
        picture
      )}
    </p>
  );
}

/** A logo is at most this many times as wide as it is high. */
const LONGEST = 4;

/**
 * What decodes marks, the line of sources with the notes behind it, credits, and the dates of publication and
 * correction. They are not in a div, which a browser's reader view may take for a list of links if a source has a long
 * name.
 */
export function Foot({ figure, page }: { figure: Figure; page: boolean }) {
  const { frame, blocks } = figure;
  // Words that depend on the reader's period are found by their class, so their element exists even when it is empty.
  const follow = blocks.some((each) => each.kind === "period" || (each.kind === "table" && each.fold));
  return (
    <section class="tc-foot">
      {open(figure) || follow ? <p class="tc-key">{open(figure)}</p> : null}
      <Source figure={figure} follow={follow} />
      {paragraph(signed(figure))}
      {frame.dateline?.map(paragraph)}
      {frame.logo && <img src={frame.logo.src} alt={frame.logo.alt} class="tc-logo" />}
      {figure.beside && <House beside={figure.beside} paper={figure.brand?.light?.paper} page={page} />}
    </section>
  );
}
