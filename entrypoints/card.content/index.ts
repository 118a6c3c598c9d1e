/** The card's script, injected when a frame first needs a card: leaves its factory where the engine reads it. */
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
