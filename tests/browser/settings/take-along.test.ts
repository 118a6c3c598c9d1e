/** Taking settings along as a reader does: the file is downloaded by the browser, and chosen in it where all is new. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../../tools/browser/driver';
import { untilMarksAre } from '../../../tools/browser/marks';
import { until, untilAccepted, untilSteady } from '../../../tools/browser/wait';
import { prepareStage } from '../harness/stage';

/** As much of the extension's API as is used here. */
interface Api {
  storage: Record<'local' | 'sync', { clear(): Promise<void>; get(keys: null): Promise<Record<string, unknown>> }>;
}

describe('settings taken along, in Chromium', () => {
  const stage = prepareStage(launchChromium);
  let folder: string;
  let options: Page;
  let downloads = 0;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pangzhu-'));
    const browser = await stage.driver.browser.target().createCDPSession();
    await browser.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder, eventsEnabled: true });
    browser.on('Browser.downloadProgress', ({ state }) => {
      if (state === 'completed') downloads++;
    });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  afterEach(async () => {
    if (!options.isClosed()) await options.close();
    await forgetAll();
  });

  /** As a new browser of a reader without an account: what was synced would come back. */
  const forgetAll = () =>
    untilAccepted(
      'nothing kept',
      () =>
        untilSteady('what is kept', 300, () =>
          stage.backstage.evaluate(async () => {
            const { chrome } = globalThis as unknown as { chrome: Api }; // A page of the extension has it.
            const { local, sync } = chrome.storage;
            const kept = Object.keys(await local.get(null)).filter((item) => item.startsWith('set/'));
            if (kept.length > 0) await Promise.all([sync.clear(), local.clear()]);
            return kept;
          }),
        ),
      (kept) => kept.length === 0,
    );
  /** What is set, by key. */
  const settings = () =>
    stage.backstage.evaluate(async () => {
      const { chrome } = globalThis as unknown as { chrome: Api }; // As above.
      const records = Object.entries(await chrome.storage.local.get(null)) as [string, { v?: unknown }][];
      return Object.fromEntries(
        records.flatMap(([item, { v }]) => (item.startsWith('set/') && v !== null ? [[item.slice(4), v]] : [])),
      );
    });
  const openOptions = async () => {
    options = await stage.driver.openExtensionPage('options.html');
    await options.waitForSelector('.options-section');
  };
  const type = async (field: string, text: string) => {
    await options.focus(field);
    await options.keyboard.type(text);
  };
  const addRule = async (pattern: string) => {
    await type('#sites form input', pattern);
    await options.keyboard.press('Enter');
    await until(`the rule for ${pattern}`, async () => `rule/${pattern}` in (await settings()));
  };
  /** Presses the button that exports. @returns where the browser put the file. */
  const download = async (section: string, name: string) => {
    const before = downloads;
    await options.click(`#${section} > .options-actions button`);
    // Until then the browser moves the file about.
    await until(`the file ${name}`, async () => downloads > before);
    return join(folder, name);
  };
  const bring = async (section: string, path: string) => {
    const input = await options.waitForSelector(`#${section} input[type=file]`);
    await (input as ElementHandle<HTMLInputElement>).uploadFile(path); // By its selector.
  };

  it('come back whole where all is new, and are taken back', async () => {
    const source = '<!doctype html><meta charset="utf-8"><p>量子纠缠，科创中国。</p>';
    await openOptions();
    await options.evaluate(() => document.querySelectorAll<HTMLElement>('#look input[type=radio]')[3]?.click());
    await addRule('*.example.cn');
    await type('#terms form label:nth-of-type(1) > *', '量子纠缠');
    await type('#terms form label:nth-of-type(3) > *', '“一种”现象。');
    await options.click('#terms form [type=submit]');
    const all = await until('all of it', async () => {
      const now = await settings();
      return Object.keys(now).length === 3 && now;
    });
    expect(Object.values(all)).toContainEqual({ headword: '量子纠缠', forms: [], definition: '“一种”现象。' });
    const path = await download('data', 'pangzhu-settings.json');
    await options.close();

    await forgetAll();
    const page = await stage.openSource(source);
    expect(await untilMarksAre(page, ['科创中国'])).toEqual(['科创中国']);
    await openOptions();
    await bring('data', path);
    await untilAccepted('the settings of the file', settings, (now) => isDeepStrictEqual(now, all));
    const marks = ['量子纠缠', '科创中国'];
    expect(await untilMarksAre(page, marks)).toEqual(marks);
    await options.waitForSelector('.options-feedback button');
    await options.click('.options-feedback button');
    await until('the end of them', async () => Object.keys(await settings()).length === 0);
  });

  it('are the rules for sites alone, as a text', async () => {
    await openOptions();
    await addRule('b.example.cn');
    await addRule('*.a.example.cn:8080');
    const all = await settings();
    const path = await download('sites', 'pangzhu-sites.txt');
    expect(await readFile(path, 'utf8')).toBe('off *.a.example.cn:8080\noff b.example.cn\n');
    await options.close();
    await forgetAll();
    await openOptions();
    await bring('sites', path);
    await untilAccepted('the rules of the file', settings, (now) => isDeepStrictEqual(now, all));
  });
});
