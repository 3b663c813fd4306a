// Sizes in px that style sheets, pictures and heights share.

/** Width at which the layout changes. */
export const WIDE = 576;
/** Text sizes: of rows, of secondary text, of scales and of titles of narrow columns, of marks after a name. */
export const [BODY, SMALL, TINY, MARK] = [15, 13, 12, 11] as const;
