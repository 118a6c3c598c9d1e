/** Compares each browser's word boundaries with the table, because its dictionary comes with the browser and may change. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Driver, launchChromium, launchFirefox } from '../../tools/browser/driver';
import {
  APART,
  CROSSED,
  CUT,
  DIFFERENT,
  placeOf,
  UNCUT,
  WORDING_APART,
  WORDING_CROSSED,
} from '../glossary/find/word-edge-rows';
import { bundleScript } from './harness/bundle';
import { takeBrowser } from './harness/shared-browsers';

const WORD_EDGES = new URL('../../glossary/find/word-edges.ts', import.meta.url);

describe.each([
  ['Chromium', launchChromium],
  ['Firefox', launchFirefox],
] as const)('in %s', (name, launch) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await takeBrowser(launch);
  });
  afterAll(() => driver.close());

  it('words cross the edges of forms as the table says', async () => {
    const page = await driver.newPage();
    await page.evaluate(`${await bundleScript(WORD_EDGES, 'words')};globalThis.words = words;`);
    const those = async (rows: readonly string[], test: 'isCrossedByWord' | 'isCutByWord' | 'isWordingCrossed') => {
      const places = rows.map(placeOf);
      const found = (await page.evaluate(
        `${JSON.stringify(places)}.map((place) => words.${test}(place.text, place))`,
      )) as boolean[]; // One answer for each place.
      return rows.filter((_, i) => found[i]);
    };
    const crossed = (rows: readonly string[]) => those(rows, 'isCrossedByWord');
    expect(await crossed(APART)).toEqual([]);
    expect(await crossed(CROSSED)).toEqual(CROSSED);
    expect(await those(CUT, 'isCutByWord')).toEqual(CUT);
    expect(await those(UNCUT, 'isCutByWord')).toEqual([]);
    expect(await those(WORDING_CROSSED, 'isWordingCrossed')).toEqual(WORDING_CROSSED);
    expect(await those(WORDING_APART, 'isWordingCrossed')).toEqual([]);
    const differing = DIFFERENT.filter(([, inChromium, inFirefox]) => (name === 'Chromium' ? inChromium : inFirefox));
    expect(await crossed(DIFFERENT.map(([row]) => row))).toEqual(differing.map(([row]) => row));
  });
});
