/** Owns saying something to a reader in a page where no script of ours has anything to do: to a screen reader, and to the eye on the button. */
import browser from 'webextension-polyfill';
import { interfaceLanguage } from '../shared/language/translate';
import { updateBadge } from './badge';

/** How long the button shows that there is nothing, in ms. */
const SHOWN_MS = 2500;

/** Says `text`, which is in the interface's language, politely in the tab's top frame. @throws where no script of ours may run. */
export async function sayInPage(tabId: number, text: string): Promise<void> {
  await browser.action.setBadgeText({ tabId, text: '–' });
  // The worker may be ended before: then the number comes back with the next page.
  setTimeout(() => void updateBadge(tabId).catch(() => null), SHOWN_MS);
  await browser.scripting.executeScript({ target: { tabId }, func: say, args: [text, interfaceLanguage()] });
}

/** Runs in the page's isolated world, and may use nothing from here: a live region that is gone when it was read out. */
function say(text: string, language: string): void {
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
  // A region that comes with its text says nothing.
  requestAnimationFrame(() => {
    region.textContent = text;
  });
  setTimeout(() => host.remove(), 8000);
}
