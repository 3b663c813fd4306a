// Colours of the outputs that carry no style sheet; the same as in style/theme.css.

/** Text and mark colours; every text is 4.5 : 1 and every mark 3 : 1 on white and on a dark page's own ground. */
export const INK = {
  soft: "#6b7075",
  rule: "#8a9096",
  grey: "#868d94",
  accents: ["#0b7a75", "#a8500a", "#6a4fb3", "#1d6fb8", "#a3366f"],
  surplus: "#5b7d2c",
} as const;

/** The colour of a row's marks. */
export const markColour = (accent: number, backwards = false): string =>
  accent ? INK.accents[accent - 1] ?? INK.grey : backwards ? INK.surplus : INK.grey;
