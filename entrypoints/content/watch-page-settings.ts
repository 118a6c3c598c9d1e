/** Reads the page settings and the tables of the reader's own terms, at the start and at each change. */
import { browser } from 'wxt/browser';
import type { PrefilterData } from '../../glossary/pack/finder-data';
import { OWN_FINDER_KEY, OWN_PREFILTER_KEY, parseOwnPrefilter } from '../shared/page/own-tables';
import { listenUntil, onPageRestored } from '../shared/page/page-events';
import { PAGE_KEY, type PageSettings, parsePageSettings } from '../shared/settings/page-settings';

const KEYS = [PAGE_KEY, OWN_PREFILTER_KEY];

/**
 * Calls `onChange` with the settings and the prefilter of the reader's own terms (null: none) at the start and after each
 * change, until `signal` aborts.
 */
export function watchPageSettings(
  onChange: (settings: PageSettings, own: PrefilterData | null) => void,
  signal: AbortSignal,
): void {
  let latest = 0;
  const read = async () => {
    const mine = ++latest;
    const stored = await readStored(KEYS);
    // A later reading is under way if the values changed meanwhile.
    if (signal.aborted || mine !== latest) return;
    onChange(parsePageSettings(stored[PAGE_KEY]), parseOwnPrefilter(stored[OWN_PREFILTER_KEY]));
  };
  const onStored = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && KEYS.some((key) => key in changes)) void read();
  };
  listenUntil(browser.storage.onChanged, onStored, signal);
  // A page in the back-forward cache gets no events.
  onPageRestored(() => void read(), signal);
  void read();
}

/** The reader's own terms as they are stored for the engine; null if there are none. */
export async function readOwnTerms(): Promise<unknown> {
  return (await readStored([OWN_FINDER_KEY]))[OWN_FINDER_KEY] ?? null;
}

/** Empty if the store cannot be read, as after the extension is gone. */
async function readStored(keys: string[]): Promise<Record<string, unknown>> {
  try {
    return await browser.storage.local.get(keys);
  } catch {
    return {};
  }
}
