/** Acts on elements once they are there: a page shows what it does later than other pages or stored settings tell it. */
import type { ElementHandle, Page } from 'puppeteer-core';
import { until } from './wait';

/** Clicks the middle of the first element that matches. @throws if none appears in time. */
export async function clickOn(page: Page, selector: string): Promise<void> {
  await (await elementOf(page, selector)).click();
}

/** Focuses the first element that matches. @throws if none appears in time. */
export async function focusOn(page: Page, selector: string): Promise<void> {
  await (await elementOf(page, selector)).focus();
}

/** Types into the first element that matches, key by key. @throws if none appears in time. */
export async function typeIn(page: Page, selector: string, text: string): Promise<void> {
  await (await elementOf(page, selector)).type(text);
}

/** Replaces the text of a field, key by key. @throws if no such field appears in time. */
export async function retypeIn(page: Page, selector: string, text: string): Promise<void> {
  const field = await elementOf(page, selector);
  await field.focus();
  await field.evaluate((input) => (input as HTMLInputElement).select()); // The selector names a field.
  await page.keyboard.type(text);
}

/** Focuses the first element that matches, and presses Enter: nothing that lies over it receives that. @throws if none appears in time. */
export async function enterOn(page: Page, selector: string): Promise<void> {
  await focusOn(page, selector);
  await page.keyboard.press('Enter');
}

/** Chooses the option of a value in the first `select` that matches. @throws if none appears in time. */
export async function selectIn(page: Page, selector: string, value: string): Promise<void> {
  await (await elementOf(page, selector)).select(value);
}

async function elementOf(page: Page, selector: string): Promise<ElementHandle> {
  const element = await page.waitForSelector(selector);
  if (!element) throw new Error(`there is no ${selector}`);
  return element;
}

/**
 * Clicks by script the `nth` element that matches, from 0: also one that is covered or out of view, and without the focus
 * going elsewhere. @throws if there are not so many in time.
 */
export async function pressOn(page: Page, selector: string, nth = 0): Promise<void> {
  await until(`${selector}, number ${nth}`, () =>
    page.evaluate(
      (wanted, at) => {
        const element = document.querySelectorAll<HTMLElement>(wanted)[at];
        element?.click();
        return element !== undefined;
      },
      selector,
      nth,
    ),
  );
}
