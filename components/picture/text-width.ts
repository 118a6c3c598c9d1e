/** Estimates how wide a text is drawn, without laying it out. */

/** Width of Latin letters, digits and half-width signs, as a share of the font size. */
const NARROW = 0.58;

/** In CSS px at a font size of `size` px, rather too wide than too narrow. Chinese characters are as wide as high. */
export function textWidth(text: string, size: number): number {
  let units = 0;
  for (const character of text) units += character.charCodeAt(0) < 0x2000 ? NARROW : 1;
  return units * size;
}

/** At most `max` characters (code points); the last is an ellipsis where `text` is longer. */
export function ellipsize(text: string, max: number): string {
  const characters = [...text];
  return characters.length <= max ? text : `${characters.slice(0, max - 1).join('')}…`;
}
