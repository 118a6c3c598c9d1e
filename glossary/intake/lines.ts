/** Owns the lines of a received text, each with its number in the file. */

export interface Line {
  /** 1-based. */
  number: number;
  /** Without white space at either end. */
  text: string;
  /** Begins with a wide space, a tab or several spaces: the author set a paragraph. */
  isIndented: boolean;
}

/** @param text with `\n` line ends. */
export function linesOf(text: string): Line[] {
  return text.split('\n').map((raw, i) => ({
    number: i + 1,
    text: raw.trim(),
    isIndented: /^(?:\u3000|\t| {2,})\s*\S/.test(raw),
  }));
}

/** The lines without blank ones at either end. */
export function trimBlank(lines: readonly Line[]): Line[] {
  const first = lines.findIndex(({ text }) => text !== '');
  const last = lines.findLastIndex(({ text }) => text !== '');
  return first < 0 ? [] : lines.slice(first, last + 1);
}

/** Whether a text ends where a sentence may: with a stop, and what closes behind it. */
export function endsSentence(text: string): boolean {
  return /(?:[。！？!?…]|(?<=\p{Script=Han})\.)[”’』」》）)"]*$/u.test(text);
}
