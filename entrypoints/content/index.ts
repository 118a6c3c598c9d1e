/**
 * The always-injected script: tests the page's text against the prefilter, and loads the engine where it matches. Also
 * turns a page on and off, and tells extension pages which terms it mentions.
 */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { isolatedWorld } from '../shared/page/isolated-world';
import { Frame } from './frame';
import { Lifetime } from './lifetime';
import { whenActivated, whenLarge } from './when-ready';

/** Other documents (XML, images, the browser's viewers) are left alone. */
const PAGES: ReadonlySet<string> = new Set(['text/html', 'application/xhtml+xml', 'text/plain']);

export default defineContentScript({
  matches: ['<all_urls>'],
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  runAt: 'document_idle',
  main() {
    if (!PAGES.has(document.contentType)) return;
    isolatedWorld().stop?.();
    const lifetime = new Lifetime();
    isolatedWorld().stop = () => lifetime.end();
    const start = () => lifetime.isAlive() && new Frame(lifetime);
    // Most frames are small, and stay so: they do not even read the settings.
    whenActivated(() => whenLarge(start, lifetime.signal));
  },
});
