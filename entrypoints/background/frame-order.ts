/** Orders the frames of a tab: in the document, and for a walk through their terms. */

/** The frames after index `at` in walking order, cyclic, with frame `at` last; all frames if `at` is negative. */
export function roundFrom<T>(frames: readonly T[], at: number, direction: 1 | -1): T[] {
  const ahead = direction === 1 ? [...frames] : [...frames].reverse();
  const i = at < 0 || direction === 1 ? at : frames.length - 1 - at;
  return [...ahead.slice(i + 1), ...ahead.slice(0, i + 1)];
}

/** Compares paths in document order: a frame precedes those inside it. */
export function comparePaths(a: readonly number[], b: readonly number[]): number {
  for (const [i, place] of a.entries()) {
    const other = b[i];
    if (other === undefined) return 1;
    if (place !== other) return place - other;
  }
  return a.length - b.length;
}
