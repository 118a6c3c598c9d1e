/**
 * Deltas between two texts of lines. A pack file has one term a line, so that a delta holds the terms that were added or
 * changed, and copies the others by their line numbers. It compares lines, not parsed terms, so that unknown fields are kept
 * and the result has the hash of the full file.
 *
 * A delta is text: `=START,COUNT` copies lines of the text before (0-based), `+LINE` is a new line.
 */

/** The delta from one text to another. Linear in their lengths. */
export function deltaOf(before: string, after: string): string {
  const old = before.split('\n');
  const places = placesOf(old);
  const ops: string[] = [];
  let start = 0;
  let count = 0;
  const flush = () => {
    if (count > 0) ops.push(`=${start},${count}`);
    count = 0;
  };
  for (const line of after.split('\n')) {
    if (count > 0 && old[start + count] === line) {
      count++;
      continue;
    }
    flush();
    // The first of equal lines: terms have distinct ids, so that only lines of the head repeat.
    const place = places.get(line);
    if (place === undefined) ops.push(`+${line}`);
    else [start, count] = [place, 1];
  }
  flush();
  return ops.join('\n');
}

function placesOf(lines: readonly string[]): Map<string, number> {
  const places = new Map<string, number>();
  for (const [place, line] of lines.entries()) if (!places.has(line)) places.set(line, place);
  return places;
}

/**
 * Applies a delta. The caller checks the hash of the result.
 * @param limit of the result, in UTF-16 units: copies could multiply it.
 * @returns null for a text that is no delta, lines that do not exist, or a result above the limit.
 */
export function applyDelta(before: string, delta: string, limit: number): string | null {
  const old = before.split('\n');
  const lines: string[] = [];
  let length = -1;
  const add = (line: string): boolean => {
    length += line.length + 1;
    lines.push(line);
    return length <= limit;
  };
  for (const op of delta.split('\n')) {
    if (op.startsWith('+')) {
      if (!add(op.slice(1))) return null;
      continue;
    }
    const [, start, count] = /^=(\d{1,7}),(\d{1,7})$/.exec(op) ?? [];
    if (start === undefined || Number(start) + Number(count) > old.length) return null;
    for (let i = 0; i < Number(count); i++) if (!add(old[Number(start) + i] ?? '')) return null;
  }
  return lines.join('\n');
}
