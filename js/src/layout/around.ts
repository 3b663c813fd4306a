// Puts together the words around a drawing.
import type { Figure } from "../figure.ts";

/** The word before the sources. */
export const sourceWord = ({ frame, locale }: Figure): string =>
  frame.sources.length > 1 ? locale.words.sources : locale.words.source;

/** Sentences written from the data, and the author's own. */
export const notes = ({ frame }: Figure): string => [...frame.notes, frame.note].filter(Boolean).join(" ");

/** Byline and credit. */
export const signed = ({ frame }: Figure): string => [frame.byline, frame.credit].filter(Boolean).join(" · ");
