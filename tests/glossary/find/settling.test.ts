import { describe, expect, test } from 'vitest';
import { PageFinder } from '../../../glossary/find/page-finder';
import { finderOf, tell } from './finder-of';

const made = finderOf(
  {
    a: [{ text: '甲', needs: { near: ['始'], entries: ['b'] } }],
    b: [{ text: '乙', needs: { entries: ['a', 'c'], page: ['终'] } }],
    c: [{ text: '丙', needs: { entries: ['a'] }, unless: { page: ['止'] } }],
    d: [{ text: '丁', needs: { entries: ['c'] } }],
  },
  ['止甲'],
);

interface Flow {
  text: string;
}

/** What a page says in the end: by flow, in the order of their names. */
function told(page: PageFinder<Flow>, flows: ReadonlyMap<string, Flow>): string[] {
  return [...flows].sort().map(([name, flow]) => `${name}: ${tell(made, flow.text, page.mentionsOf(flow)).join()}`);
}

function pageOf(texts: Record<string, string>): { page: PageFinder<Flow>; flows: Map<string, Flow> } {
  // A piece a step: whatever may happen between two steps can happen anywhere.
  const page = new PageFinder<Flow>(made.finder, 1);
  const flows = new Map(Object.entries(texts).map(([name, text]) => [name, { text }]));
  for (const flow of flows.values()) page.add(flow, flow.text);
  return { page, flows };
}

/** Pages, and what comes, goes or is replaced (null: goes) while it is decided what they mention. */
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
const changes = ['甲始', '乙', '丙', '丁', '止', '终', '止甲', '', null].flatMap((text) =>
  ['1', '2', '3', '4', '5'].map((name): [string, string | null] => [name, text]),
);

describe('a page that changes while it is being settled', () => {
  test.each(pages)('of %j, then %j, has in the end what a fresh one would', (before, after) => {
    let steps = 0;
    for (const change of changes) {
      for (const isLeft of [false, true]) {
        const last = stepsUntilSettled(before, after);
        for (let at = 0; at <= last; at++, steps++) expectFresh({ before, after, change, at, isLeft });
      }
    }
    // There was something to come in between.
    expect(steps).toBeGreaterThan(4 * changes.length);
  });
});

interface Case {
  before: Record<string, string>;
  after: Record<string, string>;
  change: [name: string, text: string | null];
  /** The step before which the change comes. */
  at: number;
  /** Whether the settling is left then. */
  isLeft: boolean;
}

function expectFresh({ before, after, change: [name, text], at, isLeft }: Case): void {
  const { page, flows, settling } = begin(before, after);
  for (let i = 0; i < at; i++) settling.next();
  take(page, flows, name, text);
  if (!isLeft) while (!settling.next().done);
  page.settle();
  const fresh = pageOf(Object.fromEntries([...flows].map(([key, flow]) => [key, flow.text])));
  fresh.page.settle();
  const where = `${name} = ${text} at step ${at}${isLeft ? ', the settling left' : ''}`;
  expect([where, told(page, flows)]).toEqual([where, told(fresh.page, fresh.flows)]);
}

function stepsUntilSettled(before: Record<string, string>, after: Record<string, string>): number {
  const { settling } = begin(before, after);
  let steps = 0;
  while (!settling.next().done) steps++;
  return steps;
}

function begin(before: Record<string, string>, after: Record<string, string>) {
  const { page, flows } = pageOf(before);
  page.settle();
  for (const [name, text] of Object.entries(after)) take(page, flows, name, text);
  return { page, flows, settling: page.settling() };
}

function take(page: PageFinder<Flow>, flows: Map<string, Flow>, name: string, text: string | null): void {
  const old = flows.get(name);
  if (old) page.remove(old);
  flows.delete(name);
  if (text === null) return;
  const flow = { text };
  flows.set(name, flow);
  page.add(flow, text);
}
