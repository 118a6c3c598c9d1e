/** Writes corrections of readers as labelled texts, in the form that `npm run eval` reads (`glossary/cli/eval.ts`). */
import type { Quote } from './sentence-around';

/** A place that was marked, and does not mean the entry. */
export interface WrongMark extends Quote {
  id: string;
  /** Name of the entry. */
  entry: string;
}

/** The place of a wrong mark, with its entry, which `eval` ignores. */
type Trap = Pick<WrongMark, 'start' | 'end' | 'entry'>;

/**
 * A line of JSON for each sentence, in the order of their first mark; '' without marks. Wrong marks are traps: text that looks
 * like a term, but is not. The same place counts once for each entry.
 */
export function labelledLines(marks: readonly WrongMark[]): string {
  const byText = new Map<string, { id: string; text: string; mentions: []; traps: Trap[] }>();
  for (const { id, text, start, end, entry } of marks) {
    const line = byText.get(text) ?? { id, text, mentions: [], traps: [] };
    byText.set(text, line);
    const isKnown = line.traps.some((trap) => trap.start === start && trap.end === end && trap.entry === entry);
    if (!isKnown) line.traps.push({ start, end, entry });
  }
  return [...byText.values()].map((line) => `${JSON.stringify(line)}\n`).join('');
}
