import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { applyBadgeSetting, updateBadge } from '../../../entrypoints/background/badge';
import type { PageTerms } from '../../../entrypoints/shared/messages';
import { listenToPage } from '../../../entrypoints/shared/page/listen-to-page';
import { library } from '../../library';
import { stubDataFiles } from '../shared/data-files';
import { FakeArea } from '../shared/fake-area';

type Listener = (message: unknown, sender?: unknown) => void;

/** A replacement of the browser: a tab with frames, each of which answers a port. */
const { tab, area } = vi.hoisted(() => ({
  tab: {
    frames: [] as unknown[],
    ports: 0,
    badge: '',
    hearers: new Set<Listener>(),
    say: [] as Listener[],
    left: [] as (() => void)[],
  },
  area: { current: null as unknown, session: null as unknown },
}));

vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: {
      id: 'ours',
      getURL: (path: string) => `extension:${path}`,
      onMessage: {
        addListener: (listener: Listener) => tab.hearers.add(listener),
        removeListener: (listener: Listener) => tab.hearers.delete(listener),
      },
    },
    i18n: { getUILanguage: () => 'zh-CN', getMessage: () => 'zh-CN' },
    storage: {
      local: new Proxy({}, { get: (_none, name) => Reflect.get(area.current as object, name).bind(area.current) }),
      onChanged: { addListener: () => null },
      session: new Proxy({}, { get: (_none, name) => Reflect.get(area.session as object, name).bind(area.session) }),
      managed: { get: () => Promise.reject(new Error('no policy')) },
    },
    action: {
      setBadgeBackgroundColor: async () => null,
      setBadgeText: async ({ text }: { text: string }) => {
        tab.badge = text;
      },
    },
    tabs: {
      query: async () => [{ id: 7 }, { id: 8, active: true }, { id: 9 }],
      connect: () => {
        tab.ports++;
        const heard: Listener[] = [];
        const frames = [...tab.frames];
        queueMicrotask(() => {
          for (const frame of frames) for (const listener of heard) listener(frame);
        });
        tab.say.push((message) => {
          for (const listener of heard) listener(message);
        });
        return {
          onMessage: { addListener: (listener: Listener) => heard.push(listener) },
          onDisconnect: { addListener: (listener: () => void) => tab.left.push(listener) },
          disconnect: () => heard.splice(0),
        };
      },
    },
  },
}));

const FRAMES = 80;
const frameOf = (i: number): PageTerms => ({
  revisions: library.revisions,
  frame: `frame-${i}`,
  isOn: true,
  isHidden: false,
  terms: [{ entry: i % 7, count: 1 }],
});
const reportOf = (frame: string) => ({ type: 'terms.changed', frame });

beforeEach(() => {
  stubDataFiles();
  vi.useFakeTimers();
  Object.assign(tab, { frames: [], ports: 0, badge: '', say: [], left: [] });
  tab.hearers.clear();
  area.current = new FakeArea({ settingsVersion: 1 });
  area.session = new FakeArea();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the badge of a tab with many frames', () => {
  it('is computed twice, however many frames report at once', async () => {
    tab.frames = Array.from({ length: FRAMES }, (_, i) => frameOf(i));
    const updates = tab.frames.map(() => updateBadge(7));
    await vi.runAllTimersAsync();
    await Promise.all(updates);
    expect(tab.badge).toBe('7');
    expect(tab.ports).toBe(2);
  });

  it('includes reports that arrive while it is computed', async () => {
    const first = updateBadge(7);
    await vi.advanceTimersByTimeAsync(100);
    tab.frames = [frameOf(1)];
    void updateBadge(7);
    await vi.runAllTimersAsync();
    await first;
    expect(tab.badge).toBe('1');
  });

  it('waits for frames that take seconds to count their terms', async () => {
    const update = updateBadge(7);
    await vi.advanceTimersByTimeAsync(6000);
    for (const say of tab.say) say(frameOf(1));
    await vi.runAllTimersAsync();
    await update;
    expect(tab.badge).toBe('1');
  });

  it('is empty if the page is left while it is computed', async () => {
    tab.frames = [frameOf(1)];
    const update = updateBadge(7);
    await vi.advanceTimersByTimeAsync(50);
    for (const leave of tab.left) leave();
    await update;
    expect(tab.badge).toBe('');
  });

  it('is updated in all tabs exactly when its setting changes', async () => {
    for (const isWanted of [true, true, false, false, true]) {
      const done = applyBadgeSetting(isWanted);
      await vi.runAllTimersAsync();
      await done;
    }
    expect(tab.ports).toBe(9);
  });

  it('is empty if no frame answers, and can be computed again', async () => {
    const silent = updateBadge(7);
    await vi.runAllTimersAsync();
    await silent;
    expect(tab.badge).toBe('');
    tab.frames = [frameOf(1)];
    const update = updateBadge(7);
    await vi.runAllTimersAsync();
    await update;
    expect(tab.badge).toBe('1');
  });

  it('appears after a second on a page that changes continuously', async () => {
    tab.frames = [frameOf(1)];
    const update = updateBadge(7);
    for (let ms = 0; ms < 1100; ms += 50) {
      await vi.advanceTimersByTimeAsync(50);
      for (const say of tab.say) say(frameOf(1));
    }
    await update;
    expect(tab.badge).toBe('1');
  });
});

describe('listening to a tab with many frames', () => {
  it('reads all frames, and reads new ones together', async () => {
    const counts: number[] = [];
    const listener = listenToPage(7, library, {
      onTerms: (terms) => counts.push(terms.length),
      onUnreadable: () => counts.push(-1),
    });
    for (let i = 0; i < FRAMES; i++) {
      tab.frames.push(frameOf(i));
      for (const hear of tab.hearers) hear(reportOf(`frame-${i}`), { tab: { id: 7 } });
    }
    await vi.runAllTimersAsync();
    expect(counts.at(-1)).toBe(7);
    expect(tab.ports).toBe(2);
    for (const hear of tab.hearers) hear(reportOf('frame-3'), { tab: { id: 7 } });
    for (const hear of tab.hearers) hear(reportOf('frame-x'), { tab: { id: 8 } });
    await vi.runAllTimersAsync();
    expect(tab.ports).toBe(2);
    listener.close();
    expect(tab.hearers.size).toBe(0);
  });

  it('reads a page that becomes readable later, when it reports', async () => {
    const counts: number[] = [];
    const listener = listenToPage(7, library, {
      onTerms: (terms) => counts.push(terms.length),
      onUnreadable: () => counts.push(-1),
    });
    for (const leave of tab.left) leave();
    tab.frames = [frameOf(1)];
    for (const hear of tab.hearers) hear(reportOf('frame-1'), { tab: { id: 7 } });
    await vi.runAllTimersAsync();
    expect(counts).toEqual([-1, 1]);
    listener.close();
  });
});
