import spellings from 'virtual:pangzhu/fold';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AddedPack, withPacks } from '../../../glossary/find/add-packs';
import { createFinder, type Finder } from '../../../glossary/find/finder';
import { joinFinders } from '../../../glossary/find/join-finders';
import type { InsideWords } from '../../../glossary/find/pattern-senses';
import { mentionsInText } from '../../../glossary/find/standalone-text';
import { readTables, writeTables } from '../../../glossary/find/tables-file';
import { compileFinder, type FormRules, type NamedEntry } from '../../../glossary/pack/compile-finder';
import { SEGMENT_SIZE } from '../../../glossary/pack/finder-data';
import { Folding } from '../../../glossary/pack/folding';

const folding = new Folding(spellings);

const entry = (id: string, ...forms: (string | FormRules)[]): NamedEntry => ({
  id,
  forms: forms.map((form) => (typeof form === 'string' ? { text: form } : form)),
});
const dataOf = (entries: readonly NamedEntry[], exclusions: readonly string[] = [], segment = 0) =>
  compileFinder(
    entries.map((named, place) => ({ ...named, index: segment * SEGMENT_SIZE + place })),
    exclusions.map((text) => ({ text })),
    { revisions: [...Array(segment).fill(''), `revision ${segment}`], folding },
  );

function addedPack(entries: readonly NamedEntry[], segment: number, insideWords: InsideWords = []): AddedPack {
  const read = readTables(writeTables(dataOf(entries)));
  if (!read) throw new Error('the tables cannot be read');
  return { ...read, segment, revision: `revision ${segment}`, insideWords };
}

/** Surfaces with their senses, `segment.place`. */
function found(finder: Finder, text: string): string[] {
  return mentionsInText(finder, text).map(({ start, end, senses }) => {
    const names = senses.map(({ entry: index }) => `${Math.floor(index / SEGMENT_SIZE)}.${index % SEGMENT_SIZE}`);
    return `${text.slice(start, end)} = ${names.join(' / ')}`;
  });
}

const bundled = [entry('a', '科普'), entry('b', { text: '学会', needs: { page: ['中国科协'] } })];
const base = createFinder(dataOf(bundled, ['科普剧']));
const first = [entry('a', '量子纠缠', '量子纏結'), entry('b', '科普'), entry('c', '科普剧'), entry('d', '纠缠')];
const second = [entry('a', '科普'), entry('b', 'Open Science'), entry('c', { text: 'RNA', exactCase: true })];
const allOf = () => withPacks(base, [addedPack(first, 2), addedPack(second, 3)]);

describe('a finder with packs', () => {
  it.each<[name: string, text: string, expected: string[]]>([
    ['nothing', '', []],
    ['a form of one pack', '谈量子纠缠。', ['量子纠缠 = 2.0']],
    ['other spellings', '談量子糾纏', ['量子糾纏 = 2.0']],
    ['the longest of all packs', '量子纠缠与纠缠', ['量子纠缠 = 2.0', '纠缠 = 2.3']],
    ['a form of three packs, in their order', '科普', ['科普 = 2.1 / 3.0 / 0.0']],
    ['an exclusion that is a form of an added pack', '看科普剧', ['科普剧 = 2.2']],
    ['Latin words as wholes', 'open science, reopen sciences', ['open science = 3.1']],
    ['case where it counts', 'RNA rna', ['RNA = 3.2']],
    ['a form that needs the page, without what it needs', '学会', []],
    ['a form that needs the page', '学会。中国科协', ['学会 = 0.1']],
  ])('%s', (_name, text, expected) => {
    expect(found(allOf(), text)).toEqual(expected);
  });

  it.each<[name: string, form: FormRules, insideWords: InsideWords, expected: string[]]>([
    ['not inside a longer word', { text: '科普' }, [], []],
    ['inside one, if its author says so', { text: '科普', insideWords: true }, [], ['科普 = 1.0']],
    ['inside one, if the reader says so of the pack', { text: '科普' }, 'all', ['科普 = 1.0']],
    ['inside one, if the reader says so of the term', { text: '科普' }, [0], ['科普 = 1.0']],
    ['not, if the reader says so of another term', { text: '科普' }, [1], []],
    ['not in another case, if case counts', { text: 'RNA', exactCase: true }, 'all', []],
  ])('a form is found %s', (_name, form, insideWords, expected) => {
    const finder = withPacks(createFinder(dataOf([])), [addedPack([entry('a', form)], 1, insideWords)]);
    expect(found(finder, '内科普通班 rna')).toEqual(expected);
  });

  it('has the revisions of all, by segment', () => {
    expect(allOf().revisions).toEqual(['revision 0', '', 'revision 2', 'revision 3']);
    expect(withPacks(base, [])).toBe(base);
  });

  it('finds the same as one joint table', () => {
    const letters = fc.stringMatching(/^[科普学会甲 ]{1,3}$/);
    const pack = fc.uniqueArray(
      letters.filter((form) => form.trim() !== ''),
      { maxLength: 6, selector: (form) => folding.fold(form) },
    );
    fc.assert(
      fc.property(pack, fc.array(fc.constantFrom(...'科普学会甲乙剧 '), { maxLength: 24 }), (forms, units) => {
        const named = forms.map((form) => entry(form, form));
        const apart = withPacks(base, [addedPack(named, 1)]);
        const joint = createFinder(joinFinders(dataOf(bundled, ['科普剧']), dataOf(named, [], 1)));
        const text = units.join('');
        expect(found(apart, text)).toEqual(found(joint, text));
      }),
    );
  });
});

describe('the file of a pack’s tables', () => {
  const file = () => writeTables(dataOf(second));

  it('is refused with any word changed, or cut off', () => {
    expect(readTables(file())).not.toBeNull();
    const words = file().byteLength / 4;
    for (let at = 0; at < words; at += Math.ceil(words / 50)) {
      const damaged = file();
      const view = new Uint32Array(damaged);
      view[at] = (view[at] ?? 0) ^ 1;
      expect(readTables(damaged), `word ${at}`).toBeNull();
    }
    for (const size of [0, 3, 8, 40, file().byteLength - 4]) expect(readTables(file().slice(0, size))).toBeNull();
  });

  it('accepts a pack without terms', () => {
    expect(found(withPacks(base, [addedPack([], 1)]), '科普')).toEqual(['科普 = 0.0']);
  });
});
