/** Owns guessing how wide a text is set, without a page to set it in. */

/** Latin letters, digits and half-width signs, as a share of the size. */
const NARROW = 0.58;

/** In CSS px at a font size of `size` px: Chinese characters are as wide as high. Errs on the wide side. */
export function textWidth(text: string, size: number): number {
  let units = 0;
  for (const character of text) units += character.charCodeAt(0) < 0x2000 ? NARROW : 1;
  return units * size;
}

/** At most `max` characters, the last an ellipsis where some were left out. */
export function shortened(text: string, max: number): string {
  const characters = [...text];
  return characters.length <= max ? text : `${characters.slice(0, max - 1).join('')}…`;
}
