import pack from 'virtual:pangzhu/pack';
import readings from 'virtual:pangzhu/readings';
import { describe, expect, it } from 'vitest';
import { groupsOf } from '../../../components/book/index-groups';
import { Library } from '../../../glossary/library/library';
import { createPack, type PlainPack } from '../../../glossary/library/plain-pack';
import type { PlainTerm } from '../../../glossary/pack/plain-term';
import { words } from '../words';

const terms: [PlainTerm, ...PlainTerm[]] = [
  { id: 'a', headword: '量子纠缠', forms: ['阿尔法'], definition: '一种现象。' },
  { id: 'b', headword: 'EPR佯谬', forms: [], definition: '两粒子的关联。' },
  { id: 'c', headword: 'Ωμέγα', forms: [], definition: '字母。' },
];
const packOf = (plain: PlainPack) => createPack(plain, { variants: '', readings });
const user = packOf({ id: 'user', title: '', kind: 'user', terms });
const both = new Library([pack, user]);

/** The groups with own terms in them, by key. */
function placesOf(by: Parameters<typeof groupsOf>[2]) {
  return groupsOf(words, both, by, String)
    .map(({ key, entries }) => [key, entries.flatMap(({ id }) => (id.startsWith('user/') ? [id] : []))] as const)
    .filter(([, own]) => own.length > 0);
}

describe('terms of the reader’s own in the indexes', () => {
  it('are sorted by the reading of their headword among all entries', () => {
    expect(placesOf('pinyin')).toEqual([
      ['E', ['user/b']],
      ['L', ['user/a']],
      ['digits', ['user/c']],
    ]);
    const letters = groupsOf(words, both, 'pinyin', String).flatMap(({ entries }) => entries);
    expect(letters).toHaveLength(pack.terms.length + terms.length);
  });

  it.each(['category', 'bulletin'] as const)('are the last group by %s', (by) => {
    expect(placesOf(by)).toEqual([['user', ['user/c', 'user/b', 'user/a']]]);
    expect(groupsOf(words, both, by, String).at(-2)?.key).toBe('user');
  });

  it.each(['category', 'bulletin'] as const)('are apart from those of the organisation by %s', (by) => {
    const policy = packOf({ id: 'policy-p', title: '术语集', kind: 'policy', terms: [terms[0]] });
    const all = new Library([pack, user, policy]);
    const last = groupsOf(words, all, by, String).slice(-2);
    expect(last.map(({ key, entries }) => [key, entries.length])).toEqual([
      ['user', 3],
      ['policy', 1],
    ]);
  });

  it('have no group if there are none', () => {
    expect(groupsOf(words, new Library([pack]), 'category', String).at(-1)?.entries).toEqual([]);
  });
});
