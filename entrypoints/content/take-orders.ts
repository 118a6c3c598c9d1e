/** Owns hearing what the background and our pages tell every frame of the tab (`shared/page/page-orders.ts`). */
import { browser } from 'wxt/browser';
import { listenUntil } from '../shared/page/listen-until';
import { isPageOrder, type PageOrder } from '../shared/page/page-orders';

/** Until `signal` aborts. */
export function takeOrders(onOrder: (order: PageOrder['type']) => void, signal: AbortSignal): void {
  const onMessage = (message: unknown) => {
    if (isPageOrder(message)) onOrder(message.type);
  };
  listenUntil(browser.runtime.onMessage, onMessage, signal);
}
