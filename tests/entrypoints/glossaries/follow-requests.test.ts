import 'fake-indexeddb/auto';
import spellings from 'virtual:pangzhu/fold';
import { expect, it, vi } from 'vitest';
import { answerFollow } from '../../../entrypoints/glossaries/follow-requests';
import { PackStore } from '../../../entrypoints/shared/packs/pack-store';
import { Folding } from '../../../glossary/pack/folding';
import { ADDRESS, online, Publisher } from '../shared/follow/publisher';
import { termsOf } from '../shared/packs/imported';

it('follows a pack when no other one is followed or updated', async () => {
  const publisher = await Publisher.start();
  const store = new PackStore();
  const locks: [name: string, asked: number][] = [];
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 10, 29) });
  vi.stubGlobal('fetch', publisher.fetching);
  const request = (name: string, act: () => Promise<unknown>) => {
    locks.push([name, publisher.asked.length]);
    return act();
  };
  vi.stubGlobal('navigator', { locks: { request } });
  try {
    await publisher.publish(termsOf('甲项'));
    const surroundings = { store, folding: async () => new Folding(spellings) };
    const address = { url: ADDRESS, keys: [online.publicKey] };
    await answerFollow({ type: 'preview', turn: 1, version: '0.1.0', bundled: null, address }, surroundings);
    const kept = await answerFollow({ type: 'follow', turn: 2, version: '0.1.0', bundled: null }, surroundings);
    expect(kept).toEqual({ type: 'followed', turn: 2, result: { ok: true, value: 'followed-birds' } });
    expect(locks).toEqual([['follow', 1]]);
    expect(publisher.asked).toHaveLength(2);
  } finally {
    vi.useRealTimers();
    vi.unstubAllGlobals();
    await store.close();
    await publisher.stop();
  }
});
