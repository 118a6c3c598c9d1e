/** Summarises a term in one line. */
import type { Term } from './pack';

/** The short definition, or the translations of a term that has none. */
export function summaryOf({
  short,
  translation,
  equivalents,
}: Pick<Term, 'short' | 'translation' | 'equivalents'>): string {
  return short || translation || equivalents.map(({ text }) => text).join(' / ');
}
