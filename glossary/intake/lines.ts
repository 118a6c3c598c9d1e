/** Splits a received text into numbered lines. */

/** A line of the received file. */
export interface Line {
  /** 1-based. */
  number: number;
  /** Trimmed. */
  text: string;
  /** Whether it begins with a wide space, a tab or several spaces, as the first line of a paragraph. */
  isIndented: boolean;
}

/** All lines, blank ones included. @param text with `\n` line ends. */
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

/** Whether a text ends with a full stop, question or exclamation mark, with or without closing marks behind it. */
export function endsSentence(text: string): boolean {
  return /(?:[。！？!?…]|(?<=\p{Script=Han})\.)[”’』」》）)"]*$/u.test(text);
}
