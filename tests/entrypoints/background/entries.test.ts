import pack from 'virtual:pangzhu/pack';
import { describe, expect, it } from 'vitest';
import { entriesWithSources } from '../../../entrypoints/background/entries';
import { Library } from '../../../glossary/library/library';
import { createPack } from '../../../glossary/library/plain-pack';
import { SEGMENT_SIZE } from '../../../glossary/pack/finder-data';
import { library } from '../../library';

const { entries, revisions } = library;

describe('entriesWithSources', () => {
  it('returns the entries in the requested order, each with the bulletins it quotes', () => {
    const answer = entriesWithSources(library, revisions, [2, 0]);
    if (!answer.ok) throw new Error(answer.error.kind);
    expect(answer.value.map(({ entry }) => entry.id)).toEqual([entries[2]?.id, entries[0]?.id]);
    for (const { entry, sources } of answer.value) {
      expect(new Set(entry.evidence.map(({ bulletin }) => bulletin))).toEqual(new Set(sources.map(({ id }) => id)));
    }
  });

  it('refuses indexes of another revision, for they mean other entries', () => {
    expect(entriesWithSources(library, ['0'.repeat(16)], [0])).toEqual({ ok: false, error: { kind: 'stale' } });
    expect(entriesWithSources(library, [], [0])).toEqual({ ok: false, error: { kind: 'stale' } });
  });

  it('returns bundled entries after changes of the reader’s terms, and refuses outdated indexes of those', () => {
    const withTerm = (headword: string) => {
      const terms = [{ id: 'a', headword, forms: [], definition: '释义' }];
      const user = createPack({ id: 'user', title: '', kind: 'user', terms }, { variants: '', readings: '' });
      return new Library([pack, user]);
    };
    const [now, before] = [withTerm('如今'), withTerm('从前')];
    const at = (of: readonly string[], index: number) => {
      const answer = entriesWithSources(now, of, [index]);
      return answer.ok ? answer.value[0]?.entry.id : answer.error.kind;
    };
    expect(at(now.revisions, SEGMENT_SIZE)).toBe('user/a');
    expect(at(before.revisions, SEGMENT_SIZE)).toBe('stale');
    expect(at(before.revisions, 0)).toBe(entries[0]?.id);
    expect(at(revisions, 0)).toBe(entries[0]?.id);
  });

  it('rejects an index out of range', () => {
    expect(entriesWithSources(library, revisions, [0, entries.length])).toMatchObject({ error: { kind: 'fault' } });
  });

  it('returns related entries by index, id and headword', () => {
    const index = entries.findIndex(({ relations }) => relations.length > 0);
    const answer = entriesWithSources(library, revisions, [index]);
    if (!answer.ok) throw new Error(answer.error.kind);
    const [item] = answer.value;
    expect(item?.related.map(({ type, id }) => ({ type, target: id }))).toEqual(entries[index]?.relations);
    for (const related of item?.related ?? []) {
      expect(entries[related.index]).toMatchObject({ id: related.id, headword: related.headword });
    }
  });
});
