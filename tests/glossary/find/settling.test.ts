import { describe, expect, test } from 'vitest';
import { PageFinder } from '../../../glossary/find/page-finder';
import { amount } from '../../long-runs';
import { describeMentions, finderOf } from './finder-of';

const made = finderOf(
  {
    a: [{ text: '甲', needs: { near: ['始'], entries: ['b'] } }],
    b: [{ text: '乙', needs: { entries: ['a', 'c'], page: ['终'] } }],
    c: [{ text: '丙', needs: { entries: ['a'] }, unless: { page: ['止'] } }],
    d: [{ text: '丁', needs: { entries: ['c'] } }],
  },
  ['止甲'],
);

interface Text {
  text: string;
}

/** Final mentions by text run, in the order of names. */
function told(page: PageFinder<Text>, runs: ReadonlyMap<string, Text>): string[] {
  return [...runs]
    .sort()
    .map(([name, run]) => `${name}: ${describeMentions(made, run.text, page.mentionsOf(run)).join()}`);
}

function pageOf(texts: Record<string, string>): { page: PageFinder<Text>; runs: Map<string, Text> } {
  // Smallest steps, so that changes can happen at any point.
  const page = new PageFinder<Text>(made.finder, { stepPieces: 1 });
  const runs = new Map(Object.entries(texts).map(([name, text]) => [name, { text }]));
  for (const run of runs.values()) page.add(run, run.text);
  return { page, runs };
}

/** Pages, and text runs that are added, replaced or removed (null) during settling. */
const pages: [before: Record<string, string>, after: Record<string, string>][] = [
  [{}, { 1: '甲始', 2: '乙', 3: '丁，丙' }],
  [{ 1: '甲始', 2: '乙', 3: '丁，丙' }, { 4: '止' }],
  [{ 1: '甲始，甲', 2: '丙丙', 3: '丁' }, { 2: '丙止' }],
  [{ 1: '甲', 2: '乙', 3: '终' }, { 4: '乙，甲' }],
  [
    { 1: '甲始', 2: '甲', 3: '乙，丁' },
    { 1: '始', 2: '丙' },
  ],
];
const everyChange = ['甲始', '乙', '丙', '丁', '止', '终', '止甲', '', null].flatMap((text) =>
  ['1', '2', '3', '4', '5'].map((name): [string, string | null] => [name, text]),
);
// Every third has each text and each name.
const changes = everyChange.filter((_, i) => i % amount(3, 1) === 0);

describe('a page that changes while it is being settled', () => {
  test.each(pages)('of %j, then %j, has the mentions of a new finder', (before, after) => {
    let steps = 0;
    for (const change of changes) {
      for (const isLeft of [false, true]) {
        const last = stepsUntilSettled(before, after);
        for (let at = 0; at <= last; at++, steps++) expectFresh({ before, after, change, at, isLeft });
      }
    }
    // The settling has several steps.
    expect(steps).toBeGreaterThan(4 * changes.length);
  });
});

interface Case {
  before: Record<string, string>;
  after: Record<string, string>;
  change: [name: string, text: string | null];
  /** The step before which the change happens. */
  at: number;
  /** Whether the settling is abandoned then. */
  isLeft: boolean;
}

function expectFresh({ before, after, change: [name, text], at, isLeft }: Case): void {
  const { page, runs, settling } = begin(before, after);
  for (let i = 0; i < at; i++) settling.next();
  take(page, runs, name, text);
  if (!isLeft) while (!settling.next().done);
  page.settle();
  const fresh = pageOf(Object.fromEntries([...runs].map(([key, run]) => [key, run.text])));
  fresh.page.settle();
  const where = `${name} = ${text} at step ${at}${isLeft ? ', the settling left' : ''}`;
  expect([where, told(page, runs)]).toEqual([where, told(fresh.page, fresh.runs)]);
}

function stepsUntilSettled(before: Record<string, string>, after: Record<string, string>): number {
  const { settling } = begin(before, after);
  let steps = 0;
  while (!settling.next().done) steps++;
  return steps;
}

function begin(before: Record<string, string>, after: Record<string, string>) {
  const { page, runs } = pageOf(before);
  page.settle();
  for (const [name, text] of Object.entries(after)) take(page, runs, name, text);
  return { page, runs, settling: page.settling() };
}

function take(page: PageFinder<Text>, runs: Map<string, Text>, name: string, text: string | null): void {
  const old = runs.get(name);
  if (old) page.remove(old);
  runs.delete(name);
  if (text === null) return;
  const run = { text };
  runs.set(name, run);
  page.add(run, text);
}
