/** Readers use a published website. Described once and run in each browser. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildAssets } from '../../site/assets';
import { siteFiles } from '../../site/site-files';
import { writeFiles } from '../../site/write-site';
import { clickOn, pressOn, typeIn } from '../../tools/browser/elements';
import { untilAccepted } from '../../tools/browser/wait';
import { bundledContent, PARTS } from '../site/contents';
import { faultsInBothSchemes, faultsOf } from './harness/axe';
import type { BrowserFixture } from './harness/browser-fixture';

const TYPES: Record<string, string> = { js: 'text/javascript', css: 'text/css', png: 'image/png', xml: 'text/xml' };
/** A folder of the site at the server, so that links to the root of the host would not work. */
const ROOT = 'sites/kexie';
const PRIVACY = new URL('../../PRIVACY.md', import.meta.url);
const PHONE = { width: 360, height: 700 };
const DESKTOP = { width: 1200, height: 800 };

/** A page of each kind, and what it shows once its script has run. */
const KINDS: [folder: string, shown: string][] = [
  ['', '.site-search'],
  ['letter/', '.entry-lines'],
  ['en/category/', '.entry-lines'],
  ['entry/words-157/', '.entry-relations'],
  ['bulletin/', '.bulletin-list'],
  ['zh-Hant/bulletin/cast-2021-06-11/', '.passage'],
  ['map/', '.map-dot[tabindex="0"]'],
  ['en/timeline/', '.timeline-stretches'],
  ['search/', '.search-field'],
  ['follow/', '.site-address'],
  ['en/privacy/', '.site-document table'],
];

const textOf = (page: Page, selector: string) =>
  page.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? '', selector);
/** Waits for a heading, which a navigation may replace while it is read. */
const untilHeading = (page: Page, heading: string) =>
  untilAccepted(
    `the heading ${heading}`,
    () => textOf(page, 'h1').catch(() => ''),
    (now) => now === heading,
  );
/** Follows a link, also one that is out of view. */
const follow = (page: Page, selector: string) => pressOn(page, selector);

/** Registers the tests. */
export function describeSite(fixture: BrowserFixture): void {
  let folder: string;
  let page: Page;
  const asked = new Set<string>();
  const complaints: string[] = [];

  beforeAll(async () => {
    const { driver, server } = fixture;
    folder = mkdtempSync(join(tmpdir(), 'site-'));
    const documents = { privacy: readFileSync(PRIVACY, 'utf8'), security: '' };
    const parts = { ...PARTS, documents, assets: await buildAssets() };
    const files = [...siteFiles({ ...bundledContent(), address: null }, parts)];
    writeFiles(files, folder);
    for (const { path, content } of files) {
      const type = TYPES[path.split('.').at(-1) ?? ''] ?? 'text/html; charset=utf-8';
      server.put(`${ROOT}/${path}`, { body: content, type });
      server.put(`${ROOT}/${path.replace(/index\.html$/, '')}`, { body: content, type });
    }
    page = await driver.newPage();
    page.on('request', (request) => asked.add(new URL(request.url()).origin));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
  });
  afterAll(async () => {
    await page?.close();
    rmSync(folder, { recursive: true });
  });

  const open = async (path: string, shown: string) => {
    await page.goto(`${fixture.server.origin}/${ROOT}/${path}`);
    await page.bringToFront();
    await page.waitForSelector(shown);
  };

  describe('a published website', () => {
    it.each(KINDS)('the page at “%s” is accessible, and fits a phone', async (path, shown) => {
      await page.setViewport(DESKTOP);
      await open(path, shown);
      // Firefox cannot emulate a scheme.
      const faults = fixture.driver.name === 'firefox' ? faultsOf : faultsInBothSchemes;
      expect(await faults(page)).toEqual([]);
      await page.setViewport(PHONE);
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(excess).toBeLessThanOrEqual(0);
    });

    it('is searched by the field of its title page', async () => {
      await page.setViewport(DESKTOP);
      await open('en/', '.site-search');
      await typeIn(page, '.site-search input', 'kxsd');
      await page.keyboard.press('Enter');
      await page.waitForSelector('[role=option][aria-selected=true]');
      expect(await textOf(page, '[role=option] .choice-headword')).toBe('科协十大');
      await page.keyboard.press('Enter');
      await untilHeading(page, '科协十大');
      expect(new URL(page.url()).pathname).toBe(`/${ROOT}/en/entry/cast-10th/index.html`);
    });

    it('leads from an entry to its sentence, its place on the map, and its other languages', async () => {
      await open('entry/cast-10th/', '.quoted-passage');
      await follow(page, '.quoted-passage figcaption a');
      await page.waitForSelector('.passage:target');
      expect(await textOf(page, '.passage:target')).toContain('科协十大');
      await open('entry/cast-10th/', '.entry-relations');
      await follow(page, '.entry-relations ~ p a');
      await page.waitForSelector('.map-panel h2');
      expect(await textOf(page, '.map-panel h2')).toBe('科协十大');
      await open('entry/cast-10th/', '.site-languages');
      await follow(page, '.site-languages [lang=zh-Hant]');
      await untilHeading(page, '科協十大');
    });

    it('works from files', async () => {
      await page.goto(`${pathToFileURL(join(folder, 'search/index.html')).href}?q=kxsd`);
      await page.waitForSelector('[role=option][aria-selected=true]');
      await page.keyboard.press('Enter');
      await untilHeading(page, '科协十大');
    });

    it('requests nothing from other hosts, and breaks no rule of its own', () => {
      expect([...asked].filter((origin) => origin !== fixture.server.origin && origin !== 'null')).toEqual([]);
      expect(complaints).toEqual([]);
    });

    it('prints the text, without what only a screen can use', async () => {
      // Firefox cannot emulate print media.
      if (fixture.driver.name === 'firefox') return;
      await open('bulletin/cast-2021-06-11/', '.passage');
      await page.emulateMediaType('print');
      const visible = (selectors: string[]) =>
        page.evaluate((all) => all.filter((one) => document.querySelector(one)?.checkVisibility()), selectors);
      const wanted = ['h1', '.passage', '.printed-notes li'];
      expect(await visible([...wanted, '.book-head nav', '.site-skip', '.bulletin-contents'])).toEqual(wanted);
      await open('map/', '.map-dot');
      expect(await visible(['h1', '.picture', '.picture-list li'])).toEqual(['h1', '.picture-list li']);
      await page.emulateMediaType();
    });

    it('is read without JavaScript', async () => {
      // Firefox’s driver cannot turn it off; entries and bulletins have no script there either.
      if (fixture.driver.name === 'firefox') return;
      await page.setJavaScriptEnabled(false);
      await open('', '.site-groups');
      await clickOn(page, '.site-groups.is-letters li:nth-child(8) a');
      await untilHeading(page, '拼音');
      await clickOn(page, '.entry-lines a[href*="entry/cast-10th/"]');
      await untilHeading(page, '科协十大');
      await clickOn(page, '.quoted-passage figcaption a');
      await page.waitForSelector('.passage:target');
      await clickOn(page, '.passage:target .term');
      await page.waitForSelector('.entry-page');
      await open('map/', '.map-dot');
      expect(await page.evaluate(() => document.querySelector('.picture-tools')?.checkVisibility())).toBe(false);
      await open('search/', '.site-groups');
      expect(await textOf(page, 'noscript')).toContain('脚本');
      await page.setJavaScriptEnabled(true);
    });
  });
}
