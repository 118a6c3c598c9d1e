/** Reads what pages need of settings and packs, now and whenever it changes. */
import { browser } from 'wxt/browser';
import { listenUntil } from '../shared/page/listen-until';
import { type AddedPrefilter, FINDER_KEY, MUTED_KEY, PREFILTER_KEY, parsePrefilter } from '../shared/page/pack-tables';
import { whenBack } from '../shared/page/when-back';
import { PAGE_KEY, type PageSettings, parsePageSettings } from '../shared/settings/page-settings';

const KEYS = [PAGE_KEY, MUTED_KEY, PREFILTER_KEY];

/**
 * Calls `onChange` with the settings and the prefilter of the added packs (null: there are none) at the start and
 * after each change, until `signal` aborts.
 */
export function watchPageSettings(
  onChange: (settings: PageSettings, added: AddedPrefilter | null) => void,
  signal: AbortSignal,
): void {
  let turn = 0;
  const read = async () => {
    const mine = ++turn;
    const stored = await readStored(KEYS);
    // What was read may have changed meanwhile: then that is being read.
    if (signal.aborted || mine !== turn) return;
    onChange(parsePageSettings(stored[PAGE_KEY], stored[MUTED_KEY]), parsePrefilter(stored[PREFILTER_KEY]));
  };
  const onStored = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && KEYS.some((key) => key in changes)) void read();
  };
  listenUntil(browser.storage.onChanged, onStored, signal);
  // A page the reader left and came back to was told nothing in between.
  whenBack(() => void read(), signal);
  void read();
}

/** The finder's data of the added packs as it is stored; null if there are none. */
export async function readAddedFinder(): Promise<unknown> {
  return (await readStored([FINDER_KEY]))[FINDER_KEY] ?? null;
}

/** A store that cannot be read, as of an extension that is gone, holds nothing. */
async function readStored(keys: string[]): Promise<Record<string, unknown>> {
  try {
    return await browser.storage.local.get(keys);
  } catch {
    return {};
  }
}
