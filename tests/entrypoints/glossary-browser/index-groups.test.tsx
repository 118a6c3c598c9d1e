import pack from 'virtual:pangzhu/pack';
import readings from 'virtual:pangzhu/readings';
import { describe, expect, it } from 'vitest';
import { groupsOf } from '../../../entrypoints/glossary-browser/index-groups';
import type { OwnTerm } from '../../../glossary/library/own-entry';
import { readerPack } from '../../../glossary/library/reader-pack';
import { words } from '../../components/words';

const terms: [OwnTerm, ...OwnTerm[]] = [
  { id: 'a', headword: '量子纠缠', forms: ['阿尔法'], definition: '一种现象。' },
  { id: 'b', headword: 'EPR佯谬', forms: [], definition: '两粒子的关联。' },
  { id: 'c', headword: 'Ωμέγα', forms: [], definition: '字母。' },
];
const both = readerPack(pack, { terms, variants: '', readings });

/** The groups with own terms in them, by key. */
function placesOf(by: Parameters<typeof groupsOf>[2]) {
  return groupsOf(words, both, by)
    .map(({ key, entries }) => [key, entries.flatMap(({ id }) => (id.startsWith('own/') ? [id] : []))] as const)
    .filter(([, own]) => own.length > 0);
}

describe('terms of the reader’s own in the indexes', () => {
  it('stand by the reading of their headword among all others', () => {
    expect(placesOf('pinyin')).toEqual([
      ['E', ['own/b']],
      ['L', ['own/a']],
      ['digits', ['own/c']],
    ]);
    const letters = groupsOf(words, both, 'pinyin').flatMap(({ entries }) => entries);
    expect(letters).toHaveLength(pack.entries.length + terms.length);
  });

  it.each(['category', 'bulletin'] as const)('are the last group by %s', (by) => {
    expect(placesOf(by)).toEqual([['own', ['own/c', 'own/b', 'own/a']]]);
    expect(groupsOf(words, both, by).at(-2)?.key).toBe('own');
  });

  it.each(['category', 'bulletin'] as const)('are apart from those of the organisation by %s', (by) => {
    const preset = { ...terms[0], id: 'p-1', pack: '术语集', source: null };
    const all = readerPack(pack, { terms: [...terms, preset], variants: '', readings });
    const last = groupsOf(words, all, by).slice(-2);
    expect(last.map(({ key, entries }) => [key, entries.length])).toEqual([
      ['own', 3],
      ['preset', 1],
    ]);
  });

  it('leave nothing where there are none', () => {
    expect(groupsOf(words, pack, 'category').at(-1)?.entries).toEqual([]);
  });
});
