/** Scales tests that repeat: `npm run test:long` repeats them in full, `npm test` only a few times. */

/** Whether this is a run of `npm run test:long`. */
export const isLong = process.env.PANGZHU_LONG === '1';

/** An amount for this run: `long` under `npm run test:long`, else `usual`. */
export function amount(usual: number, long: number): number {
  return isLong ? long : usual;
}

/** Prints a measured figure in long runs; figures are not compared with a budget. */
export function report(what: string, figure: string): void {
  if (isLong) console.log(`· ${what}: ${figure}`);
}
