// The words around a drawing, of which a page's script draws nothing: those that follow the reader's choice are put in.
import type { Figure } from "../figure.ts";
import { notes } from "../layout/around.ts";

/** What stands around, in the order of `PLACES`. */
const said = (figure: Figure): string[] => [figure.frame.headline, figure.frame.subtitle, notes(figure)];
const PLACES = ["headline", "subtitle", "notes"];

/** Puts in what is said otherwise than before, and tells it to the page, where the drawing is all of it. */
export function follow(root: Element, before: Figure, now: Figure): void {
  const [old, words] = [said(before), said(now)];
  if (String([old, before.frame.alt]) === String([words, now.frame.alt])) return;
  words.forEach((text, index) => {
    const place = root.parentElement!.querySelector(`.tc-${PLACES[index]}`);
    if (place && text !== old[index]) place.textContent = text;
  });
  const about = document.querySelector<HTMLMetaElement>("[name=description]");
  if (about && document.contains(root)) {
    document.title = words[0] || words[1] || document.title;
    about.content = now.frame.alt;
    // As a page around asks: it is told the title.
    postMessage("height", "*");
  }
}
