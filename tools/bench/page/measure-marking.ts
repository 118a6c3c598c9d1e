/** Measures marking a whole page, against other ways of marking it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Measured } from '../result';
import type { Bench } from './bench-browser';
import { styleAndMark, walkAndRead, wrapInSpans } from './in-page';
import type { Tab, Work } from './tab';

const require = createRequire(import.meta.url);

const ROUNDS = 3;
/** Budgets. */
const MAX_TASK_MS = 8;
const MAX_MEMORY = 6_000_000;

interface Cost extends Work {
  memory: number;
}

/** Main-thread time, longest task and memory of marking the page at `path`. @param hasSlow whether to measure mark.js too. */
export async function measureMarking(bench: Bench, path: string, hasSlow: boolean): Promise<Measured[]> {
  const ours = await least(bench, path, () => bench.setMarking(true));
  const floor = await least(bench, path, (tab) => tab.page.evaluate(walkAndRead));
  const bare = await least(bench, path, (tab) => tab.page.evaluate(styleAndMark));
  const spans = await least(bench, path, (tab) => tab.page.evaluate(wrapInSpans, [...bench.forms]));
  const markJs = hasSlow ? await costOf(bench, path, (tab) => runMarkJs(tab, bench.forms)) : null;
  const tab = await bench.open(path);
  const tasks = await tab.scriptTasks(async () => {
    await bench.setMarking(true);
    await tab.rest();
  });
  await bench.close(tab);
  const peers = (of: (cost: Cost) => number) => ({
    'nothing but rules and twenty marks': of(bare),
    spans: of(spans),
    ...(markJs ? { 'mark.js': of(markJs) } : {}),
  });
  const name = (what: string) => `${path}: ${what}`;
  return [
    { name: name('main thread'), value: ours.task, unit: 'ms', limit: floor.task, peers: peers(({ task }) => task) },
    // The aims of the whole page: 1.5 and 1.
    {
      name: name('main thread, to bare rules and ranges'),
      value: ours.task,
      unit: 'ms',
      limit: bare.task,
      peers: {},
    },
    { name: name('main thread, to wrapping in spans'), value: ours.task, unit: 'ms', limit: spans.task, peers: {} },
    {
      name: name('script of it'),
      value: ours.script,
      unit: 'ms',
      limit: floor.task,
      peers: peers(({ script }) => script),
    },
    {
      name: name('style and layout of it'),
      value: ours.layout,
      unit: 'ms',
      limit: null,
      peers: peers(({ layout }) => layout),
    },
    { name: name('longest task'), value: tasks[0] ?? 0, unit: 'ms', limit: MAX_TASK_MS, peers: {} },
    {
      name: name('memory'),
      value: ours.memory,
      unit: 'bytes',
      limit: MAX_MEMORY,
      peers: { ...peers(({ memory }) => memory), 'walking and reading': floor.memory },
    },
  ];
}

/** The minimum of several rounds, because other load on the machine only adds. */
export async function least(
  bench: Bench,
  path: string,
  mark: (tab: Tab) => Promise<unknown>,
  rounds = ROUNDS,
): Promise<Cost> {
  const costs: Cost[] = [];
  for (let round = 0; round < rounds; round++) costs.push(await costOf(bench, path, mark));
  const of = (key: keyof Cost) => Math.min(...costs.map((cost) => cost[key]));
  return { wall: of('wall'), task: of('task'), script: of('script'), layout: of('layout'), memory: of('memory') };
}

async function costOf(bench: Bench, path: string, mark: (tab: Tab) => Promise<unknown>): Promise<Cost> {
  const tab = await bench.open(path);
  const before = await tab.memory();
  const work = await tab.workOf(() => mark(tab));
  const memory = Math.max(0, (await tab.memory()) - before);
  await bench.close(tab);
  return { ...work, memory };
}

async function runMarkJs(tab: Tab, forms: readonly string[]): Promise<void> {
  await tab.page.evaluate(readFileSync(require.resolve('mark.js/dist/mark.min.js'), 'utf8'));
  await tab.page.evaluate(
    (terms) => {
      type Marker = new (root: Element) => { mark(terms: string[], options: object): void };
      const { Mark } = globalThis as unknown as { Mark: Marker }; // Put there above.
      new Mark(document.body).mark(terms, { separateWordSearch: false, diacritics: false });
    },
    [...forms],
  );
}
