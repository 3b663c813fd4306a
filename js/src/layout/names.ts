// Names beside a plot, at the ends of lines: moved apart where they would overlap.
import type { LineName, Tick } from "../figure.ts";
import { spread } from "./spread.ts";

/** The height of a line of text in a name, as a share of the plot's height. */
export const ROOM = 0.065;
/** The letters of a line of text beside the plot on a phone, of names with figures. */
export const LETTERS = 13;

/**
 * Whether an event's words are before its line: past the middle, most of the room is there. Only the first event's
 * words may stand before its line: words of later events would cross the line of the first.
 */
export const before = (at: number, index: number): boolean => index === 0 && at > 0.6;

/** The share of the plot's width that a letter of a year takes on a phone, with the space between two years. */
const LETTER = 0.06;

/** Whether all years have room under the plot on a phone; else only the first and the last are written there. */
export const apart = (years: Tick[]): boolean =>
  years.slice(1).every(({ at, text }, index) => at - years[index]!.at >= LETTER * text.length);

/** A name before it has its place, and its height as a share of the plot's. */
export type Named = LineName & { room: number };

/** The height of a name with so many letters, of which a line has room for `most`. */
export const room = (letters: number, most = LETTERS): number => Math.ceil(letters / most) * ROOM;

/** Names in the order of their lines' ends, each as near to its own as the others allow. */
export function placed(list: Named[]): LineName[] {
  list.sort((a, b) => a.at - b.at);
  const places = spread(list);
  return list.map(({ key, accent, text, value, at }, index) => ({ key, accent, text, value, at, y: places[index]! }));
}
