// Sizes in px, each defined once: pictures and the heights of frames import them; style sheets refer to them as
// var(--size-bar-wide), which the build replaces with rem. "Wide" is the layout with rows on one line.

/** A size in proportion to the width of the chart, between two bounds. */
export interface Fluid {
  least: number;
  share: number;
  most: number;
}

/** Thickness of a bar in the wide layout. Bars of narrow charts and of safe snippets are in proportion to it. */
const BAR = 16.8;
const inProportion = (part: number): number => Math.round(BAR * part * 100) / 100;

export const sizes = {
  /** Width from which a name, its bar and its value are on one line. */
  wide: 576,
  /** Width up to which a small line is below the bar. */
  sparkUnder: 272,
  /** Width up to which figures are closer together. */
  dense: 288,

  // Text: of rows, of secondary text, of titles of narrow columns and scales, of marks beside a name.
  body: 15,
  small: 13,
  tiny: 12,
  mark: 11,
  /** Text of a row, which is smaller in narrow charts. */
  row: { least: 13, share: 0.054, most: 15 },
  headline: 20,
  headlineWide: 24,
  /** The headline of a card. */
  claim: 32,

  /** Between columns. */
  gap: { least: 8, share: 0.03, most: 16 },
  /** Space above and below the content of a row. */
  rowTop: 6.4,
  rowFoot: 7.2,
  rowWide: 3.52,

  bar: inProportion(2 / 3),
  barWide: BAR,
  barSafe: inProportion(6 / 7),
  /** Between a name and the bar below it. */
  barTop: 3.2,
  /** How far the zero line extends beyond a bar. */
  beyond: 3.2,
  beyondWide: 5.6,
  /** Diameter of a dot on a line. */
  point: 11.2,
  /** Space above a remark. */
  remarkTop: 4.8,
  remarkTopWide: 3.2,

  // Widths of columns: of small lines; largest width of names, beside bars alone and beside the others.
  spark: { least: 92, share: 0.27, most: 136 },
  sparkWide: { least: 136, share: 0.26, most: 192 },
  names: 208,
  namesBesideSparks: 192,

  /** Space above a table, the sentence of a period, a read-out and the ticks of a column. */
  tableTop: 14.4,
  periodTop: 9.6,
  readoutTop: 5.6,
  axisTop: 4.8,
  /** Height of the field that finds rows. */
  field: 28,
  /** Height of a scale: two lines, of words above ticks; and of one with ticks alone. */
  axis: 38.4,
  axisTicks: 19.2,
  /** Space below the titles of columns. */
  titlesFoot: 3.2,

  plot: 240,
  /** Space above and below the lines, and at their start for the words of the scale. */
  plotTop: 22.4,
  plotFoot: 8,
  plotSide: 35.2,
  /** Room for a letter of the names at the ends of lines, on a phone and in the wide layout. */
  letter: 8.32,
  letterWide: 14.4,
  /** Width from which names at the starts of lines have figures. */
  startFigures: 384,
  /** Space below an event above the lines. */
  eventFoot: 4,
  /** Height of a line of chips. */
  chips: 40,
  /** Height of the years below the lines. */
  years: 22.4,
} as const satisfies Record<string, number | Fluid>;

/** The size, between its bounds, in a chart of this width. */
export const fluid = ({ least, share, most }: Fluid, width: number): number =>
  Math.min(most, Math.max(least, share * width));
