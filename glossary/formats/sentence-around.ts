/** Cuts the sentence of a mention out of a longer text. */

/** A sentence, and a place in it: half-open, in UTF-16 units of the sentence. */
export interface Quote {
  text: string;
  start: number;
  end: number;
}

/** Limit of a sentence in UTF-16 units. Nine of ten sentences of the bulletins have fewer than 120. */
export const MAX_SENTENCE = 300;

/** Ends of sentences, with closing marks. A full stop ends one before a space only: numbers have some as well. */
const SENTENCE_END = /(?:[。！？!?\n]|\.(?=\s))[”’」』）)]*/g;

/**
 * The sentence around `[start, end)` of a text, without spaces at its ends. A longer one than `MAX_SENTENCE` is cut on both
 * sides, and so is a place that is longer.
 */
export function sentenceAround(text: string, start: number, end: number): Quote {
  let from = 0;
  let to = text.length;
  for (const { index, 0: mark } of text.matchAll(SENTENCE_END)) {
    const after = index + mark.length;
    if (after <= start) from = after;
    else if (index >= end) {
      to = after;
      break;
    }
  }
  while (from < start && isSpace(text, from)) from++;
  while (to > end && isSpace(text, to - 1)) to--;
  const room = Math.max(0, MAX_SENTENCE - (end - start));
  if (to - from > MAX_SENTENCE) {
    from = Math.max(from, Math.min(start - Math.floor(room / 2), to - MAX_SENTENCE));
    to = Math.min(to, from + MAX_SENTENCE);
  }
  // Half of a character can be at either end.
  return { text: text.slice(from, to).toWellFormed(), start: start - from, end: Math.min(end, to) - from };
}

function isSpace(text: string, at: number): boolean {
  return text.charAt(at).trim() === '';
}
