/** Owns reading what pages need of the settings, now and whenever it changes. */
import { browser } from 'wxt/browser';
import { PAGE_KEY, type PageSettings, parsePageSettings } from '../shared/page-settings';
import { whenBack } from '../shared/when-back';

/** Calls `onChange` with the settings at the start and after each change, until `signal` aborts. */
export function watchPageSettings(onChange: (settings: PageSettings) => void, signal: AbortSignal): void {
  let hasChanged = false;
  const onStored = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    const change = changes[PAGE_KEY];
    if (area !== 'local' || !change) return;
    hasChanged = true;
    onChange(parsePageSettings(change.newValue));
  };
  const read = () => {
    if (signal.aborted || !browser.runtime?.id) return;
    hasChanged = false;
    // What was read may have changed meanwhile.
    const take = (stored: unknown) => {
      if (!signal.aborted && !hasChanged) onChange(parsePageSettings(stored));
    };
    browser.storage.local.get(PAGE_KEY).then(
      (stored) => take(stored[PAGE_KEY]),
      // A store that cannot be read holds no settings.
      () => take(undefined),
    );
  };
  browser.storage.onChanged.addListener(onStored);
  signal.addEventListener('abort', () => forgetListener(onStored), { once: true });
  // A page the reader left and came back to was told nothing in between.
  whenBack(read, signal);
  read();
}

/** Of an extension that is gone, nothing can be asked any more, not even this. */
function forgetListener(listener: Parameters<typeof browser.storage.onChanged.addListener>[0]): void {
  if (browser.runtime?.id) browser.storage.onChanged.removeListener(listener);
}
