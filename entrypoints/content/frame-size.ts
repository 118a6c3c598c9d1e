/** Owns which frames are worth reading: those of an advertisement's size, or of none, are left alone until they grow. */
import { whenRenewed } from '../shared/page/when-renewed';

/** In CSS pixels. */
const MIN_WIDTH = 200;
const MIN_HEIGHT = 100;

/** Calls `onLarge` once, as soon as this frame has room for text to read; the top frame always has. Until `signal` aborts. */
export function whenLarge(onLarge: () => void, signal: AbortSignal): void {
  const isLarge = () => window === window.top || (innerWidth >= MIN_WIDTH && innerHeight >= MIN_HEIGHT);
  if (isLarge()) {
    onLarge();
    return;
  }
  const done = new AbortController();
  const either = AbortSignal.any([signal, done.signal]);
  const look = () => {
    if (!isLarge()) return;
    done.abort();
    onLarge();
  };
  const listen = () => addEventListener('resize', look, { passive: true, signal: either });
  listen();
  whenRenewed(listen, either);
}
