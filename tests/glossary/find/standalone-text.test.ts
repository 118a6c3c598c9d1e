import { describe, expect, it } from 'vitest';
import { entryAround, findInBulletin } from '../../../glossary/find/standalone-text';
import type { Bulletin } from '../../../glossary/pack/pack';
import { describeMentions, finderOf } from './finder-of';

const made = finderOf({
  cast: ['中国科协', '科协'],
  tenth: ['科协十大', '十大'],
  plan: ['科创中国'],
  society: [{ text: '学会', needs: { near: ['团体'] } }],
});

describe('a selection', () => {
  it.each([
    // The selection is what stands in brackets.
    ['一个词，[科协]开会', 'cast'],
    ['一个词，科[]协开会', 'cast'],
    ['一个词，[]科协开会', 'cast'],
    ['一个词，科协[]开会', 'cast'],
    ['一个[词]，科协开会', null],
    ['一个词，科协开[会]', null],
    ['[一个词，科协开会]', 'cast'],
    ['科协[十大]闭幕', 'tenth'],
    // The mention that shares most of it.
    ['科创[中国，中国科协]', 'cast'],
    ['[科创中国，中国]科协', 'plan'],
    // Equal shares: the longest.
    ['[科协。科创]中国', 'plan'],
    ['科创[中国。科协]', 'plan'],
    // Rules see the text around it.
    ['[学会]是团体', 'society'],
    ['[学会]是什么', null],
    ['[]', null],
  ])('%s means %s', (marked, expected) => {
    const start = marked.indexOf('[');
    const end = marked.indexOf(']') - 1;
    const entry = entryAround(made.finder, { text: marked.replace(/[[\]]/g, ''), start, end });
    expect(entry === null ? null : made.ids[entry]).toBe(expected);
  });
});

describe('a bulletin', () => {
  it('has the mentions of each passage, of which none reaches into the next', () => {
    // Only the fields that are read.
    const passages = (...texts: string[]) => texts.map((text) => ({ text }));
    const paragraphs = [passages('科协与科协', '十大，科创中国', '科创'), passages('中国科协的学会'), passages('团体')];
    const mentions = findInBulletin(made.finder, { paragraphs } as unknown as Bulletin);
    const told = paragraphs
      .flat()
      .map((passage) => describeMentions(made, passage.text, mentions.get(passage as never) ?? []));
    expect(told).toEqual([['科协 = cast (form)'], ['科创中国 = plan (form)'], [], ['中国科协 = cast (form)'], []]);
    expect(mentions.size).toBe(5);
  });
});
