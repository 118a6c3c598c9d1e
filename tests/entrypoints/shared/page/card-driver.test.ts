import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CardDriver } from '../../../../entrypoints/shared/page/card-driver';
import type { CardSettings } from '../../../../entrypoints/shared/settings/page-settings';

/** Targets equal by name, because each reading of the page creates a new object. */
interface Target {
  name: string;
}

const BOXES = [
  { left: 0, top: 0, right: 40, bottom: 20 },
  { left: 0, top: 60, right: 400, bottom: 300 },
] as const;
const ON_THE_WAY = { x: 20, y: 40 };
const BESIDE_THE_WAY = { x: 300, y: 5 };

/** A driver that records each call with the time of the virtual clock, in ms since the start. */
function createRecorded(settings: CardSettings) {
  const calls: string[] = [];
  const start = Date.now();
  const add = (call: string) => calls.push(`${Date.now() - start} ${call}`);
  const driver = new CardDriver<Target>({
    settings: () => settings,
    isSame: (a, b) => a.name === b.name,
    boxesOf: () => BOXES,
    prepare: ({ name }) => add(`prepare ${name}`),
    open: ({ target, name }) => add(`open ${target.name} ${name}`),
    update: ({ target, name }) => add(`update ${target.name} ${name}`),
    close: ({ name }) => add(`close ${name}`),
  });
  return { driver, calls };
}

const point = (driver: CardDriver<Target>, name: string | null, x = 10, y = 10) =>
  driver.point(name === null ? null : { name }, { x, y });

describe('a card’s driver', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it.each<[number, string[]]>([
    [50, ['25 prepare a', '26 open a hovered']],
    [300, ['150 prepare a', '276 open a hovered']],
    [2000, ['150 prepare a', '1976 open a hovered']],
  ])('prepares and opens a card within a rest time of %d ms', (restMs, expected) => {
    const { driver, calls } = createRecorded({ opensBy: 'hover', restMs, textSize: 'usual' });
    point(driver, 'a');
    vi.runAllTimers();
    expect(calls).toEqual(expected);
  });

  it.each(['click', 'keys'] as const)('opens no card on hover if cards open by %s', (opensBy) => {
    const { driver, calls } = createRecorded({ opensBy, restMs: 300, textSize: 'usual' });
    point(driver, 'a');
    vi.runAllTimers();
    expect(calls).toEqual([]);
    driver.dispatch({ type: 'tapped', target: { name: 'a' } });
    driver.dispatch({ type: 'keyed', target: { name: 'b' } });
    expect(calls).toEqual(['0 open a tapped', '0 open b keyed']);
  });

  it('reads the settings again at each move', () => {
    const settings: CardSettings = { opensBy: 'click', restMs: 300, textSize: 'usual' };
    const { driver, calls } = createRecorded(settings);
    point(driver, 'a');
    settings.opensBy = 'hover';
    settings.restMs = 100;
    point(driver, 'a');
    vi.runAllTimers();
    expect(calls).toEqual(['50 prepare a', '76 open a hovered']);
  });

  it('restarts the rest time when the pointer moves on the target, but not when it trembles', () => {
    const { driver, calls } = createRecorded({ opensBy: 'hover', restMs: 300, textSize: 'usual' });
    point(driver, 'a', 10);
    vi.advanceTimersByTime(100);
    point(driver, 'a', 30);
    vi.advanceTimersByTime(100);
    point(driver, 'a', 32);
    vi.runAllTimers();
    expect(calls).toEqual(['250 prepare a', '376 open a hovered']);
  });

  it.each([100, 300, 2000])('opens the card of a target that a hand trembles on, at a rest time of %d ms', (restMs) => {
    const { driver, calls } = createRecorded({ opensBy: 'hover', restMs, textSize: 'usual' });
    const opened = () => calls.find((call) => call.includes('open'));
    for (let i = 0; i < 500 && !opened(); i++) {
      // Over the edge of the target for a moment, now and then.
      point(driver, i % 7 === 3 ? null : 'a', 10 + (i % 2) * 6);
      vi.advanceTimersByTime(20);
    }
    expect(Number.parseInt(opened() ?? '', 10)).toBeGreaterThan(restMs);
    expect(Number.parseInt(opened() ?? '', 10)).toBeLessThanOrEqual(2.5 * restMs + 20);
  });

  it('starts again for a target that the pointer left, or whose card the reader closed', () => {
    const { driver, calls } = createRecorded({ opensBy: 'hover', restMs: 300, textSize: 'usual' });
    for (let i = 0; i < 7; i++) {
      point(driver, 'a', i * 8);
      vi.advanceTimersByTime(100);
    }
    point(driver, null);
    vi.advanceTimersByTime(250);
    point(driver, 'a', 0);
    vi.advanceTimersByTime(200);
    expect(calls.filter((call) => call.includes('open'))).toEqual([]);
    vi.runAllTimers();
    driver.dispatch({ type: 'dismissed' });
    calls.length = 0;
    point(driver, 'a', 20);
    vi.advanceTimersByTime(200);
    expect(calls.filter((call) => call.includes('open'))).toEqual([]);
  });

  it('closes a card after a grace period, which each move towards the card restarts', () => {
    const { driver, calls } = createRecorded({ opensBy: 'hover', restMs: 50, textSize: 'usual' });
    point(driver, 'a');
    vi.runAllTimers();
    calls.length = 0;
    point(driver, null);
    vi.advanceTimersByTime(200);
    expect(driver.approach(ON_THE_WAY)).toBe(true);
    vi.advanceTimersByTime(200);
    expect(driver.approach(BESIDE_THE_WAY)).toBe(false);
    vi.runAllTimers();
    expect(calls.at(-1)).toBe('526 close a');
    expect(driver.target).toBeNull();
  });

  it('ignores moves towards a card that contains the pointer or is pinned', () => {
    const { driver } = createRecorded({ opensBy: 'hover', restMs: 50, textSize: 'usual' });
    expect(driver.approach(ON_THE_WAY)).toBe(false);
    point(driver, 'a');
    vi.runAllTimers();
    expect(driver.approach(ON_THE_WAY)).toBe(false);
    driver.dispatch({ type: 'left' });
    driver.dispatch({ type: 'pinned' });
    expect(driver.approach(ON_THE_WAY)).toBe(false);
  });

  it('treats equal targets as one, and reports changes of the card', () => {
    const { driver, calls } = createRecorded({ opensBy: 'hover', restMs: 300, textSize: 'usual' });
    driver.dispatch({ type: 'tapped', target: { name: 'a' } });
    driver.dispatch({ type: 'pinned' });
    driver.dispatch({ type: 'keyed', target: { name: 'a' } });
    driver.dispatch({ type: 'keyed', target: { name: 'b' } });
    driver.dispatch({ type: 'keyed', target: { name: 'b' } });
    expect(calls).toEqual(['0 open a tapped', '0 update a pinned', '0 update a keyed', '0 open b keyed', '0 close b']);
  });

  it('does nothing after it is stopped', () => {
    const { driver, calls } = createRecorded({ opensBy: 'hover', restMs: 300, textSize: 'usual' });
    point(driver, 'a');
    driver.stop();
    vi.runAllTimers();
    expect(calls).toEqual([]);
  });
});
