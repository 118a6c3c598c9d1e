/** Finds accessibility faults with axe. */
import axe from 'axe-core';
import type { Page } from 'puppeteer-core';

/** The rules whose result depends on colours. */
export const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** The rules whose result depends on sizes. */
export const SIZE_RULES = ['target-size', 'scrollable-region-focusable'];

/** Violated rules of a page, one text each; empty if there are none. @param rules null for all. */
export function faultsOf(page: Page, rules: readonly string[] | null = null): Promise<string[]> {
  return runAxe(page, rules);
}

/** Violated rules in light and dark. A scheme changes colours only, so that the other rules run once. */
export async function faultsInBothSchemes(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const value of ['light', 'dark']) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
    const faults = await runAxe(page, value === 'light' ? null : COLOUR_RULES);
    found.push(...faults.map((fault) => `${value}: ${fault}`));
  }
  return found;
}

async function runAxe(page: Page, rules: readonly string[] | null): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async (only) => {
    const { axe: inPage } = window as unknown as { axe: typeof axe }; // Its source was evaluated above.
    const options = { resultTypes: ['violations' as const], selectors: false, ...(only && { runOnly: [...only] }) };
    const { violations } = await inPage.run(document, options);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }, rules);
}

/**
 * Violated rules, except contrast, in the closed shadow tree of the element at `selector`. Chromium only. Its debugger
 * exposes the tree to the page permanently.
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
    // Axe cannot determine the background of text in the top layer.
    const rules = { 'color-contrast': { enabled: false } };
    const { violations, passes } = await inPage.run({ include: [wanted] }, { rules });
    // A tree that axe skipped has no violations either.
    const hasSeen = passes.some(({ id }) => id === 'button-name');
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' ')}`);
    return hasSeen ? found : [...found, 'axe saw nothing'];
  }, selector);
}
