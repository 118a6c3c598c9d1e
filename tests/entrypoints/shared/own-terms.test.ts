import spellings from 'virtual:pangzhu/fold';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { keepTables } from '../../../entrypoints/background/keep-tables';
import { parseOwnFinder, parseOwnHint, sealOwnFinder } from '../../../entrypoints/shared/page/own-tables';
import { isSettingKey, ownTermSchema } from '../../../entrypoints/shared/settings/settings';
import { createFinder } from '../../../glossary/find/finder';
import { hintOf } from '../../../glossary/find/hint';
import { mentionsInText } from '../../../glossary/find/text-mentions';
import { compileOwn } from '../../../glossary/library/compile-own';
import type { OwnTerm } from '../../../glossary/library/own-entry';
import { Folding } from '../../../glossary/pack/folding';
import { FakeArea } from './fake-area';

const term: OwnTerm = { id: 'a', headword: '量子纠缠', forms: ['EPR'], definition: '释义' };
const { hint, finder } = compileOwn([term], new Folding(spellings));
const sealed = sealOwnFinder(finder);
const WORD_JOINER = '\u2060';

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
    ['with something else', { note: '注' }, false],
  ])('%s', (_name, change, isGood) => {
    expect(v.is(ownTermSchema, { ...typed, ...change })).toBe(isGood);
  });

  it('always folds to something the finder can find', () => {
    const folding = new Folding(spellings);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 6 }), (headword) => {
        if (v.is(ownTermSchema, { ...typed, headword })) expect(folding.fold(headword)).not.toBe('');
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

describe('what pages read of own terms', () => {
  it('is what was compiled, after a way through JSON', () => {
    expect(parseOwnHint(JSON.parse(JSON.stringify(hint)))).toEqual(hint);
    expect(parseOwnFinder(JSON.parse(JSON.stringify(sealed)))).toEqual(finder);
  });

  it.each<[name: string, stored: unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'ownHint'],
    ['another revision', { ...hint, ...sealed, revision: 'x' }],
    ['a list for a text', { ...hint, ...sealed, runs: [], patterns: [] }],
    ['no spellings', { ...hint, ...sealed, variants: undefined }],
    ['too much', { ...hint, ...sealed, runs: 'a'.repeat(2_000_000), patterns: 'a'.repeat(2_000_000) }],
  ])('%s counts as no terms', (_name, stored) => {
    expect(parseOwnHint(stored)).toBeNull();
    expect(parseOwnFinder(stored)).toBeNull();
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
    expect(parseOwnFinder({ ...sealed, ...change })).toBeNull();
  });

  it('never throws, and what it lets through can be used', () => {
    const patterns = fc.array(fc.string({ maxLength: 3 }), { maxLength: 4 }).map((list) => list.join('\n'));
    const senses = fc.array(fc.integer({ min: -2, max: 4 }), { maxLength: 9 });
    const damaged = fc.record({ revision: fc.constant(finder.revision), patterns, variants: fc.string(), senses });
    fc.assert(
      fc.property(fc.oneof(damaged, fc.anything()), fc.string(), (stored, text) => {
        const read = parseOwnFinder(stored);
        if (read) mentionsInText(createFinder(read), text);
        const hinted = parseOwnHint(stored);
        if (hinted) hintOf(hinted)(text);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the background', () => {
  it('compiles terms once, and anew when they change or it is told to', async () => {
    const local = new FakeArea();
    await keepTables(local, [term], false);
    expect(local.items).toEqual({ ownHint: hint, ownFinder: sealed });
    await keepTables(local, [term], false);
    expect(local.writes).toBe(1);
    await keepTables(local, [term], true);
    expect(local.writes).toBe(2);
    await keepTables(local, [{ ...term, definition: '另释' }], false);
    expect(local.items.ownHint).not.toEqual(hint);
  });

  it('compiles again what it finds broken, and takes all away with the last term', async () => {
    const local = new FakeArea({ ownHint: hint, ownFinder: { ...sealed, senses: 'x' }, page: { v: 1 } });
    await keepTables(local, [term], false);
    expect(local.items.ownFinder).toEqual(sealed);
    await keepTables(local, [], false);
    expect(local.items).toEqual({ page: { v: 1 } });
    const { writes } = local;
    await keepTables(local, [], true);
    expect(local.writes).toBe(writes);
  });
});
