import { describe, expect, it } from 'vitest';
import { citedTitle, citeEntry, linkToText } from '../../../glossary/formats/citation';
import { createPack } from '../../../glossary/library/plain-pack';
import type { PlainTerm } from '../../../glossary/pack/plain-term';
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
  it('has a title of the editors in brackets of its own', () => {
    const received = { title: '一', titleStatus: 'received' } as const;
    expect([citedTitle(received), citedTitle({ ...received, titleStatus: 'given' })]).toEqual(['《一》', '〔一〕']);
  });

  it('contains the definition, the quotation, its signer and its date', () => {
    const [first, second, third] = citeEntry(entry, sources, 'plain').split('\n');
    expect(first).toBe(`科创中国：${entry.short}`);
    expect(second).toBe(`“${entry.evidence[0]?.quote}”`);
    expect(third).toBe('——中国科协机关党委〔学习宣传贯彻科协十大精神（节录）〕，2021-06-01');
  });

  it('escapes Markdown in the entry', () => {
    const evil = { ...entry, headword: '*a* [b](c) <d>', short: '# `x`\n- y | z', evidence: entry.evidence };
    const cited = citeEntry(evil, sources, 'markdown');
    expect(cited.split('\n')[0]).toBe('**\\*a\\* \\[b\\](c) \\<d\\>**：\\# \\`x\\` - y \\| z');
    expect(cited).toContain('\n\n> ');
  });

  it.each([
    ['1. one', '1\\. one'],
    ['- one', '\\- one'],
    ['+ one', '\\+ one'],
  ])('escapes %j, which would be a list', (short, escaped) => {
    expect(citeEntry({ ...entry, short }, sources, 'markdown')).toContain(`：${escaped}\n`);
  });

  it('is the definition alone for a reader’s own term', () => {
    const term = { id: 'a', headword: '术语', forms: [], definition: '第一行。\n# 第二行。' };
    expect(citedPlain(term, 'plain')).toBe('术语：第一行。 # 第二行。');
    expect(citedPlain(term, 'markdown')).toBe('**术语**：第一行。 \\# 第二行。');
  });

  it.each([
    ['https://example.cn/', '术语：释义。\n——章程，https://example.cn/'],
    ['', '术语：释义。\n——章程'],
  ])('adds the source of an organisation’s term (%j)', (url, expected) => {
    const term = {
      id: 'p-1',
      headword: '术语',
      forms: [],
      definition: '释义。',
      source: { title: '章程', url },
    };
    expect(citedPlain(term, 'plain')).toBe(expected);
  });

  it('omits an unknown bulletin', () => {
    expect(citeEntry(entry, [], 'plain')).toMatch(/”$/);
    expect(citeEntry(entry, [], 'markdown')).toMatch(new RegExp(`\n\n> ${entry.evidence[0]?.quote}$`));
  });
});

describe('a link to a sentence', () => {
  it.each([
    ['https://example.org/a', '十大', 'https://example.org/a#:~:text=%E5%8D%81%E5%A4%A7'],
    ['https://example.org/a#top', 'a', 'https://example.org/a#top:~:text=a'],
    ['https://example.org/a?b=1#', 'a', 'https://example.org/a?b=1#:~:text=a'],
    ['https://example.org/', '3-1, a&b', 'https://example.org/#:~:text=3%2D1%2C%20a%26b'],
  ])('adds a text fragment to %s for “%s”', (address, text, link) => {
    expect(linkToText(address, text)).toBe(link);
  });
});

describe('a published entry', () => {
  it.each(['plain', 'markdown'] as const)('is cited with its address, %s', (form) => {
    const address = 'https://words.example/g/entry/dove/';
    const last = form === 'plain' ? `\n${address}` : `\n\n<${address}>`;
    expect(citeEntry(entry, sources, form, address)).toBe(citeEntry(entry, sources, form) + last);
  });
});
