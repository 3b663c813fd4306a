// Finds faults in the geometry of a picture, from its SVG markup.
import { width } from "../../js/src/text/measure.ts";

interface Box {
  what: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Text with its entities decoded. */
export const unescaped = (text: string): string =>
  text.replace(
    /&(lt|gt|quot|amp|#39);/g,
    (_, name: string) => ({ lt: "<", gt: ">", quot: '"', amp: "&", "#39": "'" })[name]!,
  );
const attributes = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(/([\w-]+)="([^"]*)"/g)].map((each) => [each[1]!, unescaped(each[2]!)]));

/** Texts of a picture in document order. */
export const texts = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((each) => unescaped(each[1]!));

/** Faults: anything outside the sheet, and text over other text, a bar or a dot. */
export function faults(svg: string): string[] {
  const sheet = attributes(svg.match(/^<svg[^>]*>/)![0]);
  const [, , wide, tall] = sheet.viewBox!.split(" ").map(Number) as [number, number, number, number];
  const [, left, top, scale = "1"] = svg.match(
    /<g id="\w+" transform="translate\(([\d.]+) ([\d.]+)\)(?: scale\(([\d.]+)\))?"/,
  )!;
  const [x0, y0, by] = [Number(left), Number(top), Number(scale)];
  const place = (box: Box): Box => ({
    ...box,
    left: x0 + box.left * by,
    right: x0 + box.right * by,
    top: y0 + box.top * by,
    bottom: y0 + box.bottom * by,
  });
  const words = [...svg.matchAll(/<text([^>]*)>([^<]*)<\/text>/g)].map(([, own, text]) => {
    const { x, y, "font-size": size, "font-weight": weight, "text-anchor": anchor } = attributes(own!);
    const what = unescaped(text!);
    const long = width(what.trim(), { size: Number(size), weight: weight ? 600 : 400 });
    const from = Number(x) - (anchor === "end" ? long : anchor === "middle" ? long / 2 : 0);
    return place({
      what,
      left: from,
      right: from + long,
      top: Number(y) - Number(size) * 0.73,
      bottom: Number(y) + Number(size) * 0.2,
    });
  });
  const ground = svg.match(/<rect id="ground"[^>]*fill="([^"]*)"/)![1];
  const marks = [...svg.matchAll(/<(rect|circle) ([^>]*)>/g)].flatMap(([, kind, own]) => {
    const { id, x, y, width: long, height: high, cx, cy, r, fill, "fill-opacity": thin } = attributes(own!);
    if (id || (fill === ground && kind === "rect") || thin === "0.35") return [];
    const box =
      kind === "rect"
        ? { left: Number(x), top: Number(y), right: Number(x) + Number(long), bottom: Number(y) + Number(high) }
        : {
            left: Number(cx) - Number(r),
            top: Number(cy) - Number(r),
            right: Number(cx) + Number(r),
            bottom: Number(cy) + Number(r),
          };
    return [place({ what: kind!, ...box })];
  });
  const found: string[] = [];
  for (const box of [...words, ...marks]) {
    if (box.left < -0.5 || box.right > wide + 0.5 || box.top < -0.5 || box.bottom > tall + 0.5)
      found.push(`outside: ${box.what}`);
  }
  const over = (a: Box, b: Box): boolean =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
  words.sort((a, b) => a.top - b.top);
  words.forEach((word, index) => {
    for (let next = index + 1; next < words.length && words[next]!.top < word.bottom; next++) {
      if (over(word, words[next]!)) found.push(`overlaps: ${word.what} and ${words[next]!.what}`);
    }
    for (const mark of marks) if (over(word, mark)) found.push(`overlaps: ${word.what} and a ${mark.what}`);
  });
  return [...new Set(found)];
}
