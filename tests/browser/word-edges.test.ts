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
  WORDING_CUT,
  WORDING_UNCUT,
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
    const those = async (rows: readonly string[], test: string) => {
      const places = rows.map(placeOf);
      const found = (await page.evaluate(`${JSON.stringify(places)}.map((place) => ${test})`)) as boolean[]; // One answer for each place.
      return rows.filter((_, i) => found[i]);
    };
    const crossed = (rows: readonly string[]) => those(rows, 'words.isCrossedByWord(place.text, place)');
    const cut = (rows: readonly string[], isWording: boolean) =>
      those(rows, `words.isCutByWord(place.text, place, ${isWording})`);
    expect(await crossed(APART)).toEqual([]);
    expect(await crossed(CROSSED)).toEqual(CROSSED);
    expect(await cut(CUT, false)).toEqual(CUT);
    expect(await cut(UNCUT, false)).toEqual([]);
    expect(await cut(WORDING_CUT, true)).toEqual(WORDING_CUT);
    expect(await cut(WORDING_UNCUT, true)).toEqual([]);
    const differing = DIFFERENT.filter(([, inChromium, inFirefox]) => (name === 'Chromium' ? inChromium : inFirefox));
    expect(await crossed(DIFFERENT.map(([row]) => row))).toEqual(differing.map(([row]) => row));
  });
});
