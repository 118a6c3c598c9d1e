import spellings from 'virtual:pangzhu/fold';
import pack from 'virtual:pangzhu/pack';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it, vi } from 'vitest';
import {
  isMutedBySite,
  parseFinder,
  parseMuted,
  parsePrefilter,
  sealFinder,
} from '../../../entrypoints/shared/page/pack-tables';
import { plainTermSchema } from '../../../entrypoints/shared/settings/plain-term-schema';
import { isSettingKey } from '../../../entrypoints/shared/settings/settings';
import { createFinder } from '../../../glossary/find/finder';
import { createPrefilter } from '../../../glossary/find/prefilter';
import { mentionsInText } from '../../../glossary/find/standalone-text';
import { compilePacks, inSegments, revisionsOf } from '../../../glossary/library/compile-packs';
import { Library } from '../../../glossary/library/library';
import { createPack, type PlainPack } from '../../../glossary/library/plain-pack';
import { SEGMENT_SIZE } from '../../../glossary/pack/finder-data';
import { Folding } from '../../../glossary/pack/folding';
import { FakeArea } from '../shared/fake-area';

vi.mock('webextension-polyfill', () => ({ default: { storage: {} } }));
const { keepTables } = await import('../../../entrypoints/background/keep-packs');

const term = { id: 'a', headword: '量子纠缠', forms: ['EPR'], definition: '释义' };
const packs: PlainPack[] = [{ id: 'user', title: '', kind: 'user', terms: [term] }];
const { prefilter: compiled, finder } = compilePacks(packs, new Folding(spellings));
const prefilter = { ...compiled, revisions: revisionsOf(packs) };
const sealed = sealFinder(finder);
const WORD_JOINER = '\u2060';

const EVERY_FIELD = {
  translation: 'term',
  equivalents: [{ language: 'de', text: 'Begriff' }],
  pinyin: 'shùyǔ',
  subject: '语言',
  note: '说明',
  source: { title: '名词', url: 'https://example.org/', quote: '引文', date: '2021-06' },
  status: 'deprecated',
  use: '名词',
  exactCase: true,
  insideWords: true,
};

describe('a term of the reader’s own', () => {
  const typed = { headword: '术语', forms: [], definition: '释义' };

  it.each<[name: string, change: object, isGood: boolean]>([
    ['as short as may be', {}, true],
    ['as long as may be', { headword: '术'.repeat(64), forms: Array(8).fill('语'.repeat(64)) }, true],
    ['too long', { headword: '术'.repeat(65) }, false],
    ['of one letter', { headword: '术' }, false],
    ['of one letter in quotation marks', { headword: '“术”' }, false],
    ['of invisible characters', { headword: WORD_JOINER.repeat(4) }, false],
    ['of quotation marks', { headword: '“”「」' }, false],
    ['of one letter and what cannot be seen', { headword: `术${WORD_JOINER}` }, false],
    ['with a form of invisible characters', { forms: ['别名', WORD_JOINER.repeat(3)] }, false],
    ['with nine other forms', { forms: Array(9).fill('别名') }, false],
    ['explained at length', { definition: '长'.repeat(2000) }, true],
    ['explained at too great length', { definition: '长'.repeat(2001) }, false],
    ['explained by what cannot be seen', { definition: WORD_JOINER }, false],
    ['with something else', { colour: '红' }, false],
    ['as version 0.1.0 stored it', { headword: '碳达峰', forms: ['达峰'], definition: '释义' }, true],
    ['with a translation in place of a definition', { definition: '', translation: 'term' }, true],
    ['with neither', { definition: '', pinyin: 'shùyǔ' }, false],
    ['with every field', EVERY_FIELD, true],
    ['with an address that runs a script', { source: { title: '', url: 'javascript:alert(1)' } }, false],
    ['with a date that is none', { source: { title: '', url: '', date: '2021年' } }, false],
    ['with an equivalent without a language', { equivalents: [{ language: '', text: 'x' }] }, false],
    ['too large to be synced', { definition: '长'.repeat(2000), note: '长'.repeat(1000) }, false],
  ])('%s', (_name, change, isGood) => {
    expect(v.is(plainTermSchema, { ...typed, ...change })).toBe(isGood);
  });

  it('always folds to something the finder can find', () => {
    const folding = new Folding(spellings);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 6 }), (headword) => {
        if (v.is(plainTermSchema, { ...typed, headword })) expect(folding.fold(headword)).not.toBe('');
      }),
    );
  });

  it.each([
    ['term/own-5f0c', true],
    ['term/a b', false],
    ['term/own/a', false],
    [`term/${'a'.repeat(81)}`, false],
  ])('may be kept as %s: %s', (key, isGood) => {
    expect(isSettingKey(key)).toBe(isGood);
  });
});

describe('the data of added packs in pages', () => {
  it('is unchanged by JSON', () => {
    expect(parsePrefilter(JSON.parse(JSON.stringify(prefilter)))).toEqual(prefilter);
    expect(parseFinder(JSON.parse(JSON.stringify(sealed)))).toEqual(finder);
  });

  it.each<[name: string, stored: unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'prefilter'],
    ['another revision', { ...prefilter, ...sealed, revisions: ['x'] }],
    ['a list for a text', { ...prefilter, ...sealed, literals: [], patterns: [] }],
    ['no spellings', { ...prefilter, ...sealed, variants: undefined, spellings: undefined }],
    ['too much', { ...prefilter, ...sealed, literals: 'a'.repeat(2_000_000), patterns: 'a'.repeat(2_000_000) }],
  ])('%s counts as no terms', (_name, stored) => {
    expect(parsePrefilter(stored)).toBeNull();
    expect(parseFinder(stored)).toBeNull();
  });

  it.each<[name: string, change: object]>([
    ['an empty pattern', { patterns: `${finder.patterns}\n` }],
    ['a pattern twice', { patterns: `${finder.patterns}\n${finder.patterns}` }],
    ['half a sense', { senses: [0, 0] }],
    ['a sense of no pattern', { senses: [99, 0, -1] }],
    ['senses out of order', { senses: [1, 0, -1, 0, 0, -1] }],
    ['an entry that is no number', { senses: [0, '0', -1] }],
    ['a negative entry', { senses: [0, -1, -1] }],
    ['a rule', { senses: [0, 0, 0] }],
    ['no senses', { senses: null }],
  ])('%s counts as no terms', (_name, change) => {
    expect(parseFinder({ ...sealed, ...change })).toBeNull();
  });

  it('is parsed without an exception, and accepted data can be used', () => {
    const patterns = fc.array(fc.string({ maxLength: 3 }), { maxLength: 4 }).map((list) => list.join('\n'));
    const senses = fc.array(fc.integer({ min: -2, max: 4 }), { maxLength: 9 });
    const damaged = fc.record({
      revisions: fc.constant(finder.revisions),
      patterns,
      variants: fc.string(),
      senses,
      literals: fc.string(),
      spellings: fc.string(),
    });
    fc.assert(
      fc.property(fc.oneof(damaged, fc.anything()), fc.string(), (stored, text) => {
        const read = parseFinder(stored);
        if (read) mentionsInText(createFinder(read), text);
        const prefiltered = parsePrefilter(stored);
        if (prefiltered) createPrefilter([prefiltered])(text);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the muted entries in pages', () => {
  it.each<[name: string, stored: unknown]>([
    ['nothing', undefined],
    ['a list', ['cast']],
    ['no revisions', { entries: [1] }],
    ['revisions that are none', { revisions: [7], entries: [1] }],
    ['no list of entries', { revisions: ['0123456789abcdef'], entries: '1' }],
  ])('%s counts as none', (_name, stored) => {
    expect(parseMuted(stored, null)).toEqual({ revisions: [], entries: [] });
  });

  it('are the valid indexes that the background wrote', () => {
    const stored = { revisions: ['0123456789abcdef'], entries: [1, 'x', 3] };
    expect(parseMuted(stored, null)).toEqual({ revisions: stored.revisions, entries: [1, 3] });
  });
});

describe('the background', () => {
  const asked = { spellings: 0, library: 0 };
  const load = {
    spellings: async () => {
      asked.spellings++;
      return spellings;
    },
    library: async (source: { packs: readonly PlainPack[] }) => {
      asked.library++;
      const [, ...added] = inSegments(source.packs).map(
        (plain) => plain && createPack(plain, { variants: '', readings: '' }),
      );
      return new Library([pack, ...added]);
    },
  };
  const keep = (
    local: FakeArea,
    source: { packs?: PlainPack[]; muted?: string[]; mutedAt?: [string, string][] },
    isAnew = false,
  ) => keepTables(local, { packs: [], imported: [], muted: [], mutedAt: [], ...source }, { isAnew, load });
  const usual = { isAnew: false, load };

  it('compiles packs once, and again when they change or on request', async () => {
    const local = new FakeArea();
    await keep(local, { packs });
    expect(local.items).toEqual({ packsPrefilter: prefilter, packsFinder: sealed });
    await keep(local, { packs });
    expect(local.writes).toBe(1);
    await keep(local, { packs }, true);
    expect(local.writes).toBe(2);
    await keep(local, { packs: [{ id: 'user', title: '', kind: 'user', terms: [{ ...term, definition: '另释' }] }] });
    expect(local.items.packsPrefilter).not.toEqual(prefilter);
  });

  it('compiles damaged data again, and removes all data with the last pack', async () => {
    const local = new FakeArea({
      packsPrefilter: prefilter,
      packsFinder: { ...sealed, senses: 'x' },
      page: { v: 1 },
    });
    await keep(local, { packs });
    expect(local.items.packsFinder).toEqual(sealed);
    await keep(local, {});
    expect(local.items).toEqual({ page: { v: 1 } });
    const { writes } = local;
    await keep(local, {}, true);
    expect(local.writes).toBe(writes);
  });

  it('writes muted entries by index with their revisions, once, and again when names or packs change', async () => {
    const local = new FakeArea();
    const first = `bundled/${pack.terms[0]?.id}`;
    await keep(local, { muted: [first, 'user/a', 'bundled/gone'] });
    expect(parseMuted(local.items.mutedEntries, null)).toEqual({
      revisions: [pack.manifest.revision, ''],
      entries: [0],
    });
    const { library } = asked;
    await keep(local, { muted: [first, 'user/a', 'bundled/gone'] });
    expect([local.writes, asked.library]).toEqual([1, library]);
    await keep(local, { muted: [first, 'user/a', 'bundled/gone'], packs });
    expect(parseMuted(local.items.mutedEntries, null)).toEqual({
      revisions: [pack.manifest.revision, ...revisionsOf(packs).slice(1)],
      entries: [0, SEGMENT_SIZE],
    });
    await keep(local, { packs });
    expect(local.items).not.toHaveProperty('mutedEntries');
  });

  it('writes entries that are muted on a site apart, and pages of that site read them', async () => {
    const local = new FakeArea();
    const [first, second] = pack.terms.map(({ id }) => `bundled/${id}`);
    await keep(local, {
      muted: [`${first}`],
      mutedAt: [
        ['a.cn', `${second}`],
        ['b.cn', 'bundled/gone'],
      ],
    });
    const { mutedEntries } = local.items;
    const on = (site: string | null) => parseMuted(mutedEntries, site).entries;
    expect([on('a.cn'), on('b.cn'), on('c.cn'), on(null)]).toEqual([[0, 1], [0], [0], [0]]);
    expect(isMutedBySite(mutedEntries)).toBe(true);
    await keep(local, { mutedAt: [['c.cn', `${first}`]] });
    expect(parseMuted(local.items.mutedEntries, 'c.cn').entries).toEqual([0]);
    await keep(local, {});
    expect(local.items).not.toHaveProperty('mutedEntries');
  });

  it('reads no data file when nothing changed', async () => {
    const local = new FakeArea();
    const source = { packs, imported: [], muted: ['bundled/cast'], mutedAt: [] };
    await keepTables(local, source, usual);
    const before = { ...asked };
    await keepTables(local, source, usual);
    expect(asked).toEqual(before);
  });
});
