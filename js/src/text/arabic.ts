// Arabic letters as they are joined, to measure them, and lines in the order in which they are seen, for PDFs.

/** Whether a text has Arabic letters, so that it runs from right to left. */
export const arabic = (text: string): boolean => /[\u0600-\u06ff]/.test(text);

/**
 * How many forms each letter from U+0621 on has: 1 alone, 2 also after a joining letter, 4 also before one. Unicode's
 * presentation forms follow each other in this order from U+FE80 on, as alone, last, first, between.
 */
const FORMS = "1222242424444422224444444400000044444442".concat("24");
const LETTER = 0x621;
const PRESENTED = 0xfe80;
/** Unicode's ligatures of lam with each of these letters, alone and after a joining letter. */
const LAM = "\u0644";
const ALEFS = "\u0622\u0623\u0625\u0627";
const LIGATURES = 0xfef5;
const TATWEEL = "\u0640";
/** Marks above and below letters, which join nothing. */
const MARK = /[\u064b-\u0652\u0670]/;

const starts = [...FORMS].map(
  (_, place) => PRESENTED + [...FORMS.slice(0, place)].reduce((sum, each) => sum + Number(each), 0),
);

const forms = (letter: string | undefined): number =>
  letter === TATWEEL ? 4 : Number(FORMS[(letter?.codePointAt(0) ?? 0) - LETTER] ?? 0);

/** A text with its Arabic letters as presentation forms, which have the widths that the letters are drawn with. */
export function joined(text: string): string {
  if (!arabic(text)) return text;
  const letters = [...text];
  const made: string[] = [];
  let before = false;
  for (let place = 0; place < letters.length; place++) {
    const letter = letters[place]!;
    if (MARK.test(letter)) {
      made.push(letter);
      continue;
    }
    const alef = letter === LAM ? ALEFS.indexOf(letters[place + 1] ?? " ") : -1;
    if (alef >= 0) {
      made.push(String.fromCodePoint(LIGATURES + 2 * alef + Number(before)));
      before = false;
      place++;
      continue;
    }
    const own = forms(letter);
    const after = own === 4 && forms(letters.slice(place + 1).find((each) => !MARK.test(each))) > 1;
    const form = before && own > 1 ? (after ? 3 : 1) : after ? 2 : 0;
    const there = own > 0 && letter !== TATWEEL;
    made.push(there ? String.fromCodePoint(starts[letter.codePointAt(0)! - LETTER]! + form) : letter);
    before = own === 4;
  }
  return made.join("");
}

/** What of a line that runs from right to left is read from left to right: numbers, and words in Latin letters. */
const ACROSS =
  /\u200e?(?<!\u061c)[−+<]?[\p{Script=Latin}\p{Nd}](?:[\p{Script=Latin}\p{Nd}.,:/'’%&@_\u066b\u066c\u200e-]|[ \u00a0](?=\p{Script=Latin}))*(?<![.,:])/gu;
/** What of a line that runs from left to right is read from right to left. */
const ARABIC = /[\u0600-\u06ff]+(?:[ \u00a0][\u0600-\u06ff]+)*/g;
/** Numbers, words, Arabic punctuation, spaces, and signs, for which the font of Arabic letters has no shapes. */
const PIECES =
  /[\u0660-\u066c]+|[\u0620-\u065f\u066d-\u06ff\ufe70-\ufeff]+|[،؛؟]|[ \u00a0]+|[^\u0600-\u06ff\ufe70-\ufeff \u00a0]+/g;
const MIRRORED: Record<string, string> = { "(": ")", ")": "(", "«": "»", "»": "«", "[": "]", "]": "[" };

/** A line in pieces from the left, and whether they are Arabic: these have joined letters, in the order of reading. */
export function seen(text: string, rtl: boolean): { text: string; arabic: boolean }[] {
  // What is found by either pattern, and what stands before, between and after.
  const parts: [string, boolean][] = [];
  let last = 0;
  for (const found of text.matchAll(rtl ? ACROSS : ARABIC)) {
    parts.push([text.slice(last, found.index), rtl], [found[0], !rtl]);
    last = found.index + found[0].length;
  }
  parts.push([text.slice(last), rtl]);
  return (rtl ? parts.reverse() : parts)
    .map(([part, turned]) => (turned ? backwards(part) : part))
    .flatMap((part) => part.replace(/[\u061c\u200e]/g, "").match(PIECES) ?? [])
    .map((piece) =>
      /[\u0600-\u06ff\ufe70-\ufeff]/.test(piece)
        ? { text: /[\u0660-\u066c]/.test(piece) ? piece : [...piece].reverse().join(""), arabic: true }
        : { text: piece, arabic: false },
    );
}

const backwards = (text: string): string =>
  [...joined(text)]
    .reverse()
    .map((each) => MIRRORED[each] ?? each)
    .join("");
