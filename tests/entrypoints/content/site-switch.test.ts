// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPlaceReader, createSiteSwitch } from '../../../entrypoints/content/site-switch';
import { failure, ok, type Result } from '../../../entrypoints/shared/result';
import { DEFAULT_PAGE_SETTINGS, type PageSettings } from '../../../entrypoints/shared/settings/page-settings';

const OFF: PageSettings = { ...DEFAULT_PAGE_SETTINGS, sites: { base: 'off', rules: [] } };
const ON = DEFAULT_PAGE_SETTINGS;

let states: boolean[];
let lifetime: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  states = [];
  lifetime = new AbortController();
});
afterEach(() => {
  lifetime.abort();
  vi.useRealTimers();
});

const create = () =>
  createSiteSwitch(
    createPlaceReader(() => Promise.reject(new Error('the top frame asks nobody'))),
    (isOn) => states.push(isOn),
    lifetime.signal,
  );

describe('the switch of a page', () => {
  it('follows rules for paths when the page goes to another one by itself', async () => {
    const navigation = new EventTarget();
    vi.stubGlobal('navigation', navigation);
    const site = create();
    const host = location.host;
    await site.apply({ ...ON, sites: { base: 'on', rules: [{ pattern: `${host}/news`, isOn: false }] } });
    for (const path of ['/news/a', '/news/b', '/about']) {
      history.pushState(null, '', path);
      navigation.dispatchEvent(new Event('currententrychange'));
      await vi.advanceTimersByTimeAsync(0);
    }
    expect(states).toEqual([true, false, true]);
    vi.unstubAllGlobals();
  });

  it('reports the first state and each change', async () => {
    const site = create();
    for (const settings of [ON, ON, OFF, OFF, ON]) await site.apply(settings);
    expect(states).toEqual([true, false, true]);
  });

  it('turns on at the reader’s request, and stays on when other settings change', async () => {
    const site = create();
    await site.apply(OFF);
    site.markPage();
    await site.apply({ ...OFF, density: 'page' });
    expect(states).toEqual([false, true]);
  });

  it('applies a request that came before the settings', async () => {
    const site = create();
    site.markPage();
    await site.apply(OFF);
    expect(states).toEqual([true]);
  });

  it('forgets the request once a rule turned the page on: marks are removed with the rule', async () => {
    const site = create();
    await site.apply(OFF);
    site.markPage();
    await site.apply(ON);
    await site.apply(OFF);
    expect(states).toEqual([false, true, false]);
  });

  it('resumes within a minute of waking after a pause that ended while the machine slept', async () => {
    const site = create();
    await site.apply({ ...ON, pausedUntil: Date.now() + 8 * 3_600_000 });
    await vi.advanceTimersByTimeAsync(1000);
    // During sleep the clock runs, timers do not.
    vi.setSystemTime(Date.now() + 10 * 3_600_000);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(states).toEqual([false, true]);
  });

  it('is off during a pause, and on again after it', async () => {
    const site = create();
    await site.apply(OFF);
    site.markPage();
    await site.apply({ ...OFF, pausedUntil: Date.now() + 1000 });
    expect(states).toEqual([false, true, false]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(states).toEqual([false, true, false, true]);
  });
});

describe('the place that a frame follows', () => {
  /** What the background answers, in turn. */
  const readerOf = (...answers: Result<string>[]) => {
    let asked = 0;
    const read = createPlaceReader(() => Promise.resolve((answers[asked++] ?? failure({ kind: 'busy' })) as never)); // What it is asked for.
    return { read, count: () => asked };
  };
  beforeEach(() => vi.stubGlobal('top', {}));
  afterEach(() => vi.unstubAllGlobals());

  it('is requested once, however many callers there are', async () => {
    const { read, count } = readerOf(ok('page.example'));
    expect(await Promise.all([read(), read()])).toEqual(['page.example', 'page.example']);
    expect(await read()).toBe('page.example');
    expect(count()).toBe(1);
  });

  it('is requested again for a caller that needs the current one', async () => {
    const { read } = readerOf(ok('page.example/a'), ok('page.example/b'));
    await read();
    expect([await read(true), await read()]).toEqual(['page.example/b', 'page.example/b']);
  });

  it('is requested again after a request without an answer', async () => {
    const { read } = readerOf(failure({ kind: 'fault', message: '' }), ok('page.example'));
    await read();
    expect(await read()).toBe('page.example');
  });
});
