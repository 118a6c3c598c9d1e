import pack from 'virtual:pangzhu/pack';
import { describe, expect, it } from 'vitest';
import { suggestionOf } from '../../../entrypoints/background/suggestion';
import { createSearch } from '../../../glossary/search/search';

const [result] = createSearch(pack).find('科协十');
if (!result) throw new Error('there is no result');
const hostile = {
  ...result,
  entry: { ...result.entry, headword: 'a<b>&"\'\u0000\ud800c', short: '</dim>&' },
  form: 'a<b>&"\'\u0000\ud800c',
  ranges: [[1, 4] as const],
};

describe('a suggestion in the address bar', () => {
  it('emphasises what matched and sets the definition back, as XML', () => {
    expect(suggestionOf(result, { isMarkup: true })).toBe(`<match>科协十</match>大 <dim>– ${result.entry.short}</dim>`);
  });

  it('is plain where the browser wants no markup', () => {
    expect(suggestionOf(result, { isMarkup: false })).toBe(`科协十大 – ${result.entry.short}`);
  });

  it('names the form that matched where it is another', () => {
    const other = { ...result, form: 'CAST 10', ranges: [] };
    expect(suggestionOf(other, { isMarkup: true })).toMatch(/^科协十大 \(CAST 10\) <dim>/);
  });

  it('escapes markup and leaves out what XML cannot hold', () => {
    expect(suggestionOf(hostile, { isMarkup: true })).toBe(
      'a<match>&lt;b&gt;</match>&amp;&quot;&apos;c <dim>– &lt;/dim&gt;&amp;</dim>',
    );
  });
});
