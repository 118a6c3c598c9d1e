/** Owns the demo without a display: page, card, popup and bulletin, seen and photographed, light and dark. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { untilCard } from '../browser/harness/card';
import type { Driver } from '../browser/harness/driver';
import { marksOf, untilMarked } from '../browser/harness/marks';
import { pointAt } from '../browser/harness/text';
import { until } from '../browser/harness/wait';
import { showBook } from './show-book';
import { showCard } from './show-card';

const VIEWPORT = { width: 1000, height: 800 };

/** @param folder where the pictures go; emptied first. @throws if anything is not as it should be. */
export async function showItself(driver: Driver, address: string, folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const backstage = await driver.openExtensionPage('bulletin.html');
  const page = await driver.browser.newPage();
  await page.setViewport(VIEWPORT);
  await emulate(page, 'light');
  await page.goto(address);
  await page.bringToFront();
  await page.waitForSelector('#comment');
  await untilMarked(page);
  const marks = await until('the marks of the comment', async () => {
    const found = await marksOf(page);
    return found.includes('科技志愿服务') && found;
  });
  console.log(`\nMentions marked: ${marks.length}\n  ${marks.join('、')}`);

  await pointAt(page, '#brands', '科创中国');
  const card = await untilCard(backstage, page, '科创中国');
  await photograph(page, pictureIn(folder, 'page'));
  console.log(`\nThe card:\n${indent(card.text)}`);
  await page.keyboard.press('Escape');

  await showCard(driver, backstage, address, (shown, name) => photograph(shown, pictureIn(folder, name)));
  await page.bringToFront();
  await showPopup(await driver.openPopup(page), folder);

  await showBook(driver, address, {
    photograph: (shown, name) => photograph(shown, pictureIn(folder, name)),
    pictureIn: (name) => pictureIn(folder, name),
  });

  const bulletin = await driver.openExtensionPage('bulletin.html?id=cast-2021-06-01#p4s2');
  await bulletin.setViewport(VIEWPORT);
  await bulletin.waitForSelector('.passage.is-current');
  await photograph(bulletin, pictureIn(folder, 'bulletin'));
  console.log(`\nThe bulletin: ${await bulletin.title()}`);
  console.log(`\nPictures are in ${folder}`);
}

async function showPopup(popup: Page, folder: string): Promise<void> {
  await popup.waitForSelector('.page-term');
  await photograph(popup, pictureIn(folder, 'popup-page'));
  await popup.keyboard.type('kxsd');
  const results = await until('results', () =>
    popup.evaluate(() => {
      const lines = [...document.querySelectorAll('[role=option][aria-selected] .choice-head')];
      return document.querySelector('[aria-selected=true]') ? lines.map((line) => line.textContent ?? '') : null;
    }),
  );
  await photograph(popup, pictureIn(folder, 'popup'));
  console.log(`\nThe popup, for “kxsd”:\n${indent(results.join('\n'))}`);
}

/** Two pictures: `name.png`, and `name-dark.png` as a reader with a dark scheme sees it. */
async function photograph(page: Page, path: `${string}.png`): Promise<void> {
  for (const scheme of ['light', 'dark']) {
    await emulate(page, scheme);
    const target: `${string}.png` = scheme === 'light' ? path : `${path.slice(0, -4)}-dark.png`;
    await page.screenshot({ path: target });
  }
  await emulate(page, 'light');
}

/** Without motion, so that no picture is taken half-way. */
async function emulate(page: Page, scheme: string): Promise<void> {
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: scheme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}

function pictureIn(folder: string, name: string): `${string}.png` {
  return `${join(folder, name)}.png`;
}
