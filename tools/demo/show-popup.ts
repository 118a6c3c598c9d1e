/** Takes pictures of the toolbar popup: terms of the page, search, an entry, no results, a restricted page. */
import type { Page } from 'puppeteer-core';
import type { Driver } from '../browser/driver';
import { until } from '../browser/wait';
import type { Photograph } from './photograph';

const NO_TERM = '量子纠缠退火';

/** @returns the headwords found for “kxsd”. */
export async function showPopup(driver: Driver, page: Page, photograph: Photograph): Promise<string[]> {
  const popup = await driver.openPopup(page);
  await popup.waitForSelector('.page-term');
  await photograph(popup, 'popup-page');
  await popup.keyboard.type('kxsd');
  const results = await until('results', () =>
    popup.evaluate(() => {
      const lines = [...document.querySelectorAll('[role=option][aria-selected] .choice-head')];
      return document.querySelector('[aria-selected=true]') ? lines.map((line) => line.textContent ?? '') : null;
    }),
  );
  await photograph(popup, 'popup');
  await popup.keyboard.press('Enter');
  await popup.waitForSelector('.entry-card');
  await photograph(popup, 'popup-entry');
  await popup.close();

  const nothing = await driver.openPopup(page);
  await nothing.keyboard.type(NO_TERM);
  await nothing.waitForSelector('.popup-message:not(:empty)');
  await photograph(nothing, 'popup-nothing');
  await nothing.close();

  const restricted = await driver.newPage();
  await restricted.goto('chrome://version');
  const overRestricted = await driver.openPopup(restricted);
  await overRestricted.waitForSelector('.popup-message:not(:empty)');
  await photograph(overRestricted, 'popup-restricted');
  await overRestricted.close();
  await restricted.close();
  return results;
}
