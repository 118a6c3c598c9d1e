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
  it('tells the first state, and each that differs', async () => {
    const site = create();
    for (const settings of [ON, ON, OFF, OFF, ON]) await site.obey(settings);
    expect(states).toEqual([true, false, true]);
  });

  it('turns on by the reader’s word, and stays so when other settings change', async () => {
    const site = create();
    await site.obey(OFF);
    await site.markPage();
    await site.obey({ ...OFF, density: 'page' });
    expect(states).toEqual([false, true]);
  });

  it('heeds the word that came before the settings', async () => {
    const site = create();
    await site.markPage();
    await site.obey(OFF);
    expect(states).toEqual([true]);
  });

  it('forgets the word once a rule turned the page on: when the rule goes, so do the marks', async () => {
    const site = create();
    await site.obey(OFF);
    await site.markPage();
    await site.obey(ON);
    await site.obey(OFF);
    expect(states).toEqual([false, true, false]);
  });

  it('goes on within a minute of waking after a pause that ended while the machine slept', async () => {
    const site = create();
    await site.obey({ ...ON, pausedUntil: Date.now() + 8 * 3_600_000 });
    await vi.advanceTimersByTimeAsync(1000);
    // The clock goes on in sleep, the timers do not.
    vi.setSystemTime(Date.now() + 10 * 3_600_000);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(states).toEqual([false, true]);
  });

  it('holds still while all is paused, and goes on after', async () => {
    const site = create();
    await site.obey(OFF);
    await site.markPage();
    await site.obey({ ...OFF, pausedUntil: Date.now() + 1000 });
    expect(states).toEqual([false, true, false]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(states).toEqual([false, true, false, true]);
  });
});
