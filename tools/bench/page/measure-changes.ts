/** Measures the prefilter, the first mark, and the cost of marking for the page's own script and for a growing feed. */
import type { Measured } from '../result';
import { medianOf } from '../timing';
import type { Bench } from './bench-browser';
import { changeThePage, feed, observeOnly, stopObserving, styleFrames, timeToRead, untilFirstMark } from './in-page';
import { pause } from './tab';

const ROUNDS = 7;
const FRAMES = 60;
const TICKS = 30;

/** The prefilter on a page without a term, against reading the text of the page once. */
export async function measurePrefilter(bench: Bench, path: string): Promise<Measured> {
  const times: number[] = [];
  const reads: number[] = [];
  for (let round = 0; round < 3; round++) {
    const tab = await bench.open(path);
    times.push((await tab.workOf(() => bench.setMarking(true))).task);
    await bench.close(tab);
    const other = await bench.open(path);
    reads.push(await other.page.evaluate(timeToRead));
    await bench.close(other);
  }
  return {
    name: `${path}: prefilter, main thread`,
    value: medianOf(times),
    unit: 'ms',
    limit: medianOf(reads),
    peers: {},
  };
}

/** Time from turning marking on to the first mark, including the message to the background and the start of the engine. */
export async function measureFirstMark(bench: Bench, path: string): Promise<Measured> {
  const times: number[] = [];
  for (let round = 0; round < 3; round++) {
    const tab = await bench.open(path);
    const [first] = await Promise.all([tab.page.evaluate(untilFirstMark), bench.setMarking(true)]);
    times.push(first);
    await bench.close(tab);
  }
  return { name: `${path}: until the first mark`, value: medianOf(times), unit: 'ms', limit: null, peers: {} };
}

/** The page's own script and frames on a marked page, against the same page unmarked. */
export async function measureChanges(bench: Bench, path: string): Promise<Measured[]> {
  const tab = await bench.open(path);
  const spent = { on: [] as number[], off: [] as number[] };
  const observed: number[] = [];
  const frames = { on: [] as number[], off: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    for (const state of ['off', 'on'] as const) {
      await bench.setMarking(state === 'on');
      await tab.rest();
      spent[state].push(await tab.page.evaluate(changeThePage));
      await tab.rest();
      if (state === 'off') {
        await tab.page.evaluate(observeOnly);
        observed.push(await tab.page.evaluate(changeThePage));
        await tab.page.evaluate(stopObserving);
        await tab.rest();
      }
      if (round > 2) continue;
      const before = await tab.clock();
      await tab.page.evaluate(styleFrames, FRAMES);
      frames[state].push(((await tab.clock()).task - before.task) / FRAMES);
    }
  }
  await bench.close(tab);
  return [
    {
      name: `${path}: the page’s own script`,
      value: medianOf(spent.on),
      unit: 'ms',
      limit: medianOf(spent.off),
      peers: { 'an observer that does nothing': medianOf(observed) },
    },
    {
      name: `${path}: a frame with a change of style`,
      value: medianOf(frames.on),
      unit: 'ms',
      limit: medianOf(frames.off),
      peers: {},
    },
  ];
}

/** A page that adds 200 items every 100 ms. */
export async function measureFeed(bench: Bench, items: readonly string[]): Promise<Measured[]> {
  const run = async (isOn: boolean) => {
    const tab = await bench.open('feed');
    await bench.setMarking(isOn);
    await pause(300);
    const before = await tab.clock();
    const tick = await tab.page.evaluate(feed, [...items], TICKS);
    const task = ((await tab.clock()).task - before.task) / TICKS;
    await bench.close(tab);
    return { tick, task };
  };
  const off = [await run(false), await run(false)];
  const on = [await run(true), await run(true)];
  const best = (list: readonly { tick: number; task: number }[], key: 'tick' | 'task') =>
    Math.min(...list.map((item) => item[key]));
  const tab = await bench.open('feed');
  await bench.setMarking(true);
  const tasks = await tab.scriptTasks(() => tab.page.evaluate(feed, [...items], TICKS / 2));
  await bench.close(tab);
  return [
    {
      name: 'feed: the page’s own script, a tick',
      value: best(on, 'tick'),
      unit: 'ms',
      limit: best(off, 'tick'),
      peers: {},
    },
    { name: 'feed: main thread, a tick', value: best(on, 'task'), unit: 'ms', limit: best(off, 'task'), peers: {} },
    {
      name: 'feed: longest task, the page’s own script included',
      value: tasks[0] ?? 0,
      unit: 'ms',
      limit: null,
      peers: {},
    },
  ];
}
