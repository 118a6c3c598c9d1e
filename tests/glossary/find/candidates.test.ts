import { describe, expect, test } from 'vitest';
import { PageFinder } from '../../../glossary/find/page-finder';
import { describeMentions, type Forms, finderOf, found, type TestFinder } from './finder-of';

/** A finder that records the spans whose word edges it tests, and those tests. */
function recording(forms: Forms): { finder: TestFinder; tested: string[] } {
  const { finder, ids } = finderOf(forms);
  const tested: string[] = [];
  const isCrossed = (text: string, { start, end }: { start: number; end: number }) => {
    tested.push(text.slice(start, end));
    return false;
  };
  return { finder: { finder: { ...finder, isCrossed }, ids }, tested };
}

describe('forms inside a longer form', () => {
  test('are not tested where the longer one is a mention', () => {
    const { finder, tested } = recording({ cast: ['中国科协'], body: ['科协', '国科'] });
    expect(found(finder, '中国科协和科协')).toEqual(['中国科协 = cast (form)', '科协 = body (form)']);
    expect(tested).toEqual(['中国科协', '科协']);
  });

  test('are tested where an earlier form may take the place of the longer one', () => {
    const needy = { text: '甲中', needs: { page: ['证据'] } };
    const { finder } = recording({ other: [needy], cast: ['中国科协'], body: ['科协'] });
    expect(found(finder, '甲中国科协')).toEqual(['中国科协 = cast (form)']);
    expect(found(finder, '证据。甲中国科协')).toEqual(['甲中 = other (page 证据)', '科协 = body (form)']);
  });

  test('are mentions where evidence elsewhere refuses the longer one', () => {
    const { finder } = recording({ cast: [{ text: '中国科协', unless: { page: ['别国'] } }], body: ['科协'] });
    const page = new PageFinder<{ text: string }>(finder.finder);
    const run = { text: '中国科协' };
    page.add(run, run.text);
    page.add({ text: '别国' }, '别国');
    page.settle();
    expect(describeMentions(finder, run.text, page.mentionsOf(run))).toEqual(['科协 = body (form)']);
  });

  test('refuse a shorter form that begins after it', () => {
    const refused = { text: '科协大会', notBefore: ['室'] };
    const { finder } = recording({ cast: ['中国科协'], meeting: [refused, '大会'] });
    expect(found(finder, '中国科协大会')).toEqual(['中国科协 = cast (form)', '大会 = meeting (form)']);
    expect(found(finder, '中国科协大会室')).toEqual(['中国科协 = cast (form)']);
  });
});
