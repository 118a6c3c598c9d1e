/** The card's code, injected by the background when a frame first needs it: leaves its factory where the engine looks for it. */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { isolatedWorld } from '../shared/page/isolated-world';
import { createCard } from './create-card';

export default defineContentScript({
  matches: ['<all_urls>'],
  registration: 'runtime',
  main() {
    isolatedWorld().createCard = createCard;
  },
});
