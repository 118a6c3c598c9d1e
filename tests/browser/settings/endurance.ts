/** Endurance of settings and background: damaged storage, many changes, many messages. Long runs only, except T10. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { untilMarked, untilMarksAre } from '../../../tools/browser/marks';
import { tabOf } from '../../../tools/browser/tab';
import { until } from '../../../tools/browser/wait';
import { damagedStates } from '../../entrypoints/shared/settings/damaged-states';
import { amount, isLong, report } from '../../long-runs';
import { configure } from '../harness/access';
import type { BrowserFixture } from '../harness/browser-fixture';

interface SettingsFixture {
  fixture: BrowserFixture;
  openPage(path: string): Promise<Page>;
  stored(): Promise<Record<string, unknown>>;
}

/** The part of the extension API used here. */
interface Api {
  storage: { local: { set(items: object): Promise<void>; clear(): Promise<void> } };
}
type ApiGlobal = { browser?: Api; chrome?: Api };

const LONG_MS = amount(240_000, 900_000);
const TEXT = '<!doctype html><meta charset="utf-8"><p id="t">中国科协与科创中国。</p>';

/** Registers the tests. */
export function describeEndurance({ fixture, openPage, stored }: SettingsFixture): void {
  const put = (items: object, isAll = false) =>
    fixture.extensionPage.evaluate(
      async (given, isFirstCleared) => {
        const { browser, chrome } = globalThis as ApiGlobal; // An extension page has one of them.
        const local = (browser ?? chrome)?.storage.local;
        if (isFirstCleared) await local?.clear();
        await local?.set(JSON.parse(given));
      },
      // As text, because Firefox's driver drops some property names of objects.
      JSON.stringify(items),
      isAll,
    );

  describe('the settings', () => {
    it('T10: show every extension page, whatever is stored', { timeout: LONG_MS }, async () => {
      const states = damagedStates(amount(2, 150));
      let longest = 0;
      const pages = await Promise.all(['popup.html?tab=1', 'options.html', 'sidepanel.html?tab=1'].map(openPage));
      const isThere = ['.search-field', '.options-section', '.panel'];
      for (const state of states) {
        await put(state, true);
        for (const [at, page] of pages.entries()) {
          const begin = performance.now();
          // Firefox never reports the end of such a navigation.
          await page.evaluate(() => {
            document.body.textContent = '';
            location.reload();
          });
          await until(`${isThere[at]} over ${JSON.stringify(state)}`, () =>
            page
              .evaluate((selector) => document.querySelector(selector) !== null, isThere[at] ?? '')
              .catch(() => false),
          );
          longest = Math.max(longest, performance.now() - begin);
        }
      }
      report(`T10, the longest start of ${states.length * pages.length}, in ms`, longest.toFixed(0));
      // Changes still apply.
      await put({ 'set/marks.style': { v: 'wavy', t: Date.now(), device: 'test' } });
      await until('the settings that pages read', async () =>
        JSON.stringify((await stored()).page ?? '').includes('wavy'),
      );
    });

    it.runIf(isLong)('T42: turn sites off and on 1,000 times in open tabs', { timeout: LONG_MS }, async () => {
      const { port } = new URL(fixture.server.origin);
      fixture.server.put('site.html', TEXT);
      const folder = mkdtempSync(join(tmpdir(), 'pangzhu-'));
      const file = join(folder, 'site.html');
      writeFileSync(file, TEXT);
      const sites: [address: string, patterns: string[]][] = [
        [`http://127.0.0.1:${port}/site.html`, ['127.0.0.1', `127.0.0.1:${port}`]],
        [`http://localhost:${port}/site.html`, ['localhost', `localhost:${port}`, '*.localhost']],
        [`http://例子.localhost:${port}/site.html`, ['xn--fsqu00a.localhost', '*.localhost']],
        [`http://a.b.localhost:${port}/site.html`, ['a.b.localhost', '*.b.localhost', `a.b.localhost:${port}`]],
      ];
      // Access to local files needs the reader's permission, which tests can give in Chromium only.
      if (fixture.driver.name === 'chromium') {
        await configure(fixture.driver, { fileAccess: true });
        sites.push([pathToFileURL(file).href, ['file:']]);
      }
      const each = 1000 / sites.length / 2;
      const times: number[] = [];
      let t = Date.now();
      for (const [address, patterns] of sites) {
        const page = await fixture.open(address);
        await untilMarked(page);
        for (let turn = 0; turn < each; turn++) {
          const item = `set/rule/${patterns[turn % patterns.length]}`;
          for (const isOn of [false, null]) {
            const seen = untilMarks(page, isOn === null);
            await put({ [item]: { v: isOn, t: ++t, device: 'test' } });
            times.push(await seen);
          }
        }
        expect(await untilMarksAre(page, ['中国科协', '科创中国'])).toEqual(['中国科协', '科创中国']);
      }
      rmSync(folder, { recursive: true });
      times.sort((a, b) => a - b);
      const at = (share: number) => times[Math.floor((times.length - 1) * share)]?.toFixed(0);
      report(`T42, ${times.length} turns, median / p95 / longest, in ms`, `${at(0.5)} / ${at(0.95)} / ${at(1)}`);
    });
  });

  it.runIf(isLong)('T41: the background withstands 100,000 messages of a tab', { timeout: LONG_MS }, async () => {
    const page = await fixture.openSource(TEXT);
    await untilMarked(page);
    const tabId = await tabOf(fixture.driver, page.url());
    const pagesBefore = (await fixture.driver.browser.pages()).length;
    const before = await heapOf(fixture);
    const begin = performance.now();
    const answered = await flood(fixture, tabId, 100_000);
    const seconds = (performance.now() - begin) / 1000;
    const after = await heapOf(fixture);
    report('T41, 100,000 messages, seconds', seconds.toFixed(0));
    if (before !== null && after !== null)
      report('T41, heap of the worker, MB more', ((after - before) / 1e6).toFixed(1));
    expect(answered).toEqual({ done: 0 });
    expect((await fixture.driver.browser.pages()).length).toBe(pagesBefore);
    expect(Object.keys(await stored()).filter((item) => item.startsWith('set/'))).toEqual([]);
    const other = await fixture.openSource(TEXT);
    await untilMarked(other);
  });
}

/** Time from the call until the page's marks appear or disappear, in ms. */
function untilMarks(page: Page, isMarked: boolean): Promise<number> {
  return page.evaluate(async (wanted) => {
    const begin = performance.now();
    for (;;) {
      let count = 0;
      for (const highlight of CSS.highlights.values()) count += highlight.size;
      if (count > 0 === wanted) return performance.now() - begin;
      await new Promise((resolve) => setTimeout(resolve, 4));
    }
  }, isMarked);
}

/** Sends invalid messages, some of them large, from the content script's context. @returns the number that succeeded. */
async function flood(fixture: BrowserFixture, tabId: number, count: number): Promise<{ done: number }> {
  const source = `(async () => {
    const api = globalThis.browser ?? globalThis.chrome;
    const [injection] = await api.scripting.executeScript({ target: { tabId: ${tabId} }, args: [${count}], func: async (count) => {
      const api = globalThis.browser ?? globalThis.chrome;
      const large = 'x'.repeat(100_000);
      const wrong = [
        null, 7, 'site.setEnabled', [], {}, { type: 'fetch', url: 'https://example.com/' }, { type: 'site.setEnabled' },
        { type: 'site.setEnabled', isOn: 'yes' }, { type: 'site.setEnabled', isOn: true, site: 'other.cn' },
        { type: 'term.mute', entry: '../x', isMuted: true }, { type: 'term.mute', entry: 'bundled/no-such', isMuted: true },
        { type: 'entries.get', revisions: ['x'], entries: [] }, { type: 'glossary.open', entry: 'javascript:x' },
        { type: 'marks.style', mention: 'a', current: 'b', look: null, before: null },
        { type: 'settings.change', values: { 'sites.base': 'off' } }, { __proto__: null, type: '__proto__' },
      ];
      let done = 0;
      for (let sent = 0; sent < count; sent += 500) {
        const answers = Array.from({ length: 500 }, (_, i) => {
          const message = i % 250 === 249 ? { type: 'entries.get', revisions: [large], entries: [0] } : wrong[i % wrong.length];
          return api.runtime.sendMessage(message).catch(() => null);
        });
        for (const answer of await Promise.all(answers)) if (answer?.ok) done++;
      }
      return { done };
    } });
    return injection.result;
  })()`;
  return (await fixture.extensionPage.evaluate(source)) as { done: number }; // The result of the function.
}

/** Heap of the worker after garbage collection, in bytes; null in Firefox, which does not report it. */
async function heapOf({ driver }: BrowserFixture): Promise<number | null> {
  if (driver.name === 'firefox') return null;
  const target = await driver.browser.waitForTarget((item) => item.type() === 'service_worker');
  const session = await target.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}
