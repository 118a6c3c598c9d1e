/** Writes refused rows as a table, for the person who corrects the list. */
import type { Refused } from './collect-terms';
import { guardFormula } from './table-cells';

/**
 * A table (CSV, with a byte order mark): place, reason, and the cells of the row.
 * @param say place and reason in the reader's language.
 */
export function refusedRows(
  refused: readonly Refused[],
  say: (row: Refused) => [place: string, reason: string],
): string {
  const lines = refused.map((row) => [...say(row), ...row.raw.split('\t')].map(cellOf).join(','));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

function cellOf(text: string): string {
  return `"${guardFormula(text).replaceAll('"', '""')}"`;
}
