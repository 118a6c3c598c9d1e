/** Runs the demo without a display, and takes light and dark pictures of every screen. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { untilCard } from '../browser/card';
import type { Driver } from '../browser/driver';
import { marksOf, untilMarked } from '../browser/marks';
import { pointAt } from '../browser/text';
import { until } from '../browser/wait';
import { emulate, type Photograph, photographBoth, photographOnce, SCHEMES } from './photograph';
import type { ServedList } from './serve-published';
import { showBook } from './show-book';
import { showCard } from './show-card';
import { showFollowing } from './show-following';
import { showPopup } from './show-popup';

const VIEWPORT = { width: 1000, height: 800 };

/** @param folder for the pictures; emptied first. @throws if an expected element does not appear in time. */
export async function runUnattended(driver: Driver, address: string, list: ServedList, folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const photograph: Photograph = (shown, name) => photographBoth(shown, pictureIn(folder, name));
  const extensionPage = await driver.extensionPage();
  const page = await driver.newPage();
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

  for (const scheme of SCHEMES) {
    const photographCard: Photograph = (shown, name) => photographOnce(shown, pictureIn(folder, name), scheme);
    await page.bringToFront();
    await emulate(page, scheme);
    await pointAt(page, '#brands', '科创中国');
    const card = await untilCard(extensionPage, page, '科创中国', '科創中國');
    await photographCard(page, 'page');
    if (scheme === 'light') console.log(`\nThe card:\n${indent(card.text)}`);
    await page.keyboard.press('Escape');
    await showCard({ driver, extensionPage, address }, scheme, photographCard);
  }
  await page.bringToFront();
  await emulate(page, 'light');
  const results = await showPopup(driver, page, photograph);
  console.log(`\nThe popup, for “kxsd”:\n${indent(results.join('\n'))}`);

  await page.bringToFront();
  const followed = await showFollowing(driver, page, list, photograph);
  console.log(`\nA published list, and its second revision:\n${indent(followed.join('\n'))}`);

  await showBook(driver, address, { photograph, pictureIn: (name) => pictureIn(folder, name) });
  console.log(`\nPictures are in ${folder}`);
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}

function pictureIn(folder: string, name: string): `${string}.png` {
  return `${join(folder, name)}.png`;
}
