import { describe, expect, test } from 'vitest';
import { PageFinder } from '../../../glossary/find/page-finder';
import { finderOf, mentionsIn } from './finder-of';

const made = finderOf({ cast: ['中国科协', '科协'], cue: [{ text: '学会', needs: { near: ['团体'] } }] }, ['老科协']);

/** Longer than a step, with forms across wherever a step may end. */
const long = '中国科协、学会是团体，老科协。'.repeat(10_000);

describe('a long text in steps', () => {
  test('has the mentions it has at once', () => {
    const page = new PageFinder(made.finder);
    const flow = {};
    let steps = 0;
    for (const steppedOver of page.adding(flow, long)) {
      steps += steppedOver === undefined ? 1 : 0;
      expect(page.has(flow)).toBe(false);
    }
    expect(steps).toBeGreaterThan(10);
    page.settle();
    const mentions = page.mentionsOf(flow);
    expect(mentions).toEqual(mentionsIn(made, long));
    expect(mentions).toHaveLength(20_000);
  });

  test('is settled in steps, too', () => {
    const page = new PageFinder(made.finder);
    const [flow, other] = [{}, {}];
    page.add(flow, long);
    page.add(other, '科协');
    const settling = page.settling();
    let steps = 0;
    let step = settling.next();
    for (; !step.done; step = settling.next()) steps++;
    expect(steps).toBeGreaterThan(10);
    expect(step.value).toEqual(new Set([flow, other]));
    expect(page.mentionsOf(flow)).toHaveLength(20_000);
  });

  test('is forgotten if it is left before it is done', () => {
    const page = new PageFinder(made.finder);
    const flow = {};
    page.add(flow, '科协');
    page.adding(flow, long).next();
    page.settle();
    expect(page.has(flow)).toBe(false);
    expect(page.mentionsOf(flow)).toEqual([]);
  });

  test('is of no effect before its first step', () => {
    const page = new PageFinder(made.finder);
    const flow = {};
    page.add(flow, '科协');
    page.adding(flow, long);
    page.settle();
    expect(page.mentionsOf(flow)).toHaveLength(1);
  });
});
