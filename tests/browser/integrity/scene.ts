/** Owns playing the same scene on a page without the extension and with it: both records must be equal. */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { untilMarked } from '../../../tools/browser/marks';
import type { Stage } from '../harness/stage';

export interface Scene {
  title: string;
  /** Served at an address of its own. Mentions at least one term outside its editors. */
  source: string;
  /** What the page and the reader could tell of it. */
  play(page: Page, stage: Stage): Promise<unknown>;
  /** Once more with the extension, after the record was found equal. */
  check?(page: Page): Promise<void>;
}

/** Records what every page of `scenes` is like without us. */
export async function rehearse(scenes: readonly Scene[], stage: Stage): Promise<Map<string, unknown>> {
  const records = new Map<string, unknown>();
  for (const scene of scenes) {
    const page = await openScene(scene, stage);
    records.set(scene.title, await scene.play(page, stage));
    await page.close();
  }
  return records;
}

export function playScenes(scenes: readonly Scene[], stage: Stage, records: () => Map<string, unknown>): void {
  it.each(scenes.map((scene): [string, Scene] => [scene.title, scene]))('%s', async (title, scene) => {
    const page = await openScene(scene, stage);
    await untilMarked(page);
    expect(records().has(title)).toBe(true);
    expect(await scene.play(page, stage)).toEqual(records().get(title));
    await scene.check?.(page);
  });
}

/** Records of its pages must not differ by their address: each has its own, the same in both runs. */
async function openScene({ title, source }: Scene, stage: Stage): Promise<Page> {
  const page = await stage.open(stage.server.put(`scene-${encodeURIComponent(title)}.html`, source));
  // A record of what is there at the beginning would be one of where the pointer was left.
  await page.mouse.move(1, 700);
  return page;
}
