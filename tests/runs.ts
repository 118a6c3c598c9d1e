/** Owns how often a property is tried: more often where a change need not wait for it (`npm run test:long`). */
export function runs(usually: number, long: number): number {
  return process.env.PANGZHU_LONG ? long : usually;
}
