/** Owns the order of a tab's frames: as they stand in the document, and as a walk goes through them. */

/** The frames to go through from frame `at`, which comes last: round at the ends. All, if there is no such frame. */
export function roundFrom<T>(frames: readonly T[], at: number, direction: 1 | -1): T[] {
  const ahead = direction === 1 ? [...frames] : [...frames].reverse();
  const i = at < 0 || direction === 1 ? at : frames.length - 1 - at;
  return [...ahead.slice(i + 1), ...ahead.slice(0, i + 1)];
}

/** Document order: what is around comes before what is in it. */
export function comparePaths(a: readonly number[], b: readonly number[]): number {
  for (const [i, place] of a.entries()) {
    const other = b[i];
    if (other === undefined) return 1;
    if (place !== other) return place - other;
  }
  return a.length - b.length;
}
