// @vitest-environment happy-dom
import pack from 'virtual:pangzhu/pack';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { dataActions } from '../../../entrypoints/options/data-actions';
import { change, feedback, load, loaded, undo } from '../../../entrypoints/options/options-model';
import { siteActions } from '../../../entrypoints/options/site-actions';
import { followSync, syncProblem } from '../../../entrypoints/options/sync-problem';
import { fillIn, type Words } from '../../../entrypoints/shared/language/words';
import { MAX_RULES } from '../../../entrypoints/shared/settings/settings';
import { SYNC_STATE_KEY } from '../../../entrypoints/shared/settings/stored-settings';
import english from '../../../public/_locales/en/messages.json';
import { waitFor } from '../../waits';
import { FakeArea, oneByOne } from '../shared/fake-area';

/** A replacement of the browser, in English. */
const { browser } = vi.hoisted(() => ({
  browser: {
    area: null as unknown,
    isPrivate: false,
    words: (_key: string, _substitutions: string[]): string => '',
    onChanged: [] as ((changes: object, area: string) => void)[],
  },
}));

vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: { getURL: (path: string) => `extension:${path}` },
    i18n: {
      getUILanguage: () => 'en',
      getMessage: (key: string, substitutions: string[]) => browser.words(key, substitutions),
    },
    extension: { inIncognitoContext: false },
    windows: { getCurrent: async () => ({ incognito: browser.isPrivate }) },
    storage: {
      local: new Proxy({}, { get: (_none, name) => Reflect.get(browser.area as object, name).bind(browser.area) }),
      managed: { get: () => Promise.reject(new Error('no policy')) },
      onChanged: { addListener: (listener: () => void) => browser.onChanged.push(listener) },
    },
  },
}));
browser.words = (key, substitutions = []) => fillIn(english as unknown as Words, key, substitutions); // Our own file.

let local: FakeArea;

beforeEach(async () => {
  local = new FakeArea({ settingsVersion: 1 });
  browser.area = local;
  browser.isPrivate = false;
  vi.stubGlobal('navigator', {
    locks: { request: (_name: string, act: () => unknown) => oneByOne()(async () => act()) },
  });
  await load();
});

const fileOf = (text: string, name = 'file.txt') => new File([text], name);
const sites = () => {
  if (loaded.value.name !== 'ready') throw new Error('the settings are not read');
  return loaded.value.state.settings.sites;
};
const said = async (text: RegExp) =>
  waitFor(() => expect(feedback.value).toMatchObject({ text: expect.stringMatching(text) }));

describe('a change on the options page', () => {
  it.each([
    [
      'the storage is full',
      () => {
        local.failsAt = 1;
      },
      /is full/,
    ],
    [
      'the window is private',
      () => {
        browser.isPrivate = true;
      },
      /private window/,
    ],
  ])('is not shown if %s', async (_why, fail, words) => {
    const shown: unknown[] = [];
    const state = () => loaded.value.name === 'ready' && loaded.value.state;
    const before = state();
    const stop = loaded.subscribe(() => shown.push(state()));
    fail();
    expect(await change({ 'marks.style': 'wavy' })).toBe(false);
    stop();
    expect(feedback.value).toMatchObject({ kind: 'failed', text: expect.stringMatching(words) });
    // A new object with the same content, because views compare their props.
    expect(state()).not.toBe(before);
    expect(state()).toEqual(before);
  });

  it('keeps the typed pattern if its rule was not saved', async () => {
    local.failsAt = 1;
    expect(await siteActions(sites()).onAddRule('news.cn', false)).toBe('');
    local.failsAt = Number.POSITIVE_INFINITY;
    expect(await siteActions(sites()).onAddRule('news.cn', false)).toBe(null);
    expect(await siteActions(sites()).onAddRule('news.cn/path?a', false)).toMatch(/can end with a path/);
  });
});

describe('an imported file', () => {
  const rules = (count: number) => Array.from({ length: count }, (_, i) => `off h${i}.cn`).join('\n');

  it('is undone completely', async () => {
    await change({ 'marks.style': 'wavy' });
    siteActions(sites()).onImportRules(fileOf(rules(MAX_RULES)));
    await said(/^1,000 rules imported/);
    expect(sites().rules).toHaveLength(MAX_RULES);
    expect(feedback.value).toMatchObject({ canUndo: true });
    await undo();
    expect(sites().rules).toEqual([]);

    const settings = { 'marks.style': 'wash', density: 'page' };
    dataActions([], '').onImport(fileOf(JSON.stringify({ pangzhu: 'settings', version: 1, settings })));
    await said(/^2 settings imported/);
    expect(feedback.value).toMatchObject({ canUndo: true });
    await undo();
    expect(loaded.value).toMatchObject({ state: { settings: { density: 'every', marks: { style: 'wavy' } } } });
  });

  it('is refused if it has too many rules, with the limit in the message', async () => {
    siteActions(sites()).onImportRules(fileOf(rules(MAX_RULES + 1)));
    await said(/At most 1,000 rules/);
    expect(sites().rules).toEqual([]);
  });

  it.each([
    ['rules', (file: File) => siteActions(sites()).onImportRules(file), /larger than 1 MB/],
    ['settings', (file: File) => dataActions([], '').onImport(file), /larger than 10 MB/],
  ])(
    'is not read where it is far too large for %s, and said to be unreadable where it is',
    async (_what, bring, words) => {
      const huge = fileOf('');
      Object.defineProperty(huge, 'size', { value: 20_000_000 });
      const text = vi.spyOn(huge, 'text');
      bring(huge);
      await said(words);
      expect(text).not.toHaveBeenCalled();

      const gone = fileOf('');
      vi.spyOn(gone, 'text').mockRejectedValue(new DOMException('gone', 'NotFoundError'));
      bring(gone);
      await said(/can’t be read: gone/);
    },
  );
});

describe('an imported file with terms', () => {
  const peak = { headword: '碳达峰', forms: [], definition: '一。' };
  const fileWith = (terms: Record<string, object>) => {
    const settings = Object.fromEntries(Object.entries(terms).map(([id, term]) => [`term/${id}`, term]));
    return fileOf(JSON.stringify({ pangzhu: 'settings', version: 1, settings }));
  };
  const bring = (terms: Record<string, object>) => dataActions([], pack.variants).onImport(fileWith(terms));
  const ids = () => (loaded.value.name === 'ready' ? loaded.value.state.userTerms.map(({ id }) => id) : []);

  beforeEach(async () => {
    await change({ 'term/a': peak });
  });

  it.each<[string, Record<string, object>, RegExp]>([
    [
      'of the reader’s',
      { b: { ...peak, headword: '“碳達峰”' } },
      /^Nothing was imported. \/settings\/term\/b: “碳达峰” is already/,
    ],
    [
      'of the file',
      { c: { ...peak, headword: 'Carbon Peak' }, d: { ...peak, headword: '3060', forms: ['ＣＡＲＢＯＮ ｐｅａｋ'] } },
      /\/settings\/term\/c: “ＣＡＲＢＯＮ ｐｅａｋ” is already in your term “3060”/,
    ],
  ])('is taken only if it is meant that one has a form of another term %s', async (_whose, terms, words) => {
    bring(terms);
    await said(words);
    expect(ids()).toEqual(['a']);
    const { value } = feedback;
    if (value.kind === 'asked') value.onAnswer();
    await said(/^\d settings? imported/);
    expect(ids()).toEqual(['a', ...Object.keys(terms)]);
    expect(feedback.value).toMatchObject({ canUndo: true });
    // What was meant once is not asked again.
    bring(terms);
    await said(/^\d settings? imported/);
  });

  it('replaces a term by a later one of the same name', async () => {
    bring({ a: { ...peak, definition: '二。' } });
    await said(/^1 setting imported/);
  });
});

it('undoes a reset', async () => {
  await change({ 'marks.style': 'wavy' });
  await siteActions(sites()).onAddRule('news.cn', false);
  dataActions([], '').onReset();
  await said(/settings were reset/);
  expect(sites().rules).toEqual([]);
  await undo();
  expect(sites().rules).toEqual([{ pattern: 'news.cn', isOn: false }]);
});

it('reports the state of syncing as it changes, with formatted numbers', async () => {
  await followSync();
  expect(syncProblem.value).toBe(null);
  const tell = (newValue: unknown) => {
    for (const listener of browser.onChanged) listener({ [SYNC_STATE_KEY]: { newValue } }, 'local');
  };
  tell({ problem: null, left: 1234 });
  expect(syncProblem.value).toMatch(/1,234 items/);
  tell({ problem: 'QUOTA', left: 0 });
  expect(syncProblem.value).toMatch(/QUOTA/);
  tell({ problem: null, left: 0 });
  expect(syncProblem.value).toBe(null);
});
