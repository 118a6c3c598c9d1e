import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import background from '../../../entrypoints/background/index';
import { waitFor } from '../../waits';
import { FakeArea, oneByOne } from '../shared/fake-area';

type Listener = (...given: unknown[]) => unknown;

/** A replacement of Firefox for Android: no menus, commands, address bar, sidebar and windows. */
const { heard, opened, area } = vi.hoisted(() => ({
  heard: {} as Record<string, Listener[]>,
  opened: [] as unknown[],
  area: { current: null as unknown },
}));

vi.mock('webextension-polyfill', () => {
  const listening = (name: string) => ({
    addListener: (listener: Listener) => {
      heard[name] ??= [];
      heard[name].push(listener);
    },
    removeListener: () => null,
  });
  const storageArea = new Proxy(
    {},
    { get: (_none, key) => Reflect.get(area.current as object, key).bind(area.current) },
  );
  return {
    default: {
      runtime: {
        getURL: (path: string) => `extension:${path}`,
        getManifest: () => ({ version: '9.9.9' }),
        onMessage: listening('message'),
        onInstalled: listening('installed'),
        onStartup: listening('startup'),
      },
      i18n: { getUILanguage: () => 'zh-CN', getMessage: (key: string) => (key === 'date_language' ? 'zh-CN' : key) },
      storage: {
        local: storageArea,
        session: storageArea,
        sync: storageArea,
        managed: { get: () => Promise.reject(new Error('no policy')) },
        onChanged: listening('stored'),
      },
      permissions: { onAdded: listening('granted'), onRemoved: listening('withdrawn') },
      alarms: { onAlarm: listening('alarm'), get: async () => undefined, clear: async () => true },
      action: { setTitle: async () => null, setBadgeText: async () => null, setBadgeBackgroundColor: async () => null },
      tabs: {
        query: async () => [],
        create: async (tab: unknown) => void opened.push(tab),
      },
      scripting: { executeScript: async () => [] },
    },
  };
});

const failures: unknown[] = [];
const note = (reason: unknown) => void failures.push(reason);

beforeEach(() => {
  // What the background plans for later must not run in another test.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  area.current = new FakeArea({ settingsVersion: 1 });
  const inTurn = oneByOne();
  vi.stubGlobal('navigator', { locks: { request: (_name: string, act: () => Promise<unknown>) => inTurn(act) } });
  process.on('unhandledRejection', note);
});
afterEach(() => {
  process.off('unhandledRejection', note);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('the background starts, answers and welcomes where menus, commands, address bar, sidebar and windows are missing', async () => {
  background.main();
  expect(Object.keys(heard)).toEqual(
    expect.arrayContaining(['message', 'installed', 'stored', 'granted', 'withdrawn']),
  );
  for (const listener of heard.installed ?? []) listener({ reason: 'install' });
  for (const listener of heard.startup ?? []) listener();
  await waitFor(() => expect(opened).toEqual([{ url: 'extension:/welcome.html' }]));
  // The language is applied last, by what follows the missing APIs.
  await waitFor(async () =>
    expect(await (area.current as FakeArea).get('language-sent')).toEqual({ 'language-sent': 'zh-Hans' }),
  );
  expect(failures).toEqual([]);
});
