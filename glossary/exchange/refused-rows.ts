/** Writes refused rows as a table, for the person who corrects the list. */
import Papa from 'papaparse';
import type { Refused } from './collect-terms';
import type { Reason } from './contract';
import { guardFormula } from './table-cells';

/**
 * A table (CSV, with a byte order mark) of line, place, reason and row.
 * @param header names of the four columns. @param say a reason in the reader's language.
 */
export function refusedRows(
  refused: readonly Refused[],
  header: readonly string[],
  say: (reason: Reason) => string,
): string {
  const rows = refused.map(({ place, reason, raw }) => [String(place.line ?? ''), place.where, say(reason), raw]);
  const cells = [[...header], ...rows].map((row) => row.map(guardFormula));
  return `\ufeff${Papa.unparse(cells, { newline: '\r\n' })}\r\n`;
}
