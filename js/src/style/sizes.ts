// Sizes in px that style sheets, pictures and heights share.

/** Width at which the layout changes. */
export const WIDE = 576;
/** Sizes of text: of a row, of what stands back, of a narrow column's title and of a scale, of a name's mark. */
export const [BODY, SMALL, TINY, MARK] = [15, 13, 12, 11] as const;
