// Colours of the outputs that carry no style sheet, for a ground nobody knows; style/theme.css has a set for either.

/** Text that stands back. No grey is 4.5 : 1 on white and on near-black alike, so it is the page's own colour, thinner. */
export const SOFT = "opacity:.8";

/** Mark colours, 3 : 1 on white and on near-black. */
export const INK = {
  rule: "#8a9096",
  grey: "#868d94",
  accents: ["#0b7a75", "#a8500a", "#6a4fb3", "#1d6fb8", "#a93b74"],
  surplus: "#5b7d2c",
} as const;

/** The colour of a row's marks. */
export const markColour = (accent: number, backwards = false): string =>
  accent ? INK.accents[accent - 1] ?? INK.grey : backwards ? INK.surplus : INK.grey;
