import pack from 'virtual:pangzhu/pack';
import { describe, expect, it } from 'vitest';
import { findSameForm } from '../../../glossary/library/same-form';

const terms = [
  { id: 'a', headword: '碳达峰', forms: ['Carbon Peak'] },
  { id: 'b', headword: '碳中和', forms: [] },
];

describe('a term that has a form of another', () => {
  it.each<[string, string[], string | null]>([
    ['碳达峰', [], 'a'],
    ['碳達峰', [], 'a'],
    ['“碳达峰”', [], 'a'],
    ['ＣＡＲＢＯＮ ｐｅａｋ', [], 'a'],
    ['双碳', ['碳达峰'], 'a'],
    ['碳中和', ['碳达峰'], 'a'],
    ['碳', [], null],
    ['碳达峰行动', [], null],
  ])('%s, %j: %s', (headword, forms, id) => {
    expect(findSameForm({ headword, forms }, terms, pack.variants)?.term.id ?? null).toBe(id);
  });
});
