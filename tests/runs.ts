/** Number of runs of a property test: `long` under `npm run test:long`, else `usually`. */
export function runs(usually: number, long: number): number {
  return process.env.PANGZHU_LONG ? long : usually;
}
