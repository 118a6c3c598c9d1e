/** Exports and imports files like a reader: the browser downloads a file, which is chosen in a new profile. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../../tools/browser/driver';
import { clickOn, pressOn, selectIn, typeIn } from '../../../tools/browser/elements';
import { untilMarksAre } from '../../../tools/browser/marks';
import { until, untilAccepted, untilSteady } from '../../../tools/browser/wait';
import { prepareBrowser } from '../harness/browser-fixture';
import { pasteList } from '../harness/paste-list';

/** The part of the extension API used here. */
interface Api {
  storage: Record<'local' | 'sync', { clear(): Promise<void>; get(keys: null): Promise<Record<string, unknown>> }>;
}

describe('exported files, in Chromium', () => {
  const fixture = prepareBrowser(launchChromium);
  let folder: string;
  let options: Page;
  let downloads = 0;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pangzhu-'));
    const browser = await fixture.driver.browser.target().createCDPSession();
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

  /** Clears local and synced settings, like a new browser without an account: once what was changed is sent, or it would return. */
  const forgetAll = async () => {
    await until('all to be sent', () =>
      fixture.extensionPage.evaluate(async () => {
        const { chrome } = globalThis as unknown as { chrome: Api }; // A page of the extension has it.
        return !('settingsSyncDue' in (await chrome.storage.local.get(null)));
      }),
    );
    await untilAccepted(
      'nothing kept',
      () =>
        untilSteady('what is kept', 300, () =>
          fixture.extensionPage.evaluate(async () => {
            const { chrome } = globalThis as unknown as { chrome: Api }; // As above.
            const { local, sync } = chrome.storage;
            const kept = Object.keys(await local.get(null)).filter((item) => item.startsWith('set/'));
            if (kept.length > 0) await Promise.all([sync.clear(), local.clear()]);
            return kept;
          }),
        ),
      (kept) => kept.length === 0,
    );
  };
  /** Changed settings, by key. */
  const settings = () =>
    fixture.extensionPage.evaluate(async () => {
      const { chrome } = globalThis as unknown as { chrome: Api }; // As above.
      const records = Object.entries(await chrome.storage.local.get(null)) as [string, { v?: unknown }][];
      return Object.fromEntries(
        records.flatMap(([item, { v }]) => (item.startsWith('set/') && v !== null ? [[item.slice(4), v]] : [])),
      );
    });
  const openOptions = async () => {
    options = await fixture.driver.openExtensionPage('options.html');
    await options.waitForSelector('.options-section');
  };
  const type = (field: string, text: string) => typeIn(options, field, text);
  const addRule = async (pattern: string) => {
    await type('#sites form input', pattern);
    await options.keyboard.press('Enter');
    await until(`the rule for ${pattern}`, async () => `rule/${pattern}` in (await settings()));
  };
  /** Clicks the export button. @returns the path of the downloaded file. */
  const download = async (section: string, name: string) => {
    const before = downloads;
    await clickOn(options, `#${section} > .options-actions button`);
    // The browser renames the file while it downloads.
    await until(`the file ${name}`, async () => downloads > before);
    return join(folder, name);
  };
  const bring = async (section: string, path: string) => {
    const input = await options.waitForSelector(`#${section} input[type=file]`);
    await (input as ElementHandle<HTMLInputElement>).uploadFile(path); // The selector finds an input.
  };

  it('restore all settings in a new profile, with undo', async () => {
    const source = '<!doctype html><meta charset="utf-8"><p>量子纠缠，科创中国。</p>';
    await openOptions();
    await pressOn(options, '#look input[type=radio]', 3);
    await addRule('*.example.cn');
    await type('#terms form > label:nth-of-type(1) > *', '量子纠缠');
    await type('#terms form > label:nth-of-type(2) > *', '“一种”现象。');
    await clickOn(options, '#terms form [type=submit]');
    const all = await until('all of it', async () => {
      const now = await settings();
      return Object.keys(now).length === 3 && now;
    });
    expect(Object.values(all)).toContainEqual({ headword: '量子纠缠', forms: [], definition: '“一种”现象。' });
    const path = await download('data', 'pangzhu-settings.json');
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ settings: all });
    await options.close();

    await forgetAll();
    const page = await fixture.openSource(source);
    expect(await untilMarksAre(page, ['科创中国'])).toEqual(['科创中国']);
    await openOptions();
    await bring('data', path);
    await untilAccepted('the settings of the file', settings, (now) => isDeepStrictEqual(now, all));
    const marks = ['量子纠缠', '科创中国'];
    expect(await untilMarksAre(page, marks)).toEqual(marks);
    await clickOn(options, '.options-feedback button');
    await until('the end of them', async () => Object.keys(await settings()).length === 0);
  });

  it('can contain rules for sites only, as text', async () => {
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

  it('restore all glossaries in a new profile, with what was set for them', async () => {
    options = await fixture.driver.openExtensionPage('glossaries.html');
    await pasteList(options, '量子纠缠\t一种现象。\n开放科学\t一种做法。');
    await clickOn(options, '.wizard .is-main:enabled');
    await pressOn(options, '.pack:has(time) summary');
    const feedback = () => options.evaluate(() => document.querySelector('.options-feedback')?.textContent ?? '');
    const imported = await feedback();
    await selectIn(options, '.pack .options-row label:nth-child(2) select', 'page');
    await untilAccepted('the choice to be saved', feedback, (text) => text !== imported);
    const before = downloads;
    await pressOn(options, 'section[aria-labelledby=backup] button');
    await until('the backup', async () => downloads > before);
    const backups = (await readdir(folder)).filter((name) => /^pangzhu-\d.*\.json$/.test(name));
    expect(backups).toHaveLength(1);

    const other = await launchChromium();
    try {
      await other.install();
      const restoring = await other.openExtensionPage('glossaries.html');
      const input = await restoring.waitForSelector('section[aria-labelledby=backup] input[type=file]');
      await (input as ElementHandle<HTMLInputElement>).uploadFile(join(folder, backups[0] ?? '')); // The selector finds an input.
      await restoring.waitForSelector('.pack:has(time)');
      const page = await other.newPage();
      const source = '<!doctype html><meta charset="utf-8"><p>量子纠缠，科创中国，又是量子纠缠和开放科学。</p>';
      await page.goto(fixture.server.put('restored.html', source));
      const marks = ['量子纠缠', '科创中国', '开放科学'];
      expect(await untilMarksAre(page, marks)).toEqual(marks);
    } finally {
      await other.close();
    }
  });
});
