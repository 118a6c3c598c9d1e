import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_SENTENCE, sentenceAround } from '../../../glossary/formats/sentence-around';

const AT = '科协';

describe('the sentence around a mention', () => {
  it.each([
    ['alone', '科协', '科协'],
    ['between others', '前一句。科协开会！后一句', '科协开会！'],
    ['with closing marks', '他说：“完了。”科协开会（全天。）后来', '科协开会（全天。）'],
    ['between lines', '标题\n  科协开会 \n正文', '科协开会'],
    ['with a decimal point', '科协有 3.5 万人. Next one.', '科协有 3.5 万人.'],
    ['after a question', '是吗？？科协', '科协'],
    ['without an end', '一，科协，二；三', '一，科协，二；三'],
  ])('%s', (_name, text, sentence) => {
    const start = text.indexOf(AT);
    const quote = sentenceAround(text, start, start + AT.length);
    expect(quote.text).toBe(sentence);
    expect(quote.text.slice(quote.start, quote.end)).toBe(AT);
  });

  it('of any text holds the mention and is short enough', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 400 });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 40 }), text, (before, length, after) => {
        const mention = '字'.repeat(length);
        const quote = sentenceAround(before + mention + after, before.length, before.length + length);
        expect(quote.text.length).toBeLessThanOrEqual(MAX_SENTENCE);
        expect(quote.text.slice(quote.start, quote.end)).toBe(mention);
        expect(quote.text.isWellFormed()).toBe(true);
      }),
    );
  });

  it('cuts a mention that is too long', () => {
    const quote = sentenceAround('长'.repeat(1000), 100, 700);
    expect([quote.text.length, quote.start, quote.end]).toEqual([MAX_SENTENCE, 0, MAX_SENTENCE]);
  });
});
