// Puts together the words around a drawing.
import type { Figure } from "../figure.ts";
import type { Frame, SourceLine } from "../spec.gen.ts";

/** The name of the table: the headline, or the next best words if the author left it out. */
export const caption = ({ headline, subtitle, alt }: Frame): string => headline || subtitle || alt;

/** The names of the sources as printed in one line, each once. */
const names = ({ frame }: Figure): string[] => [...new Set(frame.sources.map(({ short, text }) => short ?? text))];

/** The word before the sources, and their names. */
export function sourceLine(figure: Figure): [word: string, names: string] {
  const { words, semicolon = "; " } = figure.locale;
  const listed = names(figure);
  return [listed.length > 1 ? words.sources : words.source, listed.join(semicolon)];
}

/** frame.key, which decodes marks, and the author's own note: all that stands open under the drawing. */
export const open = ({ frame }: Figure): string => [...frame.key, frame.note].filter(Boolean).join(" ");

/** Background written from the data. */
export const notes = ({ frame }: Figure): string => frame.notes.join(" ");

/** The sources whose full title or address the line of names does not give. */
export const titles = ({ frame }: Figure): SourceLine[] => frame.sources.filter(({ short, url }) => short || url);

/** Byline and credit. */
export const signed = ({ frame }: Figure): string => [frame.byline, frame.credit].filter(Boolean).join(" · ");
