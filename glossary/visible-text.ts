/** Makes text from a pack safe to display: no invisible characters, none that reverse the reading direction. */

const BIDI_CONTROL = /\p{Bidi_Control}/gu;
/** Characters without a glyph: zero-width characters, tags, variation selectors, lone surrogates, controls. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cs}]|[^\P{Cc}\t\n\r]/gu;

/** `text` with bidirectional controls replaced by their code points (`[U+202E]`) and invisible characters removed. */
export function visibleText(text: string): string {
  return text.replace(BIDI_CONTROL, nameOf).replace(INVISIBLE, '');
}

function nameOf(character: string): string {
  const code = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
  return `[U+${code}]`;
}
