import finderData from 'virtual:pangzhu/finder';
import spellings from 'virtual:pangzhu/fold';
import pack from 'virtual:pangzhu/pack';
import { describe, expect, it } from 'vitest';
import { withPacks } from '../../../glossary/find/add-packs';
import { createFinder } from '../../../glossary/find/finder';
import { createHashedPrefilter } from '../../../glossary/find/hashed-prefilter';
import { mentionsInText } from '../../../glossary/find/standalone-text';
import { readTables } from '../../../glossary/find/tables-file';
import { compareTerms } from '../../../glossary/library/compare-terms';
import {
  compilePack,
  compilingPack,
  importedManifest,
  importedPackId,
  importedSegment,
  revisionOf,
} from '../../../glossary/library/imported-packs';
import { Library } from '../../../glossary/library/library';
import { createPack } from '../../../glossary/library/plain-pack';
import { Folding } from '../../../glossary/pack/folding';
import type { PlainTerm } from '../../../glossary/pack/plain-term';
import { summaryOf } from '../../../glossary/pack/summary-of';
import { createSearch } from '../../../glossary/search/search';

const folding = new Folding(spellings);
const bundled = createFinder(finderData);
const term = (id: string, headword: string, more: Partial<PlainTerm> = {}): PlainTerm => ({
  id,
  headword,
  forms: [],
  definition: '',
  ...more,
});

/** A library of the bundled pack and imported ones, and its finder. */
function reader(...packs: PlainTerm[][]) {
  const added = packs.map((terms, place) => {
    const about = { id: `p${place}`, title: `词库${place}`, languages: ['zh', 'en'] };
    const id = importedPackId(about.id);
    const record = { id, about, revision: revisionOf(about, terms), count: terms.length, followed: null };
    const manifest = importedManifest(record);
    const { tables, prefilter } = compilePack(terms, folding);
    const read = readTables(tables);
    if (!read) throw new Error('the tables cannot be read');
    const plain = { id: record.id, title: about.title, kind: 'imported' as const, terms };
    const whole = createPack(plain, { variants: prefilter.variants, readings: '' }, manifest);
    return {
      whole,
      prefilter,
      tables: { ...read, segment: importedSegment(place), revision: record.revision, insideWords: [] },
    };
  });
  const bySegment = [pack, ...Array(importedSegment(0) - 1).fill(null), ...added.map(({ whole }) => whole)];
  const library = new Library(bySegment);
  const finder = withPacks(
    bundled,
    added.map(({ tables }) => tables),
  );
  const found = (text: string) =>
    mentionsInText(finder, text).map(({ start, end, senses }) => {
      const names = senses.map(({ entry }) => library.at(finder.revisions, entry)?.id);
      return `${text.slice(start, end)} = ${names.join(' / ')}`;
    });
  return { library, found, prefilters: added.map(({ prefilter }) => createHashedPrefilter(prefilter)) };
}

describe('imported packs', () => {
  it('are compiled in short steps, to the same tables', () => {
    const terms = Array.from({ length: 4096 }, (_, i) => term(`t${i}`, `词条${i}号`));
    const stepsOf = (count: number) => {
      const steps = compilingPack(terms.slice(0, count), folding);
      for (let number = 1; ; number++) {
        const { done, value } = steps.next();
        if (done) return { number, value };
      }
    };
    const large = stepsOf(4096);
    // Of 3,072 terms more: 6 steps of terms, 6 of senses, 3 of the trie and 3 of the prefilter.
    expect(large.number - stepsOf(1024).number).toBeGreaterThanOrEqual(18);
    expect(large.value).toEqual(compilePack(terms, folding));
  });

  it('are found beside the bundled pack, in the reader’s order, the bundled one last', () => {
    const { found } = reader([term('a', '量子纠缠'), term('b', '中国科协')], [term('x', '量子纠缠')]);
    expect(found('中国科协谈量子糾纏')).toEqual([
      '中国科协 = imported-p0/b / bundled/cast',
      '量子糾纏 = imported-p0/a / imported-p1/x',
    ]);
  });

  it('are not found by forms of one letter, but searched by them', () => {
    const { found, library, prefilters } = reader([term('a', '的', { definition: '助词' })]);
    expect(found('我的')).toEqual([]);
    expect(prefilters[0]?.('我的')).toBe(false);
    expect(
      createSearch(library)
        .find('的', 5)
        .map(({ entry }) => entry.id),
    ).toContain('imported-p0/a');
  });

  it('are searched by other spellings and by translations', () => {
    const { library } = reader([
      term('a', '量子纠缠', {
        translation: 'quantum entanglement',
        equivalents: [{ language: 'de', text: 'Verschränkung' }],
      }),
    ]);
    const search = createSearch(library);
    for (const query of ['量子糾纏', 'entanglement', 'Verschränkung']) {
      expect(
        search.find(query, 1).map(({ entry }) => entry.id),
        query,
      ).toEqual(['imported-p0/a']);
    }
    expect(library.named('imported-p0/a')).toMatchObject({ translation: 'quantum entanglement', short: '' });
  });

  it('may be in a library in part, each term at its index', () => {
    const terms = [term('a', '甲项'), term('b', '乙项'), term('c', '丙项')];
    const whole = createPack({ id: 'imported-p', title: '', kind: 'imported', terms }, { variants: '', readings: '' });
    const part: PlainTerm[] = [];
    part[2] = term('c', '丙项');
    const sparse = createPack(
      { id: 'imported-p', title: '', kind: 'imported', terms: part },
      { variants: '', readings: '' },
      whole.manifest,
    );
    const library = new Library([null, sparse]);
    expect(library.entries.map(({ id }) => id)).toEqual(['imported-p/c']);
    const index = new Library([null, whole]).named('imported-p/c')?.index ?? -1;
    expect(library.at(library.revisions, index)?.headword).toBe('丙项');
    expect(library.at(library.revisions, index - 1)).toBeNull();
  });

  it('have another revision with any other word', () => {
    const about = { id: 'a', title: '甲' };
    const terms = [term('a', '甲项')];
    const revision = revisionOf(about, terms);
    expect(revision).toMatch(/^[0-9a-f]{16}$/);
    expect(revisionOf(about, [term('a', '甲项', { note: '注' })])).not.toBe(revision);
    expect(revisionOf({ ...about, title: '乙' }, terms)).not.toBe(revision);
  });
});

describe('a comparison of two revisions', () => {
  it('counts and names added, changed and removed terms', () => {
    const before = [term('a', '甲项'), term('b', '乙项'), term('c', '丙项')];
    const after = [
      { forms: [], id: 'a', definition: '', headword: '甲项' },
      term('b', '乙项', { note: '注' }),
      term('d', '丁项'),
    ];
    expect(compareTerms(before, after)).toEqual({
      added: 1,
      changed: 1,
      gone: 1,
      same: 1,
      examples: { added: ['丁项'], changed: ['乙项'], gone: ['丙项'] },
    });
    expect(compareTerms([], [])).toMatchObject({ added: 0, changed: 0, gone: 0, same: 0 });
  });
});

describe('the summary of a term', () => {
  it.each([
    [{ short: '释义', translation: 'x', equivalents: [] }, '释义'],
    [{ short: '', translation: 'term', equivalents: [] }, 'term'],
    [{ short: '', translation: '', equivalents: ['a', 'b'].map((text) => ({ language: 'en', text })) }, 'a / b'],
    [{ short: '', translation: '', equivalents: [] }, ''],
  ])('%j is %s', (entry, text) => {
    expect(summaryOf(entry)).toBe(text);
  });
});
