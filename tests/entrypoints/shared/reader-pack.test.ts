import pack from 'virtual:pangzhu/pack';
import readings from 'virtual:pangzhu/readings';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { keepTables } from '../../../entrypoints/background/keep-tables';
import { loadPack } from '../../../entrypoints/shared/reader-pack';
import { createSearch } from '../../../glossary/search/search';
import { FakeArea } from './fake-area';

const { area } = vi.hoisted(() => ({ area: { current: null as unknown } }));

vi.mock('webextension-polyfill', () => ({
  default: {
    storage: {
      local: new Proxy({}, { get: (_none, name) => Reflect.get(area.current as object, name).bind(area.current) }),
      managed: { get: () => Promise.reject(new Error('no policy')) },
      onChanged: { addListener: () => null },
    },
  },
}));

const term = { headword: '量子纠缠', forms: [], definition: '一种现象。' };
let local: FakeArea;

beforeEach(() => {
  local = new FakeArea({ settingsVersion: 1 });
  area.current = local;
});

const load = () => loadPack('zh-Hans', readings);
const keep = (t: number) => local.set({ 'set/term/a': { v: term, t, device: 'test' } });
const isFound = (query: string, found: Awaited<ReturnType<typeof load>>) =>
  createSearch(found, readings)
    .find(query, 3)
    .some(({ entry }) => entry.id === 'own/a');

describe('the reader’s pack', () => {
  it('is the bundled one as long as there are no terms of their own', async () => {
    expect(await load()).toBe(pack);
  });

  it('has a term at once, all its spellings once they are compiled, and is the same from then on', async () => {
    await keep(1);
    const early = await load();
    expect(isFound('量子纠缠', early)).toBe(true);
    expect(isFound('量子糾纏', early)).toBe(false);
    await keepTables(local, [{ id: 'a', ...term }], false);
    const whole = await load();
    expect(isFound('量子糾纏', whole)).toBe(true);
    expect(await load()).toBe(whole);
    await local.set({ 'set/badge': { v: false, t: 2, device: 'test' } });
    expect(await load()).toBe(whole);
  });
});
