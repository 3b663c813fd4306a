// Sizes in px, each said once: pictures and the heights of frames import them, style sheets name them as
// var(--size-bar-wide), which the build replaces by so many rem. "Wide" is the layout on one line.

/** A size that follows the width of the chart, between two bounds. */
export interface Fluid {
  least: number;
  share: number;
  most: number;
}

export const sizes = {
  /** Width from which on a name, its bar and its value share a line. */
  wide: 576,
  /** Width up to which a small line stands under the bar. */
  sparkUnder: 272,
  /** Width up to which figures stand closer. */
  dense: 288,

  // Text: of a row, of what stands back, of a narrow column's title and a scale, of a mark beside a name.
  body: 15,
  small: 13,
  tiny: 12,
  mark: 11,
  /** Text of a row, which shrinks where it is narrow. */
  row: { least: 13, share: 0.054, most: 15 },
  headline: 20,
  headlineWide: 24,

  /** Between columns. */
  gap: { least: 8, share: 0.03, most: 16 },
  /** Over and under what is in a row. */
  rowTop: 6.4,
  rowFoot: 7.2,
  rowWide: 3.52,

  bar: 11.2,
  barWide: 16.8,
  /** Between a name and the bar under it. */
  barTop: 3.2,
  /** How far the line at zero reaches beyond a bar. */
  beyond: 3.2,
  beyondWide: 5.6,
  /** A dot of a pair, across. */
  pair: 11.2,
  /** Over a remark. */
  remarkTop: 4.8,
  remarkTopWide: 3.2,

  // Widths of columns: of small lines, of dots on a scale, and the most of names beside bars alone and beside either.
  spark: { least: 92, share: 0.27, most: 136 },
  sparkWide: { least: 136, share: 0.26, most: 192 },
  dot: { least: 64, share: 0.22, most: 128 },
  dotWide: 152,
  names: 208,
  namesBesideSparks: 192,

  /** Over a table, a sentence of a period, a read-out and a column's ticks. */
  tableTop: 14.4,
  periodTop: 9.6,
  readoutTop: 5.6,
  axisTop: 4.8,
  /** Two lines of words over ticks. */
  axis: 38.4,
  /** Under the titles of columns. */
  titlesFoot: 3.2,

  plot: 240,
  /** Over the lines, and where two marks stand there one over the other. */
  plotTop: 22.4,
  plotTopMarks: 35.2,
  plotFoot: 8,
  /** The years under the lines. */
  years: 22.4,
} as const satisfies Record<string, number | Fluid>;

/** A size between its bounds, in a chart of this width. */
export const fluid = ({ least, share, most }: Fluid, width: number): number =>
  Math.min(most, Math.max(least, share * width));
