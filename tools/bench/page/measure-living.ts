/** Owns what a marked page costs while it lives: its own script, its frames, and one that keeps growing. */
import type { Measured } from '../result';
import type { Bench } from './bench-browser';
import { changeThePage, feed, observeOnly, stopObserving, styleFrames, timeToRead, untilFirstMark } from './in-page';
import { pause } from './tab';

const ROUNDS = 7;
const FRAMES = 60;
const TICKS = 30;

/** The one look at a page that is not marked, against reading its text in one piece. */
export async function measureLook(bench: Bench, path: string): Promise<Measured> {
  const looks: number[] = [];
  const reads: number[] = [];
  for (let round = 0; round < 3; round++) {
    const tab = await bench.open(path);
    looks.push((await tab.workOf(() => bench.turn(true))).task);
    await bench.close(tab);
    const other = await bench.open(path);
    reads.push(await other.page.evaluate(timeToRead));
    await bench.close(other);
  }
  return { name: `${path}: look, main thread`, value: medianOf(looks), unit: 'ms', limit: medianOf(reads), peers: {} };
}

/** From the switch to the first mark, the message to the background and the engine's start included. */
export async function measureFirstMark(bench: Bench, path: string): Promise<Measured> {
  const times: number[] = [];
  for (let round = 0; round < 3; round++) {
    const tab = await bench.open(path);
    const [first] = await Promise.all([tab.page.evaluate(untilFirstMark), bench.turn(true)]);
    times.push(first);
    await bench.close(tab);
  }
  return { name: `${path}: until the first mark`, value: medianOf(times), unit: 'ms', limit: null, peers: {} };
}

/** The page's own script and its frames, marked, against the same when it is not. */
export async function measureChanges(bench: Bench, path: string): Promise<Measured[]> {
  const tab = await bench.open(path);
  const spent = { on: [] as number[], off: [] as number[] };
  const observed: number[] = [];
  const frames = { on: [] as number[], off: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    for (const state of ['off', 'on'] as const) {
      await bench.turn(state === 'on');
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

/** A page that adds 200 items each 100 ms. */
export async function measureFeed(bench: Bench, items: readonly string[]): Promise<Measured[]> {
  const run = async (isOn: boolean) => {
    const tab = await bench.open('feed');
    await bench.turn(isOn);
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
  await bench.turn(true);
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

export function medianOf(list: readonly number[]): number {
  return [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN;
}
