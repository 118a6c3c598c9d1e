/** Rows of a table, whatever its file. */
import type { Finding, Reason } from './contract';

/** A row with text, or one that cannot be read. */
export interface TableRow {
  line: number;
  cells: readonly string[];
  /** Why the row is refused, and in which cell; null for one that can be read. */
  refused: { where: string; reason: Reason } | null;
  /** Changes of the row that are reported. */
  notices?: readonly Finding[];
}

/** Rows by which the layout is guessed. */
const SAMPLE_ROWS = 50;

/** The first rows with text, and whatever comes with them. The generator can be read on. */
export async function firstRows(
  batches: AsyncGenerator<readonly TableRow[], void>,
  wanted = SAMPLE_ROWS,
): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  while (rows.length < wanted) {
    const { value, done } = await batches.next();
    if (done) break;
    rows.push(...value);
  }
  return rows;
}
