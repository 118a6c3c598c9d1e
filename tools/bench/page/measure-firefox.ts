/** Measures Firefox from inside a page, because Firefox does not report its main thread to a driver. */
import type { Measured } from '../result';
import { medianOf } from '../timing';
import type { Bench } from './bench-browser';
import { changeThePage, longestGap, untilFirstMark } from './in-page';

const ROUNDS = 5;
/** Long enough to mark the page. */
const WATCHED_MS = 3000;

/** Blocked time, time to the first mark, and the cost for the page's own script. @param bench with Firefox. */
export async function measureInFirefox(bench: Bench): Promise<Measured[]> {
  await bench.setMarking(false);
  const page = await bench.driver.newPage();
  await page.goto(`${bench.origin}/10000-mentions`);
  await page.bringToFront();
  const alone = await page.evaluate(longestGap, WATCHED_MS);
  const [gap, first] = await Promise.all([
    page.evaluate(longestGap, WATCHED_MS),
    page.evaluate(untilFirstMark),
    bench.setMarking(true),
  ]);
  const spent = { on: [] as number[], off: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    for (const state of ['off', 'on'] as const) {
      await bench.setMarking(state === 'on');
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
