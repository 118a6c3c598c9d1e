/**
 * The engine: injected by the background into a frame whose text may contain a term. Passes its factory to
 * `content/` through the isolated world. Marks mentions, observes the pointer, and loads the card.
 */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { isolatedWorld } from '../shared/page/isolated-world';
import { startEngine } from './start-engine';

export default defineContentScript({
  matches: ['<all_urls>'],
  registration: 'runtime',
  main() {
    isolatedWorld().startEngine = startEngine;
  },
});
