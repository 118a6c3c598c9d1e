/**
 * Takes the pictures that stores ask for, in one language: five of 1280 × 800 that tell a story, each screen under a line that
 * says what it shows, and promotional ones. The lines are in `docs/store/LANGUAGE.md`.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, Viewport } from 'puppeteer-core';
import { untilCard } from '../browser/card';
import type { Driver } from '../browser/driver';
import { untilMarked } from '../browser/marks';
import { pointAt } from '../browser/text';
import { emulate } from './photograph';

/** Languages of the store texts. */
export const STORE_LANGUAGES = ['zh_CN', 'zh_TW', 'en'] as const;

/** A screen beside or over the line of its picture, in CSS pixels. */
const SCREEN: Viewport = { width: 1160, height: 620 };
const PICTURE: Viewport = { width: 1280, height: 800 };
const PROMOTIONAL: readonly (Viewport & { name: string })[] = [
  { name: 'promotional-440x280', width: 440, height: 280 },
  { name: 'promotional-1400x560', width: 1400, height: 560 },
];

const STYLE = `<style>
  * { box-sizing: border-box; margin: 0 }
  body { align-items: center; background: #f3ebdd; color: #23201c; display: flex; flex-direction: column; height: 100vh;
    font-family: 'Noto Serif CJK SC', serif; gap: 28px; justify-content: center; overflow: hidden }
  h1 { font-size: 38px; font-weight: 600; line-height: 1.2; text-align: center }
  figure { border: 1px solid #d8ccb6; border-radius: 8px; box-shadow: 0 8px 30px rgb(60 45 20 / 0.22); overflow: hidden; position: relative }
  img { display: block }
  .over { border: 1px solid #d8ccb6; border-radius: 8px; box-shadow: 0 8px 28px rgb(60 45 20 / 0.35); position: absolute; right: 24px; top: 12px }
  .tile { display: flex; flex-direction: column; font-size: calc(100vh / 16); gap: 0.7em; padding: 0 8vw; text-align: center }
  .tile img { margin: 0 auto; width: 5em }
  .tile h1 { font-size: 1.9em }
  .tile b { font-weight: 400; text-decoration: underline dotted #9d2f1f 0.09em; text-underline-offset: 0.25em }
</style>`;

/** Writes the pictures of the interface's language into `folder/LANGUAGE/`. @param address of the demo page. */
export async function takeStorePictures(
  driver: Driver,
  { root, folder, language, address }: { root: string; folder: string; language: string; address: string },
): Promise<void> {
  const target = join(folder, language);
  mkdirSync(target, { recursive: true });
  const [slogan = '', ...lines] = linesOf(readFileSync(join(root, `docs/store/${language}.md`), 'utf8'));
  const canvas = await driver.newPage();
  const write = async (name: string, viewport: Viewport, html: string) => {
    await canvas.bringToFront();
    await canvas.setViewport(viewport);
    await canvas.setContent(`<!doctype html><html lang="${language.replace('_', '-')}">${STYLE}${html}`);
    await canvas.screenshot({ path: `${join(target, name)}.png` });
  };
  for (const [i, screen] of (await takeScreens(driver, address)).entries()) {
    await write(`${i + 1}`, PICTURE, `<h1>${lines[i] ?? ''}</h1><figure>${screen}</figure>`);
  }
  const logo = imageOf(readFileSync(join(root, 'public/icon/128.png')));
  const name = '<h1>旁注 Pangzhu</h1>';
  for (const { name: file, ...viewport } of PROMOTIONAL) {
    await write(file, viewport, `<div class="tile">${logo}${name}<p><b>${slogan}</b></p></div>`);
  }
  await canvas.close();
}

/** The list under the heading “Pictures”: the line of the promotional pictures, then one for each screen. */
function linesOf(text: string): string[] {
  const [, section = ''] = text.split('\n## Pictures\n');
  return [...section.matchAll(/^- (.+)$/gm)].map(([, line = '']) => line);
}

/** The screens as HTML, in the order of the story. */
async function takeScreens(driver: Driver, address: string): Promise<string[]> {
  const extensionPage = await driver.extensionPage();
  const page = await openLight(await driver.newPage());
  await page.goto(address);
  await untilMarked(page);
  await pointAt(page, '#brands', '科创中国');
  await untilCard(extensionPage, page, '科创中国', '科創中國');
  const card = await pictureOf(page);
  await page.keyboard.press('Escape');

  const popup = await driver.openPopup(page);
  await emulate(popup, 'light');
  await popup.waitForSelector('.page-term');
  await popup.keyboard.type('kxsd');
  await popup.waitForSelector('[role=option][aria-selected=true]');
  const box = await popup.evaluate(() => {
    const { width, height } = (document.querySelector('.popup') ?? document.body).getBoundingClientRect();
    return { x: 0, y: 0, width, height: Math.min(height, 580) };
  });
  const over = imageOf(await popup.screenshot({ clip: box }), 'over');
  await popup.close();
  const search = (await pictureOf(page)) + over;

  const screens = [card];
  for (const [path, selector, block] of [
    ['bulletin.html?id=cast-2021-06-01#p4s2', '.passage.is-current', 'center'],
    ['glossary-browser.html#/map/bundled/kechuang-china', '.map-picture', 'center'],
    ['options.html', '#sites', 'start'],
  ] as const) {
    const shown = await openLight(await driver.openExtensionPage(path));
    await shown.reload();
    const subject = await shown.waitForSelector(selector);
    await subject?.evaluate((element, where) => element.scrollIntoView({ block: where, behavior: 'instant' }), block);
    screens.push(await pictureOf(shown));
    await shown.close();
  }
  screens.splice(2, 0, search);
  await page.close();
  await extensionPage.close();
  return screens;
}

async function openLight(page: Page): Promise<Page> {
  await page.setViewport(SCREEN);
  await emulate(page, 'light');
  await page.bringToFront();
  return page;
}

async function pictureOf(page: Page): Promise<string> {
  return imageOf(await page.screenshot());
}

function imageOf(png: Uint8Array, className = ''): string {
  return `<img class="${className}" src="data:image/png;base64,${Buffer.from(png).toString('base64')}" alt="">`;
}
