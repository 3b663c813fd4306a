// The words around a drawing, put together.
import type { Figure } from "../figure.ts";

/** What opens the line of sources. */
export const sourceWord = ({ frame, locale }: Figure): string =>
  frame.sources.length > 1 ? locale.words.sources : locale.words.source;

/** Sentences written from the data, and the author's own. */
export const notes = ({ frame }: Figure): string => [...frame.notes, frame.note].filter(Boolean).join(" ");

/** Who wrote it, and whose chart it is. */
export const signed = ({ frame }: Figure): string => [frame.byline, frame.credit].filter(Boolean).join(" · ");
