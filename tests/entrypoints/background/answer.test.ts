import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { answer } from '../../../entrypoints/background/answer';
import { createRateLimit } from '../../../entrypoints/background/rate-limit';
import { itemOf } from '../../../entrypoints/shared/settings/stored-settings';
import { amount } from '../../long-runs';
import { stubDataFiles } from '../shared/data-files';
import { FakeArea } from '../shared/fake-area';

/** A replacement of the browser that records calls. */
const { done, area, session } = vi.hoisted(() => ({
  done: [] as string[],
  area: { current: null as unknown },
  session: {} as Record<string, unknown>,
}));

vi.mock('webextension-polyfill', () => {
  const doing = (what: string) => async () => {
    done.push(what);
  };
  return {
    default: {
      runtime: { id: 'ours', getURL: (path: string) => `extension:${path}` },
      i18n: { getUILanguage: () => 'zh-CN', getMessage: () => 'zh-CN' },
      storage: {
        // The store reads the area once, so that it gets a proxy of each test's own.
        local: new Proxy({}, { get: (_none, name) => Reflect.get(area.current as object, name).bind(area.current) }),
        onChanged: { addListener: () => null },
        session: { set: async (items: object) => void Object.assign(session, items) },
        managed: { get: () => Promise.reject(new Error('no policy')) },
      },
      scripting: { insertCSS: doing('css'), removeCSS: doing('css'), executeScript: doing('script') },
      tabs: { create: doing('tab') },
      action: { setIcon: async (icon: { path: object; tabId: number }) => void done.push(JSON.stringify(icon)) },
    },
  };
});
stubDataFiles();
vi.stubGlobal('navigator', { locks: { request: (_name: string, act: () => Promise<unknown>) => act() } });

let local: FakeArea;

beforeEach(() => {
  done.length = 0;
  local = new FakeArea({ settingsVersion: 1 });
  area.current = local;
});

const senderOf = (tab: object) =>
  ({
    id: 'ours',
    frameId: 0,
    tab: { id: 7, index: 0, url: 'https://news.example.cn/a', incognito: false, ...tab },
  }) as never; // As much as is read of it.
const always = () => true;

const QUOTE = { text: '他在九三读书。', start: 2, end: 4 };
const CORRECTION = { type: 'term.correct', entry: 'bundled/cast', quote: QUOTE, isOn: true };
const REPORT = { type: 'report.open', kind: 'wrong', entry: 'bundled/cast', quote: QUOTE, reason: null };

describe('T41: a compromised tab', () => {
  it('has no effect by invalid messages', async () => {
    const type = fc.constantFrom(
      'site.setEnabled',
      'term.mute',
      'term.correct',
      'report.open',
      'marks.style',
      'bulletin.open',
      'entries.get',
      'fetch',
      'set',
    );
    const wrong = fc.oneof(
      fc.anything(),
      fc.record({ type, extra: fc.anything() }),
      fc.record({
        type,
        isOn: fc.string(),
        entry: fc.string(),
        isMuted: fc.anything(),
        revisions: fc.array(fc.string()),
      }),
    );
    await fc.assert(
      fc.asyncProperty(wrong, async (message) => {
        const result = await answer(message, senderOf({}), always);
        expect(result).toMatchObject({ ok: false });
      }),
      { numRuns: amount(2000, 100_000) },
    );
    expect(done).toEqual([]);
    expect(local.writes).toBe(0);
  });

  it('is limited to its rate, and messages of other extensions are ignored', async () => {
    const isWithinRate = createRateLimit();
    let served = 0;
    for (let i = 0; i < 1000; i++) {
      const result = await answer({ type: 'site.place' }, senderOf({}), isWithinRate);
      if (result?.ok) served++;
    }
    expect(served).toBeGreaterThan(0);
    expect(served).toBeLessThan(1000);
    const stranger = { ...(senderOf({}) as object), id: 'theirs' } as never; // As above.
    expect(answer({ type: 'site.place' }, stranger, always)).toBeUndefined();
  });
});

describe('the toolbar button', () => {
  it.each([
    [true, '{"16":"/icon/16.png","32":"/icon/32.png"}'],
    [false, '{"16":"/icon/off-16.png","32":"/icon/off-32.png"}'],
  ])('shows whether the page of its tab is on: %s', async (isOn, path) => {
    expect(await answer({ type: 'site.button', isOn }, senderOf({}), always)).toEqual({ ok: true, value: null });
    expect(done).toEqual([`{"path":${path},"tabId":7}`]);
  });
});

describe('the place of a tab', () => {
  it.each([
    ['news.example.cn', 'rule/a.cn'],
    ['news.example.cn/a', 'rule/a.cn/news'],
  ])('is %s for frames of other sites if there is a %s', async (place, key) => {
    area.current = new FakeArea({ settingsVersion: 1, [itemOf(key)]: { v: true, t: 1, device: 'a' } });
    expect(await answer({ type: 'site.place' }, senderOf({}), always)).toEqual({ ok: true, value: place });
  });
});

describe('a tab that opens extension pages', () => {
  it('opens a few, but not hundreds', async () => {
    const open = { type: 'glossary.open', entry: 'bundled/cast' };
    const answers = [];
    for (let i = 0; i < 100; i++) answers.push(await answer(open, senderOf({}), always));
    expect(answers[0]).toMatchObject({ ok: true });
    expect(done.filter((what) => what === 'tab').length).toBeLessThanOrEqual(6);
  });
});

describe('T46: a private window', () => {
  it.each([
    { type: 'site.setEnabled', isOn: false },
    { type: 'term.mute', entry: 'bundled/cast', isMuted: true },
    ...['page', 'site', 'everywhere'].map((scope) => ({ ...CORRECTION, scope })),
    REPORT,
  ])('stores nothing of %j', async (request) => {
    const before = local.items;
    expect(await answer(request, senderOf({ incognito: true }), always)).toEqual({
      ok: false,
      error: { kind: 'private' },
    });
    expect(local.items).toEqual(before);
    expect(local.writes).toBe(0);
  });
});

describe('a correction', () => {
  const recordsOf = () =>
    Object.entries(local.items).flatMap(([item, record]) =>
      item.startsWith('set/')
        ? [[item.slice('set/'.length).replace(/[0-9a-f]{16}$/, 'ID'), Reflect.get(Object(record), 'v')]]
        : [],
    );

  it.each([
    ['page', { 'correction/ID': { entry: 'bundled/cast', scope: 'page', ...QUOTE } }],
    ['site', { 'correction/ID': { entry: 'bundled/cast', scope: 'site', site: 'news.example.cn', ...QUOTE } }],
    [
      'everywhere',
      { 'correction/ID': { entry: 'bundled/cast', scope: 'everywhere', ...QUOTE }, 'muted/bundled/cast': true },
    ],
  ])('of the scope %s is stored once, without an address, and undone', async (scope, expected) => {
    for (let times = 0; times < 2; times++) {
      expect(await answer({ ...CORRECTION, scope }, senderOf({}), always)).toEqual({ ok: true, value: null });
    }
    expect(Object.fromEntries(recordsOf())).toEqual(expected);
    expect(JSON.stringify(local.items)).not.toContain('https:');
    await answer({ ...CORRECTION, scope, isOn: false }, senderOf({}), always);
    expect(recordsOf().map(([, value]) => value ?? null)).toEqual(Object.keys(expected).map(() => null));
  });

  it.each([
    ['an unknown entry', { entry: 'bundled/nobody', scope: 'page' }, {}],
    ['a tab without a site', { scope: 'site' }, { url: 'about:blank' }],
  ])('of %s fails', async (_name, change, tab) => {
    expect(await answer({ ...CORRECTION, ...change }, senderOf(tab), always)).toMatchObject({
      ok: false,
      error: { kind: 'fault' },
    });
    expect(local.writes).toBe(0);
  });
});

it('a report has the host of its page, but not the address', async () => {
  expect(await answer(REPORT, senderOf({ id: 9 }), always)).toEqual({ ok: true, value: null });
  const { type: _, ...said } = REPORT;
  expect(session.report).toEqual({ ...said, id: expect.any(String), site: 'news.example.cn' });
  expect(done).toEqual(['tab']);
});
