/** Owns what the card asks the browser for: words of the interface, and addresses of our own pages. */
import { browser } from 'wxt/browser';
import { fillIn, type MessageKey } from '../shared/language/words';
import { isolatedWorld } from '../shared/page/isolated-world';

export const translate = (key: MessageKey, ...substitutions: string[]): string => {
  const { words } = isolatedWorld();
  return words ? fillIn(words, key, substitutions) : browser.i18n.getMessage(key as 'extension_name', substitutions); // Its type knows the messages of the last build only.
};

export function urlOf(path: string): string {
  return browser.runtime.getURL(path as '/bulletin.html'); // Its type knows pages without a query only.
}
