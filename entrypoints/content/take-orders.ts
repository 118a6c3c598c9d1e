/** Owns hearing what the background and our pages tell every frame of the tab (`shared/page/page-orders.ts`). */
import { browser } from 'wxt/browser';
import { isPageOrder, type PageOrder } from '../shared/page/page-orders';

/** Until `signal` aborts. */
export function takeOrders(onOrder: (order: PageOrder['type']) => void, signal: AbortSignal): void {
  const onMessage = (message: unknown) => {
    if (isPageOrder(message)) onOrder(message.type);
  };
  browser.runtime.onMessage.addListener(onMessage);
  signal.addEventListener(
    'abort',
    () => {
      // Of an extension that is gone, nothing can be asked any more, not even this.
      if (browser.runtime?.id) browser.runtime.onMessage.removeListener(onMessage);
    },
    { once: true },
  );
}
