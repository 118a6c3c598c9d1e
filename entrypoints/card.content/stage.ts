/** Owns what all cards of a stack share: where they stand, and whom they ask. */
import type { CardDesk } from '../shared/page/card-api';

export interface Stage {
  desk: CardDesk;
  /** The element in the page. */
  host: HTMLElement;
  /** Its closed shadow root. */
  root: ShadowRoot;
}
