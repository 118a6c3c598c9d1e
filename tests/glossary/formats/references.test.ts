import { describe, expect, it } from 'vitest';
import {
  bulletinReference,
  REFERENCE_STYLES,
  type ReferenceStyle,
  termReferences,
} from '../../../glossary/formats/references';
import { Library } from '../../../glossary/library/library';
import { createPack } from '../../../glossary/library/plain-pack';
import type { PlainTerm } from '../../../glossary/pack/plain-term';
import { glossary } from '../entries/glossary';

const TODAY = '2026-11-29';
const sources = glossary.pack.bulletins;
const [bulletin] = sources;
if (!bulletin) throw new Error('there is no bulletin');
const bundled = new Library([glossary.pack]).entries;

function citePlain(style: ReferenceStyle, ...terms: Omit<PlainTerm, 'id' | 'forms'>[]): string {
  const made = terms.map((term, i) => ({ ...term, id: `t-${i}`, forms: [] }));
  const pack = createPack({ id: 'user', title: '', kind: 'user', terms: made }, { variants: '', readings: '' });
  return termReferences(new Library([pack]).entries, [], style, TODAY);
}

describe('a reference', () => {
  it.each<[ReferenceStyle, string]>([
    ['gbt7714', '中国科协. 一个标题[Z]. 2021-06-01.'],
    [
      'bibtex',
      '@misc{b-1,\n  author = {{中国科协}},\n  title = {{一个标题}},\n  year = {2021},\n  month = {6},\n  date = {2021-06-01},\n}',
    ],
    ['ris', 'TY  - GEN\nAU  - 中国科协\nTI  - 一个标题\nPY  - 2021\nDA  - 2021/06/01/\nER  - '],
  ])('to a bulletin without an address, as %s', (style, expected) => {
    const source = {
      id: 'b-1',
      title: '一个标题',
      titleStatus: 'received',
      signer: '中国科协',
      originalUrl: null,
      date: '2021-06-01',
    } as const;
    expect(bulletinReference(source, style, TODAY)).toBe(expected);
  });

  it.each<[ReferenceStyle, string]>([
    ['gbt7714', '〔标题〕[EB/OL]. (2021)[2026-11-29]. https://example.cn/a_b.'],
    [
      'bibtex',
      '@misc{b,\n  title = {{〔标题〕}},\n  year = {2021},\n  date = {2021},\n  url = {https://example.cn/a_b},\n  urldate = {2026-11-29},\n}',
    ],
    [
      'ris',
      'TY  - ELEC\nTI  - 〔标题〕\nPY  - 2021\nDA  - 2021///\nUR  - https://example.cn/a_b\nY2  - 2026/11/29/\nER  - ',
    ],
  ])('to a page with an editor’s title and no author, as %s', (style, expected) => {
    const source = {
      id: 'b',
      title: '标题',
      titleStatus: 'given',
      signer: '',
      originalUrl: null,
      date: '2021',
    } as const;
    expect(bulletinReference({ ...source, originalUrl: 'https://example.cn/a_b' }, style, TODAY)).toBe(expected);
  });

  it.each(REFERENCE_STYLES)('names no address that could not be a link, as %s', (style) => {
    const cited = bulletinReference({ ...bulletin, originalUrl: 'javascript:alert(1)' }, style, TODAY);
    expect(cited).not.toContain('javascript');
  });

  it('contains nothing that BibTeX takes for markup', () => {
    const cited = bulletinReference(
      { ...bulletin, id: 'a b,{', title: '\\x{y}$&#_%~^', titleStatus: 'received' },
      'bibtex',
      TODAY,
    );
    expect(cited).toContain('@misc{a-b--,');
    expect(cited).toContain(
      'title = {{\\textbackslash{}x\\{y\\}\\$\\&\\#\\_\\%\\textasciitilde{}\\textasciicircum{}}}',
    );
  });

  it('contains no line of RIS that the text brings', () => {
    const cited = bulletinReference(
      { ...bulletin, title: 'a\nER  - \nTY  - BOOK', titleStatus: 'received' },
      'ris',
      TODAY,
    );
    expect(cited.match(/^(TY|ER)/gm)).toEqual(['TY', 'ER']);
  });
});

describe('references of terms', () => {
  it('name each bulletin once, numbered in GB/T 7714 where there are several', () => {
    const cited = termReferences(bundled, sources, 'gbt7714', TODAY).split('\n');
    expect(cited).toHaveLength(sources.length);
    expect(cited[0]).toMatch(/^\[1\] /);
    expect(termReferences(bundled.slice(0, 1), sources, 'gbt7714', TODAY)).not.toMatch(/^\[/);
  });

  it('name the source of a term without a quotation, once for several terms', () => {
    const source = { title: '章程', url: 'https://example.cn/', date: '2020-05' };
    const cited = citePlain(
      'gbt7714',
      { headword: '甲乙', definition: '释', source },
      { headword: '丙丁', definition: '释', source },
    );
    expect(cited).toBe('章程[EB/OL]. (2020-05)[2026-11-29]. https://example.cn/.');
  });

  it('name the address of a source without a title', () => {
    const source = { title: '', url: 'https://example.cn/' };
    expect(citePlain('ris', { headword: '甲乙', definition: '释', source })).toContain('TI  - https://example.cn/\n');
  });

  it('name the term where it names no source', () => {
    expect(citePlain('bibtex', { headword: '甲乙', definition: '释' })).toBe('@misc{user-t-0,\n  title = {{甲乙}},\n}');
  });

  it('are empty without terms', () => {
    for (const style of REFERENCE_STYLES) expect(termReferences([], sources, style, TODAY)).toBe('');
  });
});
