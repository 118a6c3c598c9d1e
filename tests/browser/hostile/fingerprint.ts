/** Pages that try to detect the extension: they find nothing constant, and nothing at all on a site that is turned off. */
import { readdirSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { untilCard } from '../../../tools/browser/card';
import { untilMarksAre } from '../../../tools/browser/marks';
import { pointAt } from '../../../tools/browser/text';
import { amount } from '../../long-runs';
import type { BrowserFixture } from '../harness/browser-fixture';

const OUTPUT = new URL('../../../.output/chrome-mv3/', import.meta.url);
const TEXT = '<p id="text">中国科协办好科创中国。</p>';
const MARKS = ['中国科协', '科创中国'];

/** Runs before the page's other scripts, and records events, calls, changes and globals. */
const WATCH = `<script>
  const heard = [];
  const note = (what) => heard.push(what);
  for (const target of [window, document]) {
    for (const type of ['message', 'messageerror', 'storage', 'error', 'securitypolicyviolation'])
      target.addEventListener(type, (event) => note(type + ' ' + JSON.stringify(event.data ?? event.message ?? '')), true);
  }
  const dispatch = EventTarget.prototype.dispatchEvent;
  EventTarget.prototype.dispatchEvent = function (event) { note('dispatched ' + event.type); return dispatch.call(this, event); };
  const listen = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (type, ...rest) { note('listens to ' + type); return listen.call(this, type, ...rest); };
  new BroadcastChannel('x').onmessage = () => note('broadcast');
  const globals = new Set(Reflect.ownKeys(window));
  new MutationObserver((records) => {
    if (document.readyState !== 'complete') return;
    for (const { type, target, attributeName, addedNodes } of records)
      note([type, target.nodeName, attributeName, ...[...addedNodes].map((node) => node.outerHTML ?? node.data)].join(' '));
  }).observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
  const look = () => ({
    heard,
    globals: Reflect.ownKeys(window).filter((key) => !globals.has(key) && !/^(heard|note|dispatch|listen|globals|look|[0-9]+)$/.test(String(key))).map(String),
    highlights: [...CSS.highlights.keys()],
    sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
    attributes: [...document.documentElement.attributes, ...document.body.attributes].map(({ name }) => name),
    html: document.documentElement.outerHTML,
    storage: localStorage.length + sessionStorage.length,
    resources: performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => /extension/.test(name)),
  });
</script>`;

const SOURCE = `<!doctype html><meta charset="utf-8"><title>探</title>${WATCH}${TEXT}`;

interface Seen {
  heard: string[];
  globals: string[];
  highlights: string[];
  sheets: number;
  attributes: string[];
  html: string;
  storage: number;
  resources: string[];
}

function seenBy(page: Page): Promise<Seen> {
  return page.evaluate('look()') as Promise<Seen>; // What the page's own function gives.
}

/** Registers the tests. */
export function describeFingerprint(fixture: BrowserFixture): void {
  describe('a page that tries to detect the extension', () => {
    const loads = amount(4, 100);
    it(`sees only highlights in ${loads} loads, with names that never repeat`, async () => {
      const path = fixture.server.put('fingerprint.html', SOURCE);
      const page = await fixture.open(path);
      const names: string[] = [];
      const htmls = new Set<string>();
      for (let load = 0; load < loads; load++) {
        if (load > 0) await page.reload();
        expect(await untilMarksAre(page, MARKS)).toEqual(MARKS);
        const { highlights, html, ...rest } = await seenBy(page);
        expect(rest).toEqual({ heard: [], globals: [], sheets: 0, attributes: [], storage: 0, resources: [] });
        names.push(...highlights);
        htmls.add(html);
      }
      expect(names).toHaveLength(loads);
      expect(new Set(names).size).toBe(loads);
      // Nothing tells a name of ours from one of the page's.
      for (const name of names) expect(name).toMatch(/^[a-z]{12}$/);
      expect(htmls.size).toBe(1);
    });

    it('sees only one unnamed element of an open card', async () => {
      const page = await fixture.openSource(SOURCE);
      await untilMarksAre(page, MARKS);
      await pointAt(page, '#text', '科创中国');
      await untilCard(fixture.extensionPage, page, '科创中国');
      const { heard, globals } = await seenBy(page);
      expect(globals).toEqual([]);
      expect([...new Set(heard)]).toEqual(['childList HTML  <div popover="manual"></div>']);
      const inside = await page.evaluate(() => {
        const host = document.querySelector<HTMLElement>('[popover]');
        return [host?.shadowRoot, host?.textContent, host?.getAttributeNames()];
      });
      expect(inside).toEqual([null, '', ['popover']]);
    });

    it('can neither load a file of the extension nor send it a message', async () => {
      const page = await fixture.openSource(SOURCE);
      const files = readdirSync(OUTPUT, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('.'));
      expect(files.length).toBeGreaterThan(5);
      const addresses = files.map((name) => fixture.driver.extensionUrl(name));
      const loaded = await page.evaluate(async (urls) => {
        const tries = urls.flatMap((url) => [
          fetch(url).then(
            () => `fetched ${url}`,
            () => null,
          ),
          new Promise<string | null>((resolve) => {
            const image = new Image();
            image.onload = () => resolve(`shown ${url}`);
            image.onerror = () => resolve(null);
            image.src = url;
          }),
        ]);
        return (await Promise.all(tries)).filter((found) => found !== null);
      }, addresses);
      expect(loaded).toEqual([]);
      const callable = await page.evaluate(() => {
        const { chrome, browser } = globalThis as { chrome?: { runtime?: unknown }; browser?: unknown }; // Each browser has at most one of them.
        return [typeof chrome?.runtime, typeof browser];
      });
      expect(callable).toEqual(['undefined', 'undefined']);
    });

    it('sees nothing on a site that is turned off', async () => {
      await fixture.turnSites('off');
      const page = await fixture.openSource(SOURCE);
      const bare = await seenBy(page);
      await fixture.turnSites('on');
      // The same page is marked once the site is turned on.
      expect(await untilMarksAre(page, MARKS)).toEqual(MARKS);
      const { html } = await seenBy(page);
      expect(bare).toEqual({
        heard: [],
        globals: [],
        highlights: [],
        sheets: 0,
        attributes: [],
        html,
        storage: 0,
        resources: [],
      });
      await fixture.turnSites('off');
      expect(await untilMarksAre(page, [])).toEqual([]);
      expect(await page.evaluate(() => [...CSS.highlights.keys()])).toEqual([]);
      await fixture.turnSites('on');
    });
  });
}
