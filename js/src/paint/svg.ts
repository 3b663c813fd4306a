// Figure to a picture of a fixed size, for outputs without a browser to lay out a page.
import type { VNode } from "preact";
import * as around from "../around/svg.tsx";
import type { Figure } from "../figure.ts";
import type { Brand, Palette } from "../spec.gen.ts";
import { pictured, type Side } from "../style/brand.ts";
import { card } from "./card.ts";
import { drawn, sheet } from "./sheet.tsx";

/** A picture's sheet: px wide, as tall as the figure needs or as given, in colours for a ground or for print. */
export interface Sheet {
  wide: number;
  tall?: number;
  colours?: "print" | "light";
  /** Whether letters are joined and ordered here, for a painter that cannot. */
  visual?: boolean;
}

/** The figure as SVG. */
export function svg(figure: Figure, { wide, tall, colours, visual }: Sheet): VNode {
  const palette = coloured(figure.brand, colours ?? (figure.theme === "dark" ? "dark" : "light"));
  return tall === undefined
    ? sheet(figure, wide, drawn(figure, wide, palette, { ...around, visual }), palette)
    : card(figure, { wide, tall, visual }, palette);
}

function coloured(brand: Brand | undefined, scheme: Side | "print"): Palette {
  if (scheme === "print") {
    // Greys that can be told apart in print: each accent is much lighter or darker than the one before it.
    return {
      paper: "#ffffff",
      ink: "#000000",
      soft: "#3d3d3d",
      rule: "#c4c4c4",
      grey: "#949494",
      surplus: "#767676",
      third: "#5c5c5c",
      accents: ["#111111", "#6b6b6b", "#3d3d3d", "#757575", "#545454"],
      names: 0,
    };
  }
  // A house without a light ground is printed on ours.
  return brand?.[scheme] ?? pictured(scheme);
}
