/** Which literals the prefilter gets, and by what evidence. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cheapestCover } from '../../../glossary/editor/cheapest-cover';
import { standardFolding } from '../../../glossary/editor/fold';
import { RunFrequency } from '../../../glossary/editor/run-frequency';
import { ordinaryWordsModule } from '../../../glossary/intake/ordinary-word-list';

const frequency = RunFrequency.standard;
const prices = { folding: standardFolding(), frequency, occurrenceBytes: 1500 };

describe('the list of ordinary words', () => {
  it('is what the dictionary gives', () => {
    const committed = new URL('../../../glossary/editor/ordinary-words.ts', import.meta.url);
    expect(readFileSync(committed, 'utf8') === ordinaryWordsModule()).toBe(true);
  });
});

describe('the frequency of a run', () => {
  it.each([
    ['inside a word', '会主义', '学史崇'],
    ['across two words', '中国科', '国科协'],
    ['a verb', '学会', '科协'],
    ['everyday words with a number', '0周年', '7字新'],
  ])('%s: %s is commoner than %s', (_name, common, rare) => {
    expect(frequency.perPage(common)).toBeGreaterThan(3 * frequency.perPage(rare));
  });
});

describe('the cheapest cover', () => {
  it('has a run in each text, and none that another run makes superfluous', () => {
    const texts = ['科技志愿服务', '中国科协', '科协', '中华民族伟大复兴', '科技工作者之家', '科技工作者'];
    const runs = cheapestCover(texts, prices);
    expect(texts.filter((text) => !runs.some((run) => text.includes(run)))).toEqual([]);
    expect(runs.filter((run) => runs.some((other) => other !== run && run.includes(other)))).toEqual([]);
    expect(runs).toContain('科协');
  });

  it('chooses a whole text if no part of it distinguishes it', () => {
    expect(cheapestCover(['thirteenthfive-yearplan', '科技志愿服务'], prices, () => false)).toEqual([
      'thirteenthfive-yearplan',
      '科技志愿服务',
    ]);
  });

  it('leaves everyday runs, although they are shorter', () => {
    const [run = ''] = cheapestCover(['科技志愿服务'], prices);
    expect(['志愿服', '愿服务', '志愿服务']).not.toContain(run);
  });
});
