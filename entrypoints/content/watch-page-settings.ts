/** Owns reading what pages need of the settings and of the reader's own terms, now and whenever it changes. */
import { browser } from 'wxt/browser';
import type { PrefilterData } from '../../glossary/pack/finder-data';
import { listenUntil } from '../shared/page/listen-until';
import { OWN_FINDER_KEY, OWN_HINT_KEY, parseOwnHint } from '../shared/page/own-tables';
import { whenBack } from '../shared/page/when-back';
import { PAGE_KEY, type PageSettings, parsePageSettings } from '../shared/settings/page-settings';

const KEYS = [PAGE_KEY, OWN_HINT_KEY];

/**
 * Calls `onChange` with the settings and the hint of the reader's own terms (null: there are none) at the start and
 * after each change, until `signal` aborts.
 */
export function watchPageSettings(
  onChange: (settings: PageSettings, own: PrefilterData | null) => void,
  signal: AbortSignal,
): void {
  let turn = 0;
  const read = async () => {
    const mine = ++turn;
    const stored = await readStored(KEYS);
    // What was read may have changed meanwhile: then that is being read.
    if (signal.aborted || mine !== turn) return;
    onChange(parsePageSettings(stored[PAGE_KEY]), parseOwnHint(stored[OWN_HINT_KEY]));
  };
  const onStored = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && KEYS.some((key) => key in changes)) void read();
  };
  listenUntil(browser.storage.onChanged, onStored, signal);
  // A page the reader left and came back to was told nothing in between.
  whenBack(() => void read(), signal);
  void read();
}

/** The reader's own terms as the engine takes them. Null where there are none. */
export async function readOwnTerms(): Promise<unknown> {
  return (await readStored([OWN_FINDER_KEY]))[OWN_FINDER_KEY] ?? null;
}

/** A store that cannot be read, as of an extension that is gone, holds nothing. */
async function readStored(keys: string[]): Promise<Record<string, unknown>> {
  try {
    return await browser.storage.local.get(keys);
  } catch {
    return {};
  }
}
