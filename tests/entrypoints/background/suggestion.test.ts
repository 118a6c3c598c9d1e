import { describe, expect, it } from 'vitest';
import { contentOf, enteredPath, suggestionOf } from '../../../entrypoints/background/suggestion';
import { glossaryPath, glossarySearchPath } from '../../../entrypoints/shared/page-paths';
import { createSearch } from '../../../glossary/search/search';
import { library } from '../../library';

const [result] = createSearch(library).find('科协十');
if (!result) throw new Error('there is no result');
const hostile = {
  ...result,
  entry: { ...result.entry, headword: 'a<b>&"\'\u0000\ud800c', short: '</dim>&' },
  form: 'a<b>&"\'\u0000\ud800c',
  ranges: [[1, 4] as const],
};

describe('a suggestion in the address bar', () => {
  it('is XML that emphasises the match and dims the definition', () => {
    expect(suggestionOf(result, { isMarkup: true })).toBe(`<match>科协十</match>大 <dim>– ${result.entry.short}</dim>`);
  });

  it('is plain for browsers without markup', () => {
    expect(suggestionOf(result, { isMarkup: false })).toBe(`科协十大 – ${result.entry.short}`);
  });

  it('names the matched form if it is not the headword', () => {
    const other = { ...result, form: 'CAST 10', ranges: [] };
    expect(suggestionOf(other, { isMarkup: true })).toMatch(/^科协十大 \(CAST 10\) <dim>/);
  });

  it('escapes markup, and omits characters that XML cannot contain', () => {
    expect(suggestionOf(hostile, { isMarkup: true })).toBe(
      'a<match>&lt;b&gt;</match>&amp;&quot;&apos;c <dim>– &lt;/dim&gt;&amp;</dim>',
    );
  });
});

describe('input of the address bar', () => {
  it.each([
    ['what was chosen, to its entry', contentOf(result), glossaryPath('bundled/cast-10th')],
    ['what was typed, to a search', ' 科协十大 ', glossarySearchPath('科协十大')],
    ['what looks as if it were chosen, to a search', '猫（a-cat）', glossarySearchPath('猫（a-cat）')],
    ['half a character, to a search', '\ud83d', glossarySearchPath('\ufffd')],
  ])('opens, %s', (_name, text, path) => {
    expect(enteredPath(text, library, false)).toBe(path);
  });

  it('opens from a private window an entry, or a search without the typed text', () => {
    expect(enteredPath(contentOf(result), library, true)).toBe(glossaryPath('bundled/cast-10th'));
    expect(enteredPath('科协十大', library, true)).toBe(glossarySearchPath(''));
  });

  it('is readable while it is selected', () => {
    expect(contentOf(result)).toBe('科协十大（cast-10th）');
  });
});
