/** Owns moving through the map by the arrow keys: to what lies nearest in that direction. */

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
/** How much farther a spot seems for being off to the side. */
const ASIDE = 2.2;

/** The id of the spot an arrow key leads to from `from`; null for another key, and where nothing lies that way. */
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
