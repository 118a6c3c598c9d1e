/** Runs axe in a page. */
import axe from 'axe-core';
import type { Page } from 'puppeteer-core';

/** The rules whose result depends on colours. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** Rules that a page breaks, as text. */
export function faultsOf(page: Page): Promise<string[]> {
  return runAxe(page, null);
}

/** Rules that a page breaks in light and in dark, as text. A scheme changes colours only: all other rules run once. */
export async function faultsInBothSchemes(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const value of ['light', 'dark']) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
    const faults = await runAxe(page, value === 'light' ? null : COLOUR_RULES);
    found.push(...faults.map((fault) => `${value}: ${fault}`));
  }
  return found;
}

async function runAxe(page: Page, rules: string[] | null): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async (only) => {
    const { axe: inPage } = window as unknown as { axe: typeof axe }; // Its source was evaluated above.
    const options = { resultTypes: ['violations' as const], selectors: false, ...(only && { runOnly: only }) };
    const { violations } = await inPage.run(document, options);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }, rules);
}

/**
 * Rules, but that of contrast, broken in the closed shadow tree of the element at `selector`, where it stands. Chromium only: its debugger hands
 * the page the tree, from then on and for good.
 */
export async function faultsWithin(page: Page, selector: string): Promise<string[]> {
  const session = await page.createCDPSession();
  const { result } = await session.send('Runtime.evaluate', {
    expression: `document.querySelector(${JSON.stringify(selector)})`,
  });
  const { objectId } = result;
  if (!objectId) throw new Error(`there is nothing at ${selector}`);
  const { node } = await session.send('DOM.describeNode', { objectId, depth: 1, pierce: true });
  const backendNodeId = node.shadowRoots?.[0]?.backendNodeId;
  if (backendNodeId === undefined) throw new Error(`there is no shadow tree at ${selector}`);
  const { object } = await session.send('DOM.resolveNode', { backendNodeId });
  await session.send('Runtime.callFunctionOn', {
    objectId,
    functionDeclaration: 'function (root) { Object.defineProperty(this, "shadowRoot", { value: root }); }',
    arguments: [object.objectId === undefined ? {} : { objectId: object.objectId }],
  });
  await page.evaluate(axe.source);
  return page.evaluate(async (wanted) => {
    const { axe: inPage } = window as unknown as { axe: typeof axe }; // Its source was evaluated above.
    // It cannot tell what a text of the top layer stands on.
    const rules = { 'color-contrast': { enabled: false } };
    const { violations, passes } = await inPage.run({ include: [wanted] }, { rules });
    // A tree that was not looked into has no faults either.
    const hasSeen = passes.some(({ id }) => id === 'button-name');
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' ')}`);
    return hasSeen ? found : [...found, 'axe saw nothing'];
  }, selector);
}
