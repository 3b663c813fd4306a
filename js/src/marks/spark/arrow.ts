/** What stands between the first and the last value where there is no line. */
export const ARROW = "\u2192";
