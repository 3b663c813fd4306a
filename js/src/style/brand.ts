// A house's style in outputs with style sheets: its colours and fonts as custom properties around the chart.
import type { Beside, Figure } from "../figure.ts";
import type { Brand, Font, Palette, Theme } from "../spec.gen.ts";
import { palettes } from "./palette.gen.ts";

export type Side = "light" | "dark";
const SIDES = ["light", "dark"] as const;

/** Space around a chart on a ground of its own, in px. */
export const PADDING = 12;

/** The scheme of a chart with this brand: a house that has one ground has it in every scheme. */
export const themed = (brand: Brand | undefined, theme: Theme): Theme =>
  brand?.light && brand.dark ? theme : brand?.dark ? "dark" : brand?.light ? "light" : theme;

/** The house's colours on this side. */
export const palette = (brand: Brand, side: Side): Palette => (brand[side] ?? brand.light ?? brand.dark)!;

/** The figure in its house's style: the scheme, and what the house puts beside the foot. */
export function dressed(figure: Figure, given: Theme = figure.theme): Figure {
  const { brand, frame } = figure;
  if (!brand) return figure;
  const theme = themed(brand, given);
  const { light, dark, alt, tall } = brand.logo ?? {};
  const other = theme === "auto" && light && dark ? { dark } : {};
  const src = theme === "dark" ? (dark ?? light) : (light ?? dark);
  const beside: Beside = {
    ...(brand.corner ? { words: brand.corner } : {}),
    // The author's own logo stands in for that of the house.
    ...(src && !frame.logo ? { logo: { src, alt: alt ?? "", tall: tall!, ...other } } : {}),
  };
  return { ...figure, theme, ...(beside.words || beside.logo ? { beside } : {}) };
}

/** Every property by its name, for one side. */
function colours(from: Palette): Record<string, string> {
  const { accents, names, ...others } = from;
  // Rows beyond the house's accents are grey.
  const all = [0, 1, 2, 3, 4].map((each) => [`accent-${each + 1}`, accents[each] ?? from.grey]);
  return { ...others, ...Object.fromEntries(all), names: `${Math.round(100 * names)}%` };
}

const declared = (values: Record<string, string>): string =>
  Object.entries(values)
    .map(([name, value]) => `--tc-${name}:${value};`)
    .join("");

/** A font's name in pages, where it is reduced to some letters: a site may have the whole font under its own name. */
const own = ({ family, regular, bold }: Font): string => (regular || bold ? `"tc ${family}",` : "");
const stack = (font: Font): string => `${own(font)}"${font.family}",${font.fallback}`;

function typed({ font, headings }: Brand): Record<string, string> {
  return {
    ...(font ? { font: stack(font) } : {}),
    ...(headings ? { "headline-font": stack(headings) } : {}),
  };
}

/** The house's fonts, for the document: a shadow root has none of its own. */
export function faces({ font, headings }: Brand): string {
  const rules: string[] = [];
  for (const each of [font, headings]) {
    for (const [use, weights] of [
      ["regular", "100 500"],
      ["bold", "501 900"],
    ] as const) {
      const face = each?.[use];
      if (face) rules.push(`@font-face{font-family:"tc ${each.family}";font-weight:${weights};src:url(${face.src})}`);
    }
  }
  return [...new Set(rules)].join("");
}

/** The properties of one side, for the element around a chart. */
export const properties = (brand: Brand, side: Side): string =>
  declared({ padding: `${PADDING}px`, ...typed(brand), ...colours(palette(brand, side)) });

/** The properties for the elements that `scope` selects, in the scheme of the chart. */
export function sheet(brand: Brand, given: Theme, scope: string): string {
  const theme = themed(brand, given);
  const always = `${scope}{${declared({ padding: `${PADDING}px`, ...typed(brand) })}}`;
  if (theme !== "auto") {
    const rule = `${scope}{${declared(colours(palette(brand, theme)))}}`;
    // Paper is light: a dark chart is printed in the house's light colours, or else in ours.
    const printed = brand.light ? `@media print{${scope}{${declared(colours(brand.light))}}}` : "";
    return always + (theme === "dark" ? `@media screen{${rule}}${printed}` : rule);
  }
  const [light, dark] = SIDES.map((side) => colours(palette(brand, side))) as [
    Record<string, string>,
    Record<string, string>,
  ];
  const both = Object.entries(light).map(([name, value]) => [
    name,
    // light-dark() takes no percentage: both schemes get the lower share.
    name === "names"
      ? `${Math.min(parseFloat(value), parseFloat(dark[name]!))}%`
      : `light-dark(${value},${dark[name] ?? dark.ink})`,
  ]);
  return `${always}${scope}{${declared(light)}}@supports(color:light-dark(red,red)){${scope}{${declared(Object.fromEntries(both))}}}`;
}

const parts = (colour: string): number[] => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));

/** A mixture of two colours, with this share of the first. */
export function mixed(one: string, other: string, share: number): string {
  const others = parts(other);
  const both = parts(one).map((each, index) => Math.round(share * each + (1 - share) * others[index]!));
  return `#${both.map((each) => each.toString(16).padStart(2, "0")).join("")}`;
}

/** Colours for pictures: our own, or those of the house. */
export function pictured(side: Side): Palette {
  const { ink, soft, rule, grey, surplus, third, ...accents } = palettes[side];
  const paper = side === "dark" ? "#141517" : "#ffffff";
  return { paper, ink, soft, rule, grey, surplus, third, accents: Object.values(accents), names: 1 };
}
