import { describe, expect, it } from 'vitest';
import { footnotes } from '../../../glossary/book/footnotes';
import { publishedEntry, publishedSource } from '../../../glossary/library/published-address';
import { glossary } from '../entries/glossary';

const site = 'https://words.example/g/';
const evidence = [{ bulletin: 'b-1', passage: 'p2s1', quote: '', emphasis: [0, 0] as [number, number] }];

describe('where an entry is published', () => {
  it.each([
    [site, [], `${site}entry/dove/`, `${site}entry/dove/`],
    [site, evidence, `${site}entry/dove/`, `${site}bulletin/b-1/#p2s1`],
    [null, evidence, null, null],
  ])('on %j with evidence %j', (address, quoted, page, source) => {
    const entry = { id: 'followed-birds/dove', pack: { site: address }, evidence: quoted };
    expect(publishedEntry(entry)).toBe(page);
    expect(publishedSource(entry)).toBe(source);
  });
});

describe('the footnote of a published entry', () => {
  const [entry] = glossary.pack.terms.filter((term) => term.evidence.length > 0);
  if (!entry) throw new Error('no term has evidence');
  const address = `${site}entry/x/`;

  it('ends with the address where the bulletin has none of its own', () => {
    const line = footnotes([entry], glossary.pack.bulletins, 'plain', () => address);
    expect(line).toBe(footnotes([entry], glossary.pack.bulletins, 'plain').replace(/。$/, `，${address}。`));
    const known = glossary.pack.bulletins.map((bulletin) => ({ ...bulletin, originalUrl: 'https://origin.example/' }));
    expect(footnotes([entry], known, 'plain', () => address)).toBe(footnotes([entry], known, 'plain'));
  });

  it('has nothing but the address without a bulletin', () => {
    const plain = { ...entry, evidence: [] };
    expect(footnotes([plain], [], 'plain', () => address)).toMatch(/出处：https:\/\/words\.example\/g\/entry\/x\/$/);
  });
});
