import 'fake-indexeddb/auto';
import { afterEach, expect, it, vi } from 'vitest';
import { checkNow } from '../../../entrypoints/glossaries/follow-model';
import { load } from '../../../entrypoints/glossaries/packs-model';
import { packStore } from '../../../entrypoints/shared/packs/reader-packs';
import type { Followed, Pending } from '../../../glossary/follow/followed';
import { FakeArea } from '../shared/fake-area';
import { savedPack, termsOf } from '../shared/packs/imported';

const { area } = vi.hoisted(() => ({ area: { current: null as unknown } }));

vi.mock('webextension-polyfill', () => {
  const local = new Proxy({}, { get: (_none, key) => Reflect.get(area.current as object, key).bind(area.current) });
  const silent = { addListener: () => null, removeListener: () => null };
  return {
    default: {
      extension: { inIncognitoContext: false },
      i18n: { getMessage: (key: string) => key, getUILanguage: () => 'en' },
      permissions: { request: async () => true },
      runtime: { getURL: (path: string) => `extension:${path}`, getManifest: () => ({ version: '0.1.0' }) },
      storage: { local, managed: { get: async () => ({}) }, onChanged: silent },
    },
  };
});

afterEach(() => packStore.close());

const asked: Pending = { sha256: 'a', questions: [{ kind: 'licence', before: '', after: 'none' }] };
const askedLater: Pending = { sha256: 'b', questions: [{ kind: 'keys', keys: { current: ['thief'] } }] };

const followed: Followed = {
  url: 'https://words.example/latest.json',
  keys: { current: [] },
  revision: { id: 'birds', seq: 1, sha256: '', created: '', expires: '2030-01-01T00:00:00Z' },
  site: '',
  given: null,
  etag: '',
  checkedMs: 0,
  dueMs: 0,
  failures: 0,
  problem: null,
  pending: asked,
};

it('consents to the update that was shown, not to one that waits since then', async () => {
  area.current = new FakeArea({ settingsVersion: 1 });
  vi.stubGlobal('navigator', { locks: { request: (_name: string, act: () => Promise<unknown>) => act() } });
  vi.stubGlobal('fetch', async () => Response.json({ manifest: { id: 'bundled', title: '', count: 0 } }));
  const sent: object[] = [];
  vi.stubGlobal(
    'Worker',
    class {
      onmessage: ((event: object) => void) | null = null;
      postMessage(request: { turn: number }): void {
        sent.push(request);
        this.onmessage?.({ data: { type: 'checked', turn: request.turn, result: 'unchanged' } });
      }
      terminate(): void {}
    },
  );
  const { record, ...pack } = savedPack('birds', termsOf('a'));
  await packStore.save([{ ...pack, record: { ...record, followed } }]);
  await load();
  await packStore.follow((await packStore.list())[0] ?? { ...record, rank: 0, removedMs: null, compiledBy: '' }, {
    pending: askedLater,
  });
  await checkNow(record.id, true);
  expect(sent).toMatchObject([{ type: 'check', consent: asked }]);
  await checkNow(record.id);
  expect(sent.at(-1)).toMatchObject({ consent: null });
});
