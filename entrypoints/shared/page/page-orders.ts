/** Owns what our own contexts tell every frame of a tab: to mark its page now, or to leave it. */

/** `page.mark`: until it is loaded again, whatever the rules for its site. `page.leave`: the browser no longer lets us in. */
const ORDERS = ['page.mark', 'page.leave'] as const;

export interface PageOrder {
  type: (typeof ORDERS)[number];
}

/** Checked by hand: content scripts carry no schema library. */
export function isPageOrder(message: unknown): message is PageOrder {
  if (typeof message !== 'object' || message === null || !('type' in message)) return false;
  return ORDERS.some((order) => order === message.type);
}
