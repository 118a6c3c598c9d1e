/** Plays the same scene on a page with and without the extension: the records must be equal. */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { untilMarked } from '../../../tools/browser/marks';
import type { BrowserFixture } from '../harness/browser-fixture';

/** A page, and what happens on it. */
export interface Scene {
  title: string;
  /** HTML of the page, with at least one term outside its editors. */
  source: string;
  /** Acts on the page. @returns a record of everything that the page or the reader can observe. */
  play(page: Page, fixture: BrowserFixture): Promise<unknown>;
  /** Further expectations with the extension, after the records were found equal. */
  check?(page: Page): Promise<void>;
}

/** Plays all scenes without the extension. @returns the records by title. */
export async function rehearse(scenes: readonly Scene[], fixture: BrowserFixture): Promise<Map<string, unknown>> {
  const records = new Map<string, unknown>();
  for (const scene of scenes) {
    const page = await openScene(scene, fixture);
    records.set(scene.title, await scene.play(page, fixture));
    await page.close();
  }
  return records;
}

/** Registers a test for each scene, which plays it with the extension. @param records of `rehearse`. */
export function playScenes(
  scenes: readonly Scene[],
  fixture: BrowserFixture,
  records: () => Map<string, unknown>,
): void {
  it.each(scenes.map((scene): [string, Scene] => [scene.title, scene]))('%s', async (title, scene) => {
    const page = await openScene(scene, fixture);
    await untilMarked(page);
    expect(records().has(title)).toBe(true);
    expect(await scene.play(page, fixture)).toEqual(records().get(title));
    await scene.check?.(page);
  });
}

/** Opens the scene's page, at the same address in both runs. */
async function openScene({ title, source }: Scene, fixture: BrowserFixture): Promise<Page> {
  const page = await fixture.open(fixture.server.put(`scene-${encodeURIComponent(title)}.html`, source));
  // Otherwise the record would depend on where the previous scene left the pointer.
  await page.mouse.move(1, 700);
  return page;
}
