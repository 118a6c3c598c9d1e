import pack from 'virtual:pangzhu/pack';
import { describe, expect, it } from 'vitest';
import { entriesWithSources, indexesOf } from '../../../entrypoints/background/entries';
import { readerPack } from '../../../glossary/library/reader-pack';

describe('entriesWithSources', () => {
  it('returns the entries in the requested order, each with the bulletins it quotes', () => {
    const answer = entriesWithSources(pack, pack.revision, [2, 0]);
    if (!answer.ok) throw new Error(answer.error.kind);
    expect(answer.value.map(({ entry }) => entry.id)).toEqual([pack.entries[2]?.id, pack.entries[0]?.id]);
    for (const { entry, sources } of answer.value) {
      expect(new Set(entry.evidence.map(({ bulletin }) => bulletin))).toEqual(new Set(sources.map(({ id }) => id)));
    }
  });

  it('refuses indexes of another revision, for they mean other entries', () => {
    expect(entriesWithSources(pack, '0'.repeat(16), [0])).toEqual({ ok: false, error: { kind: 'stale' } });
  });

  it('gives bundled entries whatever the reader’s own terms are by now, and refuses indexes of terms of before', () => {
    const own = (headword: string) =>
      readerPack(pack, { terms: [{ id: 'a', headword, forms: [], definition: '释义' }], variants: '', readings: '' });
    const [now, before] = [own('如今'), own('从前')];
    const at = (revision: string, index: number) => {
      const answer = entriesWithSources(now, revision, [index]);
      return answer.ok ? answer.value[0]?.entry.id : answer.error.kind;
    };
    expect(at(now.revision, pack.entries.length)).toBe('own/a');
    expect(at(before.revision, pack.entries.length)).toBe('stale');
    expect(at(before.revision, 0)).toBe(pack.entries[0]?.id);
    expect(at(pack.revision, 0)).toBe(pack.entries[0]?.id);
    const ids = ['own/a', pack.entries[2]?.id ?? ''];
    expect(indexesOf(now, now.revision, ids)).toEqual({ ok: true, value: [2, pack.entries.length] });
    expect(indexesOf(now, before.revision, ids)).toEqual({ ok: true, value: [2] });
    expect(indexesOf(now, '0'.repeat(16), ids)).toEqual({ ok: false, error: { kind: 'stale' } });
  });

  it('rejects an index out of range', () => {
    expect(entriesWithSources(pack, pack.revision, [0, pack.entries.length]).ok).toBe(false);
  });

  it('returns related entries by index, id and headword', () => {
    const index = pack.entries.findIndex(({ relations }) => relations.length > 0);
    const answer = entriesWithSources(pack, pack.revision, [index]);
    if (!answer.ok) throw new Error(answer.error.kind);
    const [item] = answer.value;
    expect(item?.related.map(({ type, id }) => ({ type, target: id }))).toEqual(pack.entries[index]?.relations);
    for (const related of item?.related ?? []) {
      expect(pack.entries[related.index]).toMatchObject({ id: related.id, headword: related.headword });
    }
  });
});
