/** Generates measured queries: every keystroke of typed words, pasted text, and text without results. */
import type { Words } from './packs';

/** Number of typed words. */
const SOUGHT = 24;
const PASTE_UNITS = 40;

/** The queries in order. @param words of the pack. */
export function queriesFor(words: Words): string[] {
  const sought = Array.from({ length: SOUGHT }, (_, i) => words[Math.floor((i * words.length) / SOUGHT)]).filter(
    (word) => word !== undefined,
  );
  const typed = sought.flatMap(([word, syllables], i) => {
    const ways = [
      word,
      syllables.join(''),
      syllables.map((syllable) => syllable[0]).join(''),
      word.slice(0, 1) + syllables.slice(1).join(''),
      misspelled(syllables.join('')),
      `${word.slice(0, -1)}龘`,
    ];
    return keystrokes(ways[i % ways.length] ?? word);
  });
  const paste = words
    .slice(0, PASTE_UNITS)
    .map(([word]) => word)
    .join('')
    .slice(0, PASTE_UNITS);
  return [...typed, paste, misspelled(paste), '龘靐齉爩', 'qzjxqzjx', '的', 'e'];
}

function keystrokes(text: string): string[] {
  return Array.from(text, (_, i) => text.slice(0, i + 1));
}

/** `text` with its two middle letters swapped. */
function misspelled(text: string): string {
  const at = Math.floor(text.length / 2);
  return text.slice(0, at - 1) + text.charAt(at) + text.charAt(at - 1) + text.slice(at + 1);
}
