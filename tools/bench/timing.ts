/**
 * Owns the clock: contenders take turns, and the median of their turns counts, so that a noisy moment hits all. Time is
 * what the processor spent on this process, collecting garbage included: waiting for others is not.
 */
import type { Search } from './finder/peers';

const ROUNDS = 7;
const TURN_MS = 60;

/** Millions of UTF-16 units a second, by contender. */
export function speeds(
  contenders: Record<string, Search>,
  pages: readonly (readonly string[])[],
): Record<string, number> {
  return medians(contenders, (search) => speedOf(search, pages));
}

function medians<T>(contenders: Record<string, T>, measure: (contender: T) => number): Record<string, number> {
  const turns = new Map<string, number[]>();
  // The first round warms up.
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

function medianOf(list: readonly number[]): number {
  return [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN;
}

let kept: unknown;
/** A result nobody could ever ask for might not be worked out at all. */
function keep(result: unknown): void {
  kept = result ?? kept;
}

function spentMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
