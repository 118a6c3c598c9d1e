/**
 * Measures speed. Contenders take turns, and the median of their turns counts, so that noise affects all of them. Time is
 * processor time of this process, garbage collection included.
 */
import type { Search } from './finder/peers';

const ROUNDS = 7;
const TURN_MS = 60;

/** Millions of UTF-16 units a second, by contender. Takes about half a second for each. */
export function speeds(
  contenders: Record<string, Search>,
  pages: readonly (readonly string[])[],
): Record<string, number> {
  return medians(contenders, (search) => speedOf(search, pages));
}

function medians<T>(contenders: Record<string, T>, measure: (contender: T) => number): Record<string, number> {
  const turns = new Map<string, number[]>();
  // Round 0 warms up.
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [name, contender] of Object.entries(contenders)) {
      const measured = measure(contender);
      if (round > 0) turns.set(name, [...(turns.get(name) ?? []), measured]);
    }
  }
  return Object.fromEntries([...turns].map(([name, list]) => [name, medianOf(list)]));
}

function speedOf(search: Search, pages: readonly (readonly string[])[]): number {
  const begin = spentMs();
  let units = 0;
  let elapsed = 0;
  for (let i = 0; elapsed < TURN_MS; i = (i + 1) % pages.length) {
    const page = pages[i] ?? [];
    keep(search(page));
    for (const paragraph of page) units += paragraph.length;
    elapsed = spentMs() - begin;
  }
  return units / elapsed / 1000;
}

/** The median; NaN for no values. */
export function medianOf(values: readonly number[]): number {
  return quantileOf(values, 0.5);
}

/** The value at `share` (0 to 1) of the sorted values, without interpolation; NaN for no values. */
export function quantileOf(values: readonly number[], share: number): number {
  const ascending = [...values].sort((a, b) => a - b);
  return ascending[Math.min(values.length - 1, Math.floor(share * values.length))] ?? Number.NaN;
}

let kept: unknown;
/** Keeps a result reachable, so that the optimiser does not remove the work. */
function keep(result: unknown): void {
  kept = result ?? kept;
}

function spentMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
