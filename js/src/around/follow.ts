// Updates the words around a drawing that depend on the reader's choice; a page's script does not draw these words.
import type { Figure } from "../figure.ts";
import { notes, open } from "../layout/around.ts";

/** The words around the drawing, in the order of `PLACES`. */
const said = (figure: Figure): string[] => [figure.frame.headline, figure.frame.subtitle, open(figure), notes(figure)];
const PLACES = ["headline", "subtitle", "key", "notes"];

/** Replaces words that have changed, and the title and description of a page that has nothing but this drawing. */
export function follow(root: Element, before: Figure, now: Figure): void {
  const [old, words] = [said(before), said(now)];
  if (String([old, before.frame.alt]) === String([words, now.frame.alt])) return;
  words.forEach((text, index) => {
    const place = root.parentElement!.querySelector(`.tc-${PLACES[index]}`);
    if (place && text !== old[index]) place.textContent = text;
  });
  if (root.parentElement!.ariaLabel) root.parentElement!.ariaLabel = now.frame.alt;
  const about = document.querySelector<HTMLMetaElement>("[name=description]");
  if (about && document.contains(root)) {
    document.title = words[0] || words[1] || document.title;
    about.content = now.frame.alt;
    // The message with which a host asks for the height: the answer also has the new title.
    postMessage("height", "*");
  }
}
