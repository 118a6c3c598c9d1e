/**
 * A build that names an address (`PANGZHU_FOLLOW`) follows later revisions of the bundled glossary, and its reader another
 * edited one. Needs a build of its own, and therefore a long run.
 */
import { spawnSync } from 'node:child_process';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inCard } from '../../../tools/browser/card-inspector';
import { type Driver, launchChromium, leadToLoopback } from '../../../tools/browser/driver';
import { enterOn, typeIn } from '../../../tools/browser/elements';
import { untilMarksAre } from '../../../tools/browser/marks';
import { type PageServer, servePages } from '../../../tools/browser/server';
import { pointAt } from '../../../tools/browser/text';
import { until } from '../../../tools/browser/wait';
import { isLong } from '../../long-runs';
import { type PublishedSite, SITE_HOST, servePublishedEdition } from './published-site';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
/** As WXT names the folder of a mode. */
const MODE = 'following';

/** The part of the extension API used here, which the page's types do not declare. */
interface Api {
  alarms: { create(name: string, when: object): Promise<void> };
}

type Edition = Awaited<ReturnType<typeof servePublishedEdition>>;

const about = (id: string, licence: string) => (folder: string) =>
  writeFileSync(join(folder, 'about.yaml'), `id: ${id}\ntitle: 另一词表\nlicence: ${licence}\nlanguages: [zh-Hans]\n`);

/** The first entry of the projects, with another definition and a form more. */
function reword(folder: string, form: string): void {
  const path = join(folder, 'entries/projects.yaml');
  const text = readFileSync(path, 'utf8');
  writeFileSync(
    path,
    text.replace('的服务品牌。', '的服务品牌（新）。').replace('  forms:\n', `  forms:\n    - text: ${form}\n`),
  );
}

const textOf = (page: Page, selector: string) =>
  page.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? '', selector);
const shows = (page: Page, selector: string, what: RegExp) =>
  until(`${what} in ${selector}`, async () => what.test(await textOf(page, selector)));
const press = async (page: Page, selector: string) => {
  await page.bringToFront();
  await enterOn(page, selector);
};

describe.runIf(isLong)('edited glossaries that are followed', { timeout: 900_000 }, () => {
  let server: PageServer;
  let bundled: Edition;
  let other: Edition;
  let driver: Driver;

  beforeAll(async () => {
    bundled = await servePublishedEdition(about('pangzhu', 'CC-BY-4.0'));
    other = await servePublishedEdition((folder) => {
      about('society', 'CC-BY-4.0')(folder);
      reword(folder, '绿孔雀');
    });
    const wxt = join(ROOT, 'node_modules/wxt/bin/wxt.mjs');
    const env = { ...process.env, PANGZHU_FOLLOW: bundled.address };
    const { status } = spawnSync(process.execPath, [wxt, 'build', '--mode', MODE], { cwd: ROOT, env });
    expect(status).toBe(0);
    server = await servePages();
    driver = await launchChromium(leadToLoopback('chromium', [SITE_HOST]));
    await driver.install(`chrome-mv3-${MODE}`);
  }, 900_000);
  afterAll(async () => {
    await driver?.close();
    await Promise.all([bundled, other].map((site: PublishedSite<never> | undefined) => site?.close()));
    await server?.close();
  });

  const cardOf = async (extensionPage: Page, page: Page, term: string) => {
    await page.bringToFront();
    await pointAt(page, '#t', term);
    return until('the card', () =>
      inCard(extensionPage, page, (root) => {
        const article = root.querySelector('.entry-card');
        const hidden = [...root.querySelectorAll('[data-text]')].map((part) => part.getAttribute('data-text'));
        return article ? `${article.textContent} ${hidden.join(' ')}` : null;
      }),
    );
  };

  it('goes on from the packaged revision, is asked about trust, and shows the quotation of another glossary', async () => {
    const glossaries = await driver.openExtensionPage('glossaries.html');
    await glossaries.evaluate(() => {
      const { chrome } = globalThis as unknown as { chrome: Api }; // The page is one of the extension.
      return chrome.alarms.create('follow', { when: Date.now() });
    });
    await shows(glossaries, '.packs > li:last-child .followed', /words\.example/);
    server.put('edited.html', '<!doctype html><meta charset="utf-8"><p id="t">科创中国、白腹锦鸡、绿孔雀</p>');
    const page = await driver.newPage();
    await page.goto(`${server.origin}/edited.html`);
    await page.bringToFront();
    await untilMarksAre(page, ['科创中国']);

    await bundled.publish((folder) => {
      about('pangzhu', 'CC-BY-4.0')(folder);
      reword(folder, '白腹锦鸡');
    });
    await press(glossaries, '.followed .pack-facts button');
    await shows(glossaries, '.follow-changes summary', /1/);
    await page.bringToFront();
    await untilMarksAre(page, ['科创中国', '白腹锦鸡']);
    const card = await cardOf(glossaries, page, '白腹锦鸡');
    expect(card).toContain('的服务品牌（新）。');
    expect(card).toContain('做优“科创中国”');

    await bundled.publish((folder) => {
      about('pangzhu', 'CC0-1.0')(folder);
      reword(folder, '白腹锦鸡');
      appendFileSync(join(folder, 'about.yaml'), 'attribution: 编者\n');
    });
    await press(glossaries, '.followed .pack-facts button');
    await shows(glossaries, '.followed .options-note', /CC0-1\.0/);
    await press(glossaries, '.followed .options-note button');
    await until('the answer', async () => (await glossaries.$('.followed .options-note')) === null);

    await typeIn(glossaries, '.follow form input', other.address);
    await press(glossaries, '.follow form button');
    await press(glossaries, '.follow-found .is-main');
    await page.bringToFront();
    await untilMarksAre(page, ['科创中国', '白腹锦鸡', '绿孔雀']);
    const followed = await cardOf(glossaries, page, '绿孔雀');
    expect(followed).toContain('另一词表');
    expect(followed.replaceAll(' ', '')).toContain('做优“科创中国”');

    const bulletin = await driver.openExtensionPage('bulletin.html?id=followed-society%2Fcast-2021-06-01#p4s2');
    await shows(bulletin, '#p4s2', /做优“科创中国”/);
    expect(await bulletin.evaluate(() => document.querySelectorAll('.term').length)).toBeGreaterThan(20);
  });
});
