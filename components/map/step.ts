/** Finds the entry an arrow key leads to: the nearest in its direction. */

interface Spot {
  id: string;
  x: number;
  y: number;
}

const DIRECTIONS: Record<string, [x: number, y: number]> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};
/** Cost of a unit to the side, where a unit ahead costs 1. */
const ASIDE = 2.2;

/** @returns the id of the next spot; null for other keys, and if there is none in that direction. Linear in `spots`. */
export function step(key: string, from: Spot, spots: readonly Spot[]): string | null {
  const direction = DIRECTIONS[key];
  if (!direction) return null;
  const [ux, uy] = direction;
  let best: { id: string; cost: number } | null = null;
  for (const { id, x, y } of spots) {
    const [dx, dy] = [x - from.x, y - from.y];
    const ahead = dx * ux + dy * uy;
    const aside = Math.abs(dx * uy - dy * ux);
    // Within 60 degrees of the direction.
    if (id === from.id || ahead <= 0 || aside > ahead * 1.75) continue;
    const cost = ahead + aside * ASIDE;
    if (!best || cost < best.cost) best = { id, cost };
  }
  return best?.id ?? null;
}
