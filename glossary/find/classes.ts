/** Owns the classes of units that are the same in every pack. */

export const CLASS = { none: 0, ignorable: 1, space: 2, lineBreak: 3, quote: 4 } as const;
/** From here on the letters of a pack have classes. */
export const FIRST_LETTER = 5;
