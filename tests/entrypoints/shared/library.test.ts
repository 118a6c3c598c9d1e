import 'fake-indexeddb/auto';
import spellings from 'virtual:pangzhu/fold';
import pack from 'virtual:pangzhu/pack';
import readings from 'virtual:pangzhu/readings';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { loadLibrary } from '../../../entrypoints/shared/library';
import { packStore } from '../../../entrypoints/shared/packs/reader-packs';
import { FINDER_KEY, sealFinder } from '../../../entrypoints/shared/page/pack-tables';
import { compilePacks } from '../../../glossary/library/compile-packs';
import { Folding } from '../../../glossary/pack/folding';
import { createSearch } from '../../../glossary/search/search';
import { stubDataFiles } from './data-files';
import { FakeArea } from './fake-area';
import { savedPack, termsOf } from './packs/imported';

const { area } = vi.hoisted(() => ({ area: { current: null as unknown } }));

vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: { getURL: (path: string) => `extension:${path}` },
    storage: {
      local: new Proxy({}, { get: (_none, name) => Reflect.get(area.current as object, name).bind(area.current) }),
      managed: { get: () => Promise.reject(new Error('no policy')) },
      onChanged: { addListener: () => null },
    },
  },
}));

const term = { headword: '量子纠缠', forms: [], definition: '一种现象。' };
stubDataFiles();
let local: FakeArea;

beforeEach(() => {
  local = new FakeArea({ settingsVersion: 1 });
  area.current = local;
});

const load = () => loadLibrary('zh-Hans', readings);
const keep = (t: number) => local.set({ 'set/term/a': { v: term, t, device: 'test' } });
const isFound = (query: string, found: Awaited<ReturnType<typeof load>>) =>
  createSearch(found, readings)
    .find(query, 3)
    .some(({ entry }) => entry.id === 'user/a');

describe('the reader’s library', () => {
  it('has imported terms by name, without the rest of their pack: those that are muted', async () => {
    const saved = await packStore.save([savedPack('p', termsOf('量子纠缠', '开放科学', '会士'))]);
    expect(saved).toEqual({ ok: true, value: null });
    const names = ['imported-p/t1', 'imported-p/none', 'imported-q/t0', 'bundled/cast'];
    const library = await loadLibrary('zh-Hans', '', null, { names });
    expect(names.map((name) => library.named(name)?.headword)).toEqual(['开放科学', undefined, undefined, '中国科协']);
    expect(library.entries.filter(({ pack: { kind } }) => kind === 'imported')).toHaveLength(1);
    await packStore.remove('imported-p', 1);
  });

  it('has the colours that the reader gave to packs', async () => {
    const before = await load();
    const green = { isOn: true, colour: 'green', density: null, insideWords: [], sites: { base: 'on', rules: [] } };
    await local.set({ 'set/pack/bundled': { v: green, t: 1, device: 'test' } });
    expect([before, await load()].map(({ packs: [bundled] }) => bundled?.manifest.colour)).toEqual([
      undefined,
      'green',
    ]);
  });

  it('is the bundled pack alone as long as there are no terms of their own', async () => {
    expect((await load()).revisions).toEqual([pack.manifest.revision, '']);
    expect(await load()).toBe(await load());
  });

  it('has a term at once, all its spellings once they are compiled, and is the same from then on', async () => {
    await keep(1);
    const early = await load();
    expect(isFound('量子纠缠', early)).toBe(true);
    expect(isFound('量子糾纏', early)).toBe(false);
    const packs = [{ id: 'user', title: '', kind: 'user' as const, terms: [{ id: 'a', ...term }] }];
    await local.set({ [FINDER_KEY]: sealFinder(compilePacks(packs, new Folding(spellings)).finder) });
    const whole = await load();
    expect(isFound('量子糾纏', whole)).toBe(true);
    expect(await load()).toBe(whole);
    await local.set({ 'set/badge': { v: false, t: 2, device: 'test' } });
    expect(await load()).toBe(whole);
  });
});
