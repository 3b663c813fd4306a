// Styles that stand in an element, for what a style sheet cannot know.

/** The style of what has a row's accent. */
export const mark = (accent: number): string | undefined => (accent ? `--mark:var(--tc-accent-${accent})` : undefined);

/** A fraction as a percentage with two decimals, so that every engine writes the same text. */
export const percent = (fraction: number): string => `${Math.round(fraction * 1e4) / 1e2}%`;
