/** The card's script, injected when a frame first needs a card: passes its factory to the engine through the isolated world. */
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
