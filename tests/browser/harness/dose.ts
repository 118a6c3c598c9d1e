/** Owns how much of a dose a run takes: `npm run test:long` takes all of it, `npm test` what a change can wait for. */

export const isLong = process.env.PANGZHU_LONG === '1';

export function dose(short: number, long: number): number {
  return isLong ? long : short;
}

/** Says what was measured, in long runs: figures are told, not judged. */
export function report(what: string, figure: string): void {
  if (isLong) console.log(`· ${what}: ${figure}`);
}
