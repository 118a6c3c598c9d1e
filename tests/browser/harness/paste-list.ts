/** Brings a list of terms in by pasting it on the page of the glossaries. */
import type { Page } from 'puppeteer-core';
import { pressOn } from '../../../tools/browser/elements';

/** Pastes the text of a list, and asks for the preview; does not wait for it. */
export async function pasteList(page: Page, text: string): Promise<void> {
  const field = await page.waitForSelector('.import-start textarea');
  await field?.evaluate((area, list) => {
    (area as HTMLTextAreaElement).value = list; // The selector names one.
  }, text);
  await pressOn(page, '.import-start details button');
}
