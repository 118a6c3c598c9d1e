/** Announces a text in a page without the engine: to screen readers, and by a sign on the toolbar button. */
import browser from 'webextension-polyfill';
import { interfaceLanguage } from '../shared/language/translate';
import { updateBadge } from './badge';

/** Time for which the button shows the sign, in ms. */
const SHOWN_MS = 2500;

/** Announces `text`, in the interface language, in the tab's top frame. @throws without access to the page. */
export async function announceInPage(tabId: number, text: string): Promise<void> {
  await browser.action.setBadgeText({ tabId, text: '–' });
  // If the worker is ended before, the number returns with the next page.
  setTimeout(() => void updateBadge(tabId).catch(() => null), SHOWN_MS);
  await browser.scripting.executeScript({ target: { tabId }, func: announce, args: [text, interfaceLanguage()] });
}

/** Runs in the isolated world, without access to this module. Adds a live region for as long as reading it takes. */
function announce(text: string, language: string): void {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    ':host { display: block !important; position: fixed !important; inset: 0 auto auto 0 !important; inline-size: 1px !important; ' +
      'block-size: 1px !important; overflow: hidden !important; clip-path: inset(50%) !important; pointer-events: none !important }',
  );
  root.adoptedStyleSheets = [sheet];
  const region = document.createElement('div');
  region.role = 'status';
  region.lang = language;
  root.append(region);
  document.documentElement.append(host);
  // A live region that is inserted with its text is not announced.
  requestAnimationFrame(() => {
    region.textContent = text;
  });
  setTimeout(() => host.remove(), 8000);
}
