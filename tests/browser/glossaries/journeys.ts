/** Readers import a list of terms and use it. Described once and run in each browser. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { inCard, untilCardsAre } from '../../../tools/browser/card-inspector';
import type { Driver } from '../../../tools/browser/driver';
import { focusOn, pressOn, selectIn, typeIn } from '../../../tools/browser/elements';
import { untilMarksAre } from '../../../tools/browser/marks';
import { pointAt } from '../../../tools/browser/text';
import { until, untilAccepted, within } from '../../../tools/browser/wait';
import { prepareBrowser } from '../harness/browser-fixture';
import { pasteList } from '../harness/paste-list';
import { describeFollowing } from './following';

/** Time limit for an answer of a page that ends itself, in ms. */
const ANSWER_MS = 5000;

const ROWS = [
  ['规范名', '别名', '释义', '英文'],
  ['量子纠缠', 'EPR佯谬', '两个粒子相互关联的现象。', 'quantum entanglement'],
  ['', '', '没有术语的一行', ''],
  ['开放科学', '', '', 'open science'],
  ['子女', '', '儿子和女儿。', ''],
];

/** Registers the tests, in a browser of their own. */
export function describeGlossaries(launch: () => Promise<Driver>): void {
  const fixture = prepareBrowser(launch);
  const folder = mkdtempSync(join(tmpdir(), 'pangzhu-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function give(page: Page, file: string): Promise<void> {
    const field = await page.waitForSelector('.import-start input[type=file]');
    await (field as ElementHandle<HTMLInputElement>).uploadFile(file); // The selector names an input.
  }
  const press = (page: Page, selector: string) => pressOn(page, selector);
  const textOf = (page: Page, selector: string) =>
    page.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? '', selector);
  const shows = async (page: Page, selector: string, what: RegExp) => {
    // The messages of the page explain a wait that timed out.
    const read = async () => [await textOf(page, selector), await textOf(page, 'main')];
    await untilAccepted(`${what} in ${selector}`, read, ([text = '']) => what.test(text));
  };

  /** Takes the pointer away from the mark, too: a card that opened again would paint it twice. */
  const closeCard = async (page: Page) => {
    await page.keyboard.press('Escape');
    await untilCardsAre(fixture.extensionPage, page, []);
    await page.mouse.move(5, 700);
  };

  describeFollowing(fixture);

  describe('a workbook', () => {
    it('is imported, marked, explained with its name, turned off for a site, and exported again', async () => {
      const file = join(folder, '物理名词.xlsx');
      await writeXlsxFile(
        ROWS.map((row) => row.map((value) => ({ value, type: String }))),
        {},
      ).toFile(file);
      const page = await fixture.open('about:blank');
      const glossaries = await fixture.driver.openExtensionPage('glossaries.html');
      await glossaries.waitForSelector('.import-start');
      await glossaries.evaluate(() => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File(['开放科学\topen science'], 'dropped.tsv'));
        const place = document.querySelector('.import-start');
        place?.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
      });
      await shows(glossaries, '.wizard h2', /dropped\.tsv/);
      await press(glossaries, '.wizard .options-actions button:not(.is-main)');
      await give(glossaries, file);
      await shows(glossaries, '.import-outcome', /3.*1/s);
      expect(await textOf(glossaries, '.import-outcome details li')).toContain('没有术语的一行');
      await press(glossaries, '.wizard .is-main');
      await shows(glossaries, '.packs', /物理名词/);

      const address = fixture.server.put(
        'imported.html',
        '<!doctype html><meta charset="utf-8"><p id="t">量子糾纏与开放科学，即EPR佯谬。</p><p>男子女子，量子糾纏。</p><p>中国科协</p>',
      );
      await page.bringToFront();
      await page.goto(address);
      await untilMarksAre(page, ['量子糾纏', '开放科学', 'EPR佯谬', '量子糾纏', '中国科协']);
      await pointAt(page, '#t', '量子糾纏');
      const card = await until('the card', () =>
        inCard(fixture.extensionPage, page, (root) => {
          const unsearchable = [...root.querySelectorAll('[data-text]')].map((part) => part.getAttribute('data-text'));
          const article = root.querySelector('.entry-card');
          return article ? `${article.textContent} ${unsearchable.join(' ')}` : null;
        }),
      );
      expect(card).toContain('物理名词');
      expect(card).toContain('两个粒子相互关联的现象。');
      expect(card).toContain('quantum entanglement');
      await closeCard(page);

      await glossaries.bringToFront();
      await press(glossaries, '.pack:has(time) summary');
      await selectIn(glossaries, '.pack .options-row label:nth-child(1) select', 'green');
      await selectIn(glossaries, '.pack .options-row label:nth-child(2) select', 'page');
      await press(glossaries, '.pack .options-switch input');
      await shows(glossaries, '.options-feedback', /./);
      await page.bringToFront();
      await untilMarksAre(page, ['量子糾纏', '开放科学', '子女', '中国科协']);
      const colours = await page.evaluate(() => Array.from(CSS.highlights.keys(), (name) => name.slice(12)));
      expect(new Set(colours)).toEqual(new Set(['', 'green']));
      await pointAt(page, '#t', '开放科学');
      const dot = await until('the colour in the card', () =>
        inCard(
          fixture.extensionPage,
          page,
          (root) => root.querySelector<HTMLElement>('.category > [aria-hidden]')?.style.background || null,
        ),
      );
      expect(dot).toBe('rgb(46, 145, 72)');
      await closeCard(page);

      await glossaries.bringToFront();
      await focusOn(glossaries, '.packs > li:last-child summary');
      await glossaries.keyboard.press('Enter');
      await glossaries.waitForSelector('.packs > li:last-child select');
      await selectIn(glossaries, '.packs > li:last-child select', 'red');
      await page.bringToFront();
      await until('a mark of the other colour', () =>
        page.evaluate(() => [...CSS.highlights.keys()].some((name) => name.slice(12) === 'red')),
      );
      await glossaries.bringToFront();
      await press(glossaries, '.packs > li:last-child .pack-switch input');
      await page.bringToFront();
      await untilMarksAre(page, ['量子糾纏', '开放科学', '子女']);

      await glossaries.bringToFront();
      await typeIn(glossaries, '.pack-sites input', new URL(address).host);
      await glossaries.keyboard.press('Enter');
      await shows(glossaries, '.pack-sites ul', /127\.0\.0\.1/);
      await page.bringToFront();
      expect(await untilMarksAre(page, [])).toEqual([]);

      // In place of a download, which the test could not read.
      await glossaries.evaluate(() => {
        URL.createObjectURL = (blob) => {
          void (blob as Blob).text().then((text) => (document.body.dataset.saved = text)); // The page saves blobs only.
          return '#';
        };
        HTMLAnchorElement.prototype.click = () => {};
      });
      await glossaries.bringToFront();
      await press(glossaries, '.pack:has(time) .export-form > button');
      const saved = await until('the saved file', () => glossaries.evaluate(() => document.body.dataset.saved || null));
      expect(saved).toMatch(/量子纠缠.*EPR佯谬.*quantum entanglement/s);
      await glossaries.close();
    });
  });

  describe('an interrupted import', () => {
    it('leaves the stored packs unchanged, whenever the page is closed', async () => {
      const lines = (count: number, word: string) =>
        Array.from({ length: count }, (_, i) => `${word}第${i}号\t释义`).join('\n');
      const packs = () => fixture.driver.openExtensionPage('glossaries.html');
      const paste = async (page: Page, text: string) => {
        await pasteList(page, text);
        await page.waitForSelector('.import-outcome');
      };
      const first = await packs();
      await paste(first, lines(300, '旧词'));
      await press(first, '.wizard .is-main');
      await shows(first, '.packs', /300/);
      await first.close();
      for (const waitMs of [0, 20, 60, 120, 200]) {
        const page = await packs();
        await paste(page, lines(3000, '新词'));
        // The page ends itself, a moment after the import began: as the browser does when it is ended.
        const started = page.evaluate((ms) => {
          document.querySelector<HTMLElement>('.wizard .is-main')?.click();
          setTimeout(() => location.replace('about:blank'), ms);
        }, waitMs);
        // The driver may lose the answer of a page that ends.
        await within<unknown>(
          started.catch(() => null),
          ANSWER_MS,
          null,
        );
        await until('the end of the page', async () => page.url() === 'about:blank');
        await within(page.close(), ANSWER_MS, undefined);
        const after = await packs();
        await shows(after, '.packs', /300|3,000/);
        const count = /300|3,000/.exec(await textOf(after, '.packs'))?.[0];
        expect(['300', '3,000']).toContain(count);
        await after.close();
        if (count === '3,000') break;
      }
    });
  });
}
