/** Owns asking axe what is wrong with a page. */
import axe from 'axe-core';
import type { Page } from 'puppeteer-core';

/** Rules that a page breaks, as text. */
export async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: inPage } = window as unknown as { axe: typeof axe }; // Its source was evaluated above.
    const { violations } = await inPage.run(document);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}
