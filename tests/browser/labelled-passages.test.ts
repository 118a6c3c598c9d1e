/**
 * Scores the finder on the labelled passages in each browser, because the dictionary of words comes with the browser, and
 * compares its mentions with those in Node.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ratesOf, scoreTexts } from '../../glossary/cli/score';
import { type Driver, launchChromium, launchFirefox } from '../../tools/browser/driver';
import { glossary } from '../compiled-glossary';
import { passages } from '../glossary/entries/labelled-passages';
import { isLong } from '../long-runs';
import { bundleScript } from './harness/bundle';
import { findPlaces, type Place } from './harness/find-places';
import { takeBrowser } from './harness/shared-browsers';

const MODULE = new URL('./harness/find-places.ts', import.meta.url);

/** Of 450 mentions, those that may differ from Node, whose dictionary is that of Chromium. */
const MAY_DIFFER = { Chromium: 0, Firefox: 2 };

describe.runIf(isLong).each([
  ['Chromium', launchChromium],
  ['Firefox', launchFirefox],
] as const)('in %s', { timeout: 120_000 }, (name, launch) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await takeBrowser(launch);
  });
  afterAll(() => driver.close());

  it('nearly all mentions are found, few other senses, and hardly any others than in Node', async () => {
    const page = await driver.newPage();
    await page.evaluate(`${await bundleScript(MODULE, 'places')};globalThis.places = places;`);
    const texts = passages.map(({ text }) => text);
    const asked = `${JSON.stringify(glossary.finder)}, ${JSON.stringify(texts)}`;
    const places = (await page.evaluate(`places.findPlaces(${asked})`)) as Place[][]; // One list for each text.

    const found = places.map((list) =>
      list.map(([start, end, entry]) => ({ start, end, headword: String(entry), forms: [] })),
    );
    const pairs = passages.map((labelled, i) => ({ labelled, found: found[i] ?? [] }));
    const { strict, traps, trapsHit, errors } = scoreTexts(pairs, () => true);
    const told = errors.join('\n'); // With the numbers of the lines.
    expect(trapsHit / traps, told).toBeLessThanOrEqual(0.02);
    expect(ratesOf(strict).f1, told).toBeGreaterThanOrEqual(0.97);

    const here = findPlaces(glossary.finder, texts);
    const differing = texts.flatMap((text, i) => differences(text, here[i] ?? [], places[i] ?? []));
    expect(differing.length, differing.join('\n')).toBeLessThanOrEqual(MAY_DIFFER[name]);
  });
});

/** The mentions that only one of two lists has, in words. */
function differences(text: string, here: readonly Place[], there: readonly Place[]): string[] {
  const describeOnly = (list: readonly Place[], other: readonly Place[], where: string) =>
    list
      .filter((place) => !other.some((same) => String(same) === String(place)))
      .map(([start, end]) => `only ${where}: ${text.slice(0, start)}【${text.slice(start, end)}】${text.slice(end)}`);
  return [...describeOnly(here, there, 'in Node'), ...describeOnly(there, here, 'in the browser')];
}
