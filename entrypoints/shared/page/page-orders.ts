/** Messages from the background and the extension's pages to every frame of a tab. */

/**
 * `page.mark`: mark the page until it is loaded again, whatever the rules for its site.
 * `page.leave`: remove the marks, since the browser no longer grants access.
 */
const ORDERS = ['page.mark', 'page.leave'] as const;

/** A message without an answer. */
export interface PageOrder {
  type: (typeof ORDERS)[number];
}

/** Checked by hand: content scripts carry no schema library. */
export function isPageOrder(message: unknown): message is PageOrder {
  if (typeof message !== 'object' || message === null || !('type' in message)) return false;
  return ORDERS.some((order) => order === message.type);
}
