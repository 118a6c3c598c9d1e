import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepLanguage } from '../../../entrypoints/background/keep-language';
import { makeMenus } from '../../../entrypoints/background/menus';
import { listenToOmnibox } from '../../../entrypoints/background/omnibox';
import { interfaceLanguage, loadWords } from '../../../entrypoints/shared/language/translate';
import { glossary } from '../../compiled-glossary';
import { waitFor } from '../../waits';
import { stubDataFiles } from '../shared/data-files';
import { FakeArea, oneByOne } from '../shared/fake-area';

type Listener = (...given: never[]) => unknown;
interface Suggestion {
  content: string;
  description: string;
}

/** A replacement of the browser, in Simplified Chinese. */
const { ours, area, heard, frames } = vi.hoisted(() => ({
  ours: { menus: {} as Record<string, string>, title: '', panelTitle: '', field: '' },
  area: { local: null as unknown, session: null as unknown },
  heard: { stored: [] as Listener[], typed: [] as Listener[], started: [] as Listener[] },
  frames: new Map<number, { words?: unknown }>(),
}));
const chinese: Record<string, { message: string }> = JSON.parse(localeFile('zh_CN')); // The browsers' format.

function localeFile(locale: string): string {
  return readFileSync(
    fileURLToPath(new URL(`../../../public/_locales/${locale}/messages.json`, import.meta.url)),
    'utf8',
  );
}

vi.mock('webextension-polyfill', () => {
  const areaOf = (name: 'local' | 'session') =>
    new Proxy({}, { get: (_none, key) => Reflect.get(area[name] as object, key).bind(area[name]) });
  const listening = (listeners: Listener[]) => ({ addListener: (listener: Listener) => listeners.push(listener) });
  return {
    default: {
      runtime: { getURL: (path: string) => `extension:${path}`, onStartup: listening(heard.started) },
      i18n: {
        getUILanguage: () => 'zh-CN',
        getMessage: (key: string, given: string[] = []) =>
          (chinese[key]?.message ?? '').replace(/\$\w+\$/, () => given[0] ?? ''),
      },
      storage: {
        local: areaOf('local'),
        session: areaOf('session'),
        managed: { get: () => Promise.reject(new Error('no policy')) },
        onChanged: listening(heard.stored),
      },
      contextMenus: {
        removeAll: async () => {
          ours.menus = {};
        },
        create: ({ id, title }: { id: string; title: string }) => {
          ours.menus[id] = title;
        },
        update: async (id: string, { title }: { title: string }) => {
          if (!(id in ours.menus)) throw new Error('no such item');
          ours.menus[id] = title;
        },
        onClicked: listening([]),
      },
      action: {
        setTitle: async ({ title }: { title: string }) => {
          ours.title = title;
        },
      },
      sidebarAction: {
        setTitle: async ({ title }: { title: string }) => {
          ours.panelTitle = title;
        },
      },
      omnibox: {
        setDefaultSuggestion: ({ description }: { description: string }) => {
          ours.field = description;
        },
        onInputChanged: listening(heard.typed),
        onInputEntered: listening([]),
      },
      tabs: { query: async () => [{ id: 1 }, { id: 2 }] },
      scripting: {
        /** Runs the function in a replacement of each frame's isolated world; tab 2 cannot be read. */
        executeScript: async (injection: {
          target: { tabId: number; frameIds?: number[] };
          func: (...given: unknown[]) => unknown;
          args?: unknown[];
        }) => {
          if (injection.target.tabId === 2) throw new Error('Cannot access contents of the page');
          const ids = injection.target.frameIds ?? [...frames.keys()];
          return ids.map((frameId) => {
            Reflect.set(globalThis, Symbol.for('pangzhu'), frames.get(frameId));
            const result = injection.func(...(injection.args ?? []));
            Reflect.deleteProperty(globalThis, Symbol.for('pangzhu'));
            return { frameId, result };
          });
        },
      },
    },
  };
});

const { traditional } = glossary;
let local: FakeArea;

beforeEach(() => {
  vi.stubGlobal('navigator', { locks: { request: lockOf() } });
  stubDataFiles(async (address) => {
    const [, locale] = /_locales\/(\w+)/.exec(address) ?? [];
    return new Response(locale ? localeFile(locale) : JSON.stringify(traditional));
  });
  Object.assign(ours, { menus: {}, title: '', panelTitle: '', field: '' });
  for (const listeners of Object.values(heard)) listeners.splice(0);
  frames.clear();
  local = new FakeArea({ settingsVersion: 1 });
  local.onChange((changes) => {
    for (const listener of heard.stored) listener(...([changes, 'local'] as never[])); // As the browser calls it.
  });
  Object.assign(area, { local, session: new FakeArea() });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

function lockOf() {
  const inTurn = oneByOne();
  return (_name: string, act: () => Promise<unknown>) => inTurn(act);
}

let time = 0;
/** A change in the options or from another device. */
const choose = (language: string | null) => local.set({ 'set/language': { v: language, t: ++time, device: 'test' } });

async function suggestionsFor(text: string): Promise<Suggestion[]> {
  return new Promise((resolve) => {
    for (const listener of heard.typed) listener(...([text, resolve] as never[])); // As the browser calls it.
  });
}

describe('texts that the browser shows', () => {
  it('are in the chosen language from the start of the worker, and change with it', async () => {
    await choose('en');
    keepLanguage();
    await makeMenus();
    const inEnglish = {
      menus: { 'look-up': 'Look up “%s” in Pangzhu', 'add-term': 'Add “%s” to your terms…' },
      title: 'Pangzhu 旁注',
      panelTitle: 'Pangzhu 旁注',
      field: 'Search Pangzhu by word, pinyin, initials or definition',
    };
    await waitFor(() => expect(ours).toEqual(inEnglish));

    await choose('zh_TW');
    await waitFor(() =>
      expect(ours).toMatchObject({
        menus: { 'look-up': '在旁註中搜尋「%s」' },
        title: '旁註 Pangzhu',
        panelTitle: '旁註 Pangzhu',
      }),
    );
    expect(ours.field).toContain('釋義');

    await choose(null);
    await waitFor(() =>
      expect(ours).toMatchObject({ menus: { 'look-up': '在旁注中搜索“%s”' }, title: '旁注 Pangzhu' }),
    );
    await choose('en');
    await waitFor(() => expect(ours).toEqual(inEnglish));
  });

  it('are set again when the browser starts, because its language may have changed', async () => {
    keepLanguage();
    await waitFor(() => expect(ours.title).toBe('旁注 Pangzhu'));
    ours.title = 'Pangzhu';
    for (const listener of heard.started) listener();
    await waitFor(() => expect(ours.title).toBe('旁注 Pangzhu'));
  });

  it('include suggestions in the script of the language', async () => {
    listenToOmnibox();
    const simplified = await suggestionsFor('科协系统');
    expect(simplified[0]?.description).toContain('统称');
    await choose('zh_TW');
    const [first] = await suggestionsFor('科协系统');
    expect(first?.content).toBe('科協系統（cast-system）');
    expect(first?.description).toContain('統稱');
    await choose(null);
    expect(await suggestionsFor('科协系统')).toEqual(simplified);
  });
});

describe('scripts in open pages', () => {
  it('get new messages once if they have some; the others request them when needed', async () => {
    keepLanguage();
    await waitFor(() => expect(ours.title).toBe('旁注 Pangzhu'));
    frames.set(0, { words: null });
    frames.set(3, {});
    await choose('en');
    await waitFor(() => expect(frames.get(0)?.words).toMatchObject({ extension_name: { message: 'Pangzhu 旁注' } }));
    expect(frames.get(3)).toEqual({});

    // Other settings do not concern scripts in pages.
    const spoken = { extension_name: { message: 'as it was' } };
    frames.set(0, { words: spoken });
    await local.set({ 'set/badge': { v: false, t: 1, device: 'test' } });
    ours.title = '';
    await waitFor(() => expect(ours.title).toBe('Pangzhu 旁注'));
    expect(frames.get(0)?.words).toBe(spoken);

    await choose(null);
    await waitFor(() => expect(frames.get(0)?.words).toBeNull());
  });
});

describe('two choices read at once', () => {
  it('end with the later choice, even if the earlier one arrives last', async () => {
    let release: (() => void) | null = null;
    vi.stubGlobal('fetch', async (address: string) => {
      if (address.includes('zh_TW')) await new Promise<void>((resolve) => (release = resolve));
      return new Response(localeFile(address.includes('zh_TW') ? 'zh_TW' : 'en'));
    });
    await choose('zh_CN');
    await loadWords();
    await choose('zh_TW');
    const first = loadWords();
    await waitFor(() => expect(release).not.toBeNull());
    await choose('en');
    await loadWords();
    (release as unknown as () => void)(); // Set by the fetch above.
    await first;
    expect(interfaceLanguage()).toBe('en');
  });
});
