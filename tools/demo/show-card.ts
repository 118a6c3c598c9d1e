/** Takes pictures of the card: with an inner card, after an action, pinned, opened by key, as a sheet. */
import type { Page, Viewport } from 'puppeteer-core';
import { untilCard } from '../browser/card';
import { placeInCard, untilCardsAre } from '../browser/card-inspector';
import { sendCommand } from '../browser/commands';
import type { Driver } from '../browser/driver';
import { untilMarked } from '../browser/marks';
import { placeOf, pointAt } from '../browser/text';
import { tapAt } from '../browser/touch';
import { emulate, type Photograph, type Scheme } from './photograph';

interface Demo {
  driver: Driver;
  /** An extension page. */
  extensionPage: Page;
  /** Of the demo page. */
  address: string;
}

/** Opens every card in one scheme. @param photograph takes a picture in that scheme. */
export async function showCard(demo: Demo, scheme: Scheme, photograph: Photograph): Promise<void> {
  const { extensionPage } = demo;
  const page = await openDemo(demo, `card-${scheme}`, { scheme, width: 1000, height: 800 });
  await pointAt(page, '#phrases', '四史');
  await untilCard(extensionPage, page, '四史');
  await photograph(page, 'card-list');
  const term = await placeInCard(extensionPage, page, '.term');
  await page.mouse.move(term.x - 3, term.y, { steps: 3 });
  await page.mouse.move(term.x, term.y, { steps: 2 });
  await placeInCard(extensionPage, page, '.is-inner h2');
  await photograph(page, 'card-in-card');
  await page.keyboard.press('Escape');
  await untilCardsAre(extensionPage, page, ['四史']);
  const site = await placeInCard(extensionPage, page, '[name=card_site_off]');
  await page.mouse.click(site.x, site.y);
  await placeInCard(extensionPage, page, '[name=card_site_off_yes]');
  await photograph(page, 'card-actions');
  const pin = await placeInCard(extensionPage, page, '[aria-pressed=false]');
  await page.mouse.click(pin.x, pin.y);
  await placeInCard(extensionPage, page, '[aria-pressed=true]');
  await photograph(page, 'card-pinned');
  await page.keyboard.press('Escape');
  for (const command of ['next-term', 'next-term', 'toggle-card'] as const)
    await sendCommand(extensionPage, page, command);
  await untilCard(extensionPage, page, '科创中国', '科創中國');
  await photograph(page, 'card-by-key');
  await page.close();

  const phone = await openDemo(demo, `phone-${scheme}`, {
    scheme,
    width: 360,
    height: 740,
    hasTouch: true,
    isMobile: true,
  });
  const place = await placeOf(phone, '#brands', '智汇中国');
  await tapAt(phone, place);
  await untilCard(extensionPage, phone, '智汇中国', '智匯中國');
  await photograph(phone, 'card-sheet');
  const inSheet = await placeInCard(extensionPage, phone, '.term');
  await tapAt(phone, inSheet);
  await placeInCard(extensionPage, phone, '.is-inner h2');
  await photograph(phone, 'card-sheet-in-sheet');
  await phone.close();
}

/** @param name distinguishes the tab by its address. */
async function openDemo(
  { driver, address }: Demo,
  name: string,
  { scheme, ...viewport }: Viewport & { scheme: Scheme },
): Promise<Page> {
  const page = await driver.newPage();
  await page.setViewport(viewport);
  await emulate(page, scheme);
  await page.goto(`${address}?${name}`);
  await page.bringToFront();
  await untilMarked(page);
  return page;
}
