import { describe, expect, test } from 'vitest';
import { PageFinder } from '../../../glossary/find/page-finder';
import { finderOf, mentionsIn } from './finder-of';

const made = finderOf({ cast: ['中国科协', '科协'], cue: [{ text: '学会', needs: { near: ['团体'] } }] }, ['老科协']);

/** Longer than a step, with forms at every possible end of a step. */
const long = '中国科协、学会是团体，老科协。'.repeat(10_000);

describe('a long text in steps', () => {
  test('has the same mentions as without steps', () => {
    const page = new PageFinder(made.finder);
    const run = {};
    let steps = 0;
    for (const steppedOver of page.adding(run, long)) {
      steps += steppedOver === undefined ? 1 : 0;
      expect(page.has(run)).toBe(false);
    }
    expect(steps).toBeGreaterThan(10);
    page.settle();
    const mentions = page.mentionsOf(run);
    expect(mentions).toEqual(mentionsIn(made, long));
    expect(mentions).toHaveLength(20_000);
  });

  test('is settled in steps', () => {
    const page = new PageFinder(made.finder);
    const [run, other] = [{}, {}];
    page.add(run, long);
    page.add(other, '科协');
    const settling = page.settling();
    let steps = 0;
    let step = settling.next();
    for (; !step.done; step = settling.next()) steps++;
    expect(steps).toBeGreaterThan(10);
    expect(step.value).toEqual(new Set([run, other]));
    expect(page.mentionsOf(run)).toHaveLength(20_000);
  });

  test('is dropped if it is abandoned', () => {
    const page = new PageFinder(made.finder);
    const run = {};
    page.add(run, '科协');
    page.adding(run, long).next();
    page.settle();
    expect(page.has(run)).toBe(false);
    expect(page.mentionsOf(run)).toEqual([]);
  });

  test('has no effect before its first step', () => {
    const page = new PageFinder(made.finder);
    const run = {};
    page.add(run, '科协');
    page.adding(run, long);
    page.settle();
    expect(page.mentionsOf(run)).toHaveLength(1);
  });
});
