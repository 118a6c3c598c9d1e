/** Owns showing text from a pack so that what is read is what is there: nothing invisible, nothing that turns lines round. */

/** Characters that change the direction of what follows: shown by their number. */
const TURNING = /\p{Bidi_Control}/gu;
/** Characters without an appearance of their own: zero-width ones, tags, selectors, halves of characters, controls. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cs}]|[^\P{Cc}\t\n\r]/gu;

/** `text` as it may be shown. */
export function visibleText(text: string): string {
  return text.replace(TURNING, nameOf).replace(INVISIBLE, '');
}

function nameOf(character: string): string {
  const code = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
  return `[U+${code}]`;
}
