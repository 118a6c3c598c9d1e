/** Converts matched letters to ranges of the displayed text. */

/** Half-open, UTF-16 units. */
export type Range = readonly [start: number, end: number];

/** Sorted, disjoint ranges that cover exactly `offsets` (ascending); adjacent offsets share a range. */
export function rangesOf(offsets: readonly number[]): Range[] {
  const ranges: [number, number][] = [];
  for (const offset of offsets) {
    const last = ranges.at(-1);
    if (last && last[1] === offset) last[1] = offset + 1;
    else ranges.push([offset, offset + 1]);
  }
  return ranges;
}

/** Indexes in `text` of a longest common subsequence with `query`, ascending. Cost: the product of both lengths. */
export function commonLetters(text: string, query: string): number[] {
  const lengths = Array.from({ length: text.length + 1 }, () => new Uint16Array(query.length + 1));
  const at = (i: number, k: number) => lengths[i]?.[k] ?? 0;
  for (let i = text.length - 1; i >= 0; i--) {
    const row = lengths[i];
    if (!row) continue;
    for (let k = query.length - 1; k >= 0; k--) {
      row[k] = text[i] === query[k] ? at(i + 1, k + 1) + 1 : Math.max(at(i + 1, k), at(i, k + 1));
    }
  }
  const indexes: number[] = [];
  for (let i = 0, k = 0; i < text.length && k < query.length; ) {
    if (text[i] === query[k]) {
      indexes.push(i++);
      k++;
    } else if (at(i + 1, k) >= at(i, k + 1)) i++;
    else k++;
  }
  return indexes;
}
