// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSiteSwitch } from '../../../entrypoints/content/site-switch';
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
    () => Promise.reject(new Error('the top frame asks nobody')),
    (isOn) => states.push(isOn),
    lifetime.signal,
  );

describe('the switch of a page', () => {
  it('reports the first state and each change', async () => {
    const site = create();
    for (const settings of [ON, ON, OFF, OFF, ON]) await site.apply(settings);
    expect(states).toEqual([true, false, true]);
  });

  it('turns on by an order of the reader, and stays on when other settings change', async () => {
    const site = create();
    await site.apply(OFF);
    site.markPage();
    await site.apply({ ...OFF, density: 'page' });
    expect(states).toEqual([false, true]);
  });

  it('follows an order that came before the settings', async () => {
    const site = create();
    site.markPage();
    await site.apply(OFF);
    expect(states).toEqual([true]);
  });

  it('forgets the order once a rule turned the page on: marks are removed with the rule', async () => {
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
