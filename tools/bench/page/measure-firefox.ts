/** Owns what can be measured from inside a page of Firefox, which tells nothing of its main thread. */
import type { Measured } from '../result';
import type { Bench } from './bench-browser';
import { changeThePage, longestGap, untilFirstMark } from './in-page';
import { medianOf } from './measure-living';

const ROUNDS = 5;
/** Long enough to mark the page. */
const WATCHED_MS = 3000;

export async function measureInFirefox(bench: Bench): Promise<Measured[]> {
  await bench.turn(false);
  const page = await bench.driver.newPage();
  await page.goto(`${bench.origin}/10000-mentions`);
  await page.bringToFront();
  const alone = await page.evaluate(longestGap, WATCHED_MS);
  const [gap, first] = await Promise.all([
    page.evaluate(longestGap, WATCHED_MS),
    page.evaluate(untilFirstMark),
    bench.turn(true),
  ]);
  const spent = { on: [] as number[], off: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    for (const state of ['off', 'on'] as const) {
      await bench.turn(state === 'on');
      await page.evaluate(longestGap, 1000);
      spent[state].push(await page.evaluate(changeThePage));
    }
  }
  await page.close();
  const name = (what: string) => `Firefox, 10000-mentions: ${what}`;
  return [
    { name: name('longest time the page waits'), value: gap, unit: 'ms', limit: alone, peers: {} },
    { name: name('until the first mark'), value: first, unit: 'ms', limit: null, peers: {} },
    {
      name: name('the page’s own script'),
      value: medianOf(spent.on),
      unit: 'ms',
      limit: medianOf(spent.off),
      peers: {},
    },
  ];
}
