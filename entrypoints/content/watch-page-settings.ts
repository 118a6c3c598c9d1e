/** Reads settings and data of packs for this page, at the start and at each change. */
import { browser } from 'wxt/browser';
import { IMPORTED_KEY, type ImportedInPages, parseImported } from '../shared/page/imported-packs';
import {
  type AddedPrefilter,
  FINDER_KEY,
  isMutedBySite,
  MUTED_KEY,
  PREFILTER_KEY,
  parsePrefilter,
} from '../shared/page/pack-tables';
import { listenUntil, onPageRestored } from '../shared/page/page-events';
import { PAGE_KEY, type PageSettings, parsePageSettings } from '../shared/settings/page-settings';
import { siteIn } from '../shared/sites/site-rules';
import type { ReadPlace } from './site-switch';

const KEYS = [PAGE_KEY, MUTED_KEY, PREFILTER_KEY, IMPORTED_KEY];

/** Data of the packs besides the bundled one; null without such packs. */
export interface PacksInPages {
  /** The prefilter of the reader's own pack and those of a policy. */
  added: AddedPrefilter | null;
  imported: ImportedInPages | null;
}

/** Calls `onChange` with the settings and the packs at the start and after each change, until `signal` aborts. */
export function watchPageSettings(
  onChange: (settings: PageSettings, packs: PacksInPages) => void,
  readPlace: ReadPlace,
  signal: AbortSignal,
): void {
  let latest = 0;
  const read = async () => {
    const mine = ++latest;
    const stored = await readStored(KEYS);
    const place = isMutedBySite(stored[MUTED_KEY]) ? await readPlace() : null;
    const site = place === null ? null : siteIn(place);
    // A later reading is under way if the values changed meanwhile.
    if (signal.aborted || mine !== latest) return;
    const packs = { added: parsePrefilter(stored[PREFILTER_KEY]), imported: parseImported(stored[IMPORTED_KEY]) };
    onChange(parsePageSettings(stored[PAGE_KEY], stored[MUTED_KEY], site), packs);
  };
  const onStored = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && KEYS.some((key) => key in changes)) void read();
  };
  listenUntil(browser.storage.onChanged, onStored, signal);
  // A page in the back-forward cache gets no events.
  onPageRestored(() => void read(), signal);
  void read();
}

/** The finder's data of the added packs as it is stored; null if there are none. */
export async function readAddedFinder(): Promise<unknown> {
  return (await readStored([FINDER_KEY]))[FINDER_KEY] ?? null;
}

/** Empty if the store cannot be read, as after the extension is gone. */
async function readStored(keys: string[]): Promise<Record<string, unknown>> {
  try {
    return await browser.storage.local.get(keys);
  } catch {
    return {};
  }
}
