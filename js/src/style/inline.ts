// Inline styles, for values that a style sheet cannot know.

/** The style that sets the colour of a row's accent. */
export const mark = (accent: number): string | undefined => (accent ? `--mark:var(--accent-${accent})` : undefined);

/** A fraction as a percentage with two decimals, so that every engine writes the same text. */
export const percent = (fraction: number): string => `${Math.round(fraction * 1e4) / 1e2}%`;
