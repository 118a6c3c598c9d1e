/** Owns noticing that the reader came back to a page the browser had kept: what was asked before may have gone unheard. */
import { whenRenewed } from './when-renewed';

/** Calls `onBack` each time, until `signal` aborts. */
export function whenBack(onBack: () => void, signal: AbortSignal): void {
  const onShow = (event: PageTransitionEvent) => event.isTrusted && event.persisted && onBack();
  const listen = () => addEventListener('pageshow', onShow, { signal });
  listen();
  whenRenewed(listen, signal);
}
