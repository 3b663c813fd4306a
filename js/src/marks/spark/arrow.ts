/** Printed between the first and the last value if there is no line. */
export const ARROW = "\u2192";
