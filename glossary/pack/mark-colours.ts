/** Colours of marks: of all of them, or of the terms of one pack. */

/** `text` is the colour of the marked text. */
export const MARK_COLOURS = ['text', 'blue', 'green', 'amber', 'red'] as const;

export type MarkColour = (typeof MARK_COLOURS)[number];

/** Arguments of `rgb()`. Each is visible on a light and on a dark background. */
export const MARK_RGB: Record<Exclude<MarkColour, 'text'>, string> = {
  blue: '59 125 216',
  green: '46 145 72',
  amber: '185 119 14',
  red: '210 73 58',
};
