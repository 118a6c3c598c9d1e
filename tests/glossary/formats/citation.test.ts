import { describe, expect, it } from 'vitest';
import { citeEntry } from '../../../glossary/formats/citation';
import { createPack, type PlainTerm } from '../../../glossary/library/plain-pack';
import { glossary } from '../entries/glossary';

const entry = glossary.pack.terms.find(({ id }) => id === 'kechuang-china');
if (!entry) throw new Error('there is no such entry');
const sources = glossary.pack.bulletins;

function citedPlain(term: PlainTerm, form: 'plain' | 'markdown'): string {
  const pack = createPack({ id: 'user', title: '', kind: 'user', terms: [term] }, { variants: '', readings: '' });
  const [plain] = pack.terms;
  return plain ? citeEntry(plain, sources, form) : '';
}

describe('a citation', () => {
  it('says what the entry says, the sentence, and who signed it when', () => {
    const [first, second, third] = citeEntry(entry, sources, 'plain').split('\n');
    expect(first).toBe(`科创中国：${entry.short}`);
    expect(second).toBe(`“${entry.evidence[0]?.quote}”`);
    expect(third).toBe('——中国科协机关党委《学习贯彻科协十大精神（报道节录，原无标题）》，2021-06-01');
  });

  it('is Markdown in which nothing of the entry counts as markup', () => {
    const evil = { ...entry, headword: '*a* [b](c) <d>', short: '# `x`\n- y | z', evidence: entry.evidence };
    const cited = citeEntry(evil, sources, 'markdown');
    expect(cited.split('\n')[0]).toBe('**\\*a\\* \\[b\\](c) \\<d\\>**：\\# \\`x\\` - y \\| z');
    expect(cited).toContain('\n\n> ');
  });

  it.each([
    ['1. one', '1\\. one'],
    ['- one', '\\- one'],
    ['+ one', '\\+ one'],
  ])('keeps %j from being a list', (short, escaped) => {
    expect(citeEntry({ ...entry, short }, sources, 'markdown')).toContain(`：${escaped}\n`);
  });

  it('is the reader’s own words where they are all there is', () => {
    const term = { id: 'a', headword: '术语', forms: [], definition: '第一行。\n# 第二行。' };
    expect(citedPlain(term, 'plain')).toBe('术语：第一行。 # 第二行。');
    expect(citedPlain(term, 'markdown')).toBe('**术语**：第一行。 \\# 第二行。');
  });

  it.each([
    ['https://example.cn/', '术语：释义。\n——章程，https://example.cn/'],
    ['', '术语：释义。\n——章程'],
  ])('is the organisation’s words with what they rest on (%j)', (url, expected) => {
    const term = {
      id: 'p-1',
      headword: '术语',
      forms: [],
      definition: '释义。',
      source: { title: '章程', url },
    };
    expect(citedPlain(term, 'plain')).toBe(expected);
  });

  it('does without a source that is not there', () => {
    expect(citeEntry(entry, [], 'plain')).toMatch(/”$/);
    expect(citeEntry(entry, [], 'markdown')).toMatch(new RegExp(`\n\n> ${entry.evidence[0]?.quote}$`));
  });
});
