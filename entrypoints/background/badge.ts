/**
 * Shows on the toolbar button how many different terms the page mentions. No count is stored: when a frame reports a
 * change, all frames of its tab are asked.
 */
import browser from 'webextension-polyfill';
import { interfaceLanguage } from '../shared/language/translate';
import { loadLibrary } from '../shared/library';
import { NO_TERMS } from '../shared/packs/reader-packs';
import { askFrames, type FramesEvents } from '../shared/page/ask-frames';
import { settingsStore } from '../shared/settings/reader-settings';

/** Largest number that fits on the button. */
const MOST = 99;
/** Background, dark enough for white text. */
const COLOUR = '#8a4f12';
/** All frames have answered when no answer came for this time after one, in ms. A frame with much text counts for longer. */
const QUIET_MS = 200;
/** Longest time to count from the first answer on, also on a page that changes continuously, in ms. */
const LONGEST_MS = 1000;
/** Longest time to wait for the first answer, in ms: a busy machine takes seconds. */
const SILENT_MS = 30_000;

/** In storage.session: the setting when it was last applied. */
const WANTED_KEY = 'badge-wanted';

/** Tabs whose terms are being counted, and whether they must be counted again. */
const underWay = new Map<number, { isStale: boolean }>();

/**
 * Updates the number of a tab, or removes it if the reader turned it off. Calls during an update cause one more update,
 * because all frames report changes and each update asks all of them.
 */
export async function updateBadge(tabId: number): Promise<void> {
  const earlier = underWay.get(tabId);
  if (earlier) {
    earlier.isStale = true;
    return;
  }
  const mine = { isStale: false };
  underWay.set(tabId, mine);
  try {
    do {
      mine.isStale = false;
      await showNumber(tabId);
    } while (mine.isStale);
  } finally {
    underWay.delete(tabId);
  }
}

async function showNumber(tabId: number): Promise<void> {
  const { settings } = await settingsStore.read();
  const count = settings.badge ? await countTerms(tabId) : 0;
  try {
    await browser.action.setBadgeBackgroundColor({ tabId, color: COLOUR });
    await browser.action.setBadgeText({ tabId, text: badgeText(count) });
  } catch {
    // The tab was closed.
  }
}

/**
 * Updates all tabs if the setting changed; frames report all other changes by themselves. One tab after the other, because
 * browsers compare each new port with all open ones.
 */
export async function applyBadgeSetting(isWanted: boolean): Promise<void> {
  // Stored for the session, because the worker may have been ended meanwhile.
  const before = await browser.storage.session.get(WANTED_KEY).catch(() => ({}));
  if (Reflect.get(before, WANTED_KEY) === isWanted) return;
  await browser.storage.session.set({ [WANTED_KEY]: isWanted }).catch(() => null);
  const tabs = await browser.tabs.query({});
  tabs.sort((one, other) => Number(other.active) - Number(one.active));
  for (const { id } of tabs) if (id !== undefined) await updateBadge(id).catch(() => null);
}

/** The text of the button; '' for 0. */
export function badgeText(count: number): string {
  if (count === 0) return '';
  return count > MOST ? `${MOST}+` : String(count);
}

async function countTerms(tabId: number): Promise<number> {
  const library = await loadLibrary(interfaceLanguage(), '', undefined, NO_TERMS);
  const [any = null] = library.entries;
  // Any entry will do if its pack is known, because none is read.
  const counted = { at: (revisions: readonly string[], index: number) => (library.has(revisions, index) ? any : null) };
  return new Promise((resolve) => {
    let count = 0;
    const finish = () => {
      clearTimeout(quiet);
      clearTimeout(longest);
      asked.close();
      resolve(count);
    };
    let quiet: ReturnType<typeof setTimeout> | undefined;
    let longest = setTimeout(finish, SILENT_MS);
    const on: FramesEvents = {
      onTerms: (terms) => {
        count = terms.length;
        const isFirstAnswer = quiet === undefined;
        if (isFirstAnswer) {
          clearTimeout(longest);
          longest = setTimeout(finish, LONGEST_MS);
        }
        clearTimeout(quiet);
        quiet = setTimeout(finish, QUIET_MS);
      },
      // The page was left, and its terms are not those of the next one.
      onUnreadable: () => {
        count = 0;
        finish();
      },
    };
    const asked = askFrames(tabId, counted, on, true);
  });
}
