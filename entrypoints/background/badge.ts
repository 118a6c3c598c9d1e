/**
 * Owns the number on the toolbar button: how many different terms the page mentions. Nothing is kept that could be
 * lost or grow stale: when a frame says that its terms changed, all frames of its tab are asked.
 */
import browser from 'webextension-polyfill';
import { interfaceLanguage } from '../shared/language/translate';
import { loadLibrary } from '../shared/library';
import { askFrames, type FramesEvents } from '../shared/page/ask-frames';
import { settingsStore } from '../shared/settings/reader-settings';

/** What fits on the button. */
const MOST = 99;
/** Of the marks' ground, dark enough for white on it. */
const COLOUR = '#8a4f12';
/** Frames answer at once; when no other did for so long, all have. In ms. */
const QUIET_MS = 200;
/** A page that never rests has the number of this moment, in ms. */
const LONGEST_MS = 1000;

/** In storage.session: whether the numbers were wanted when last looked at. */
const WANTED_KEY = 'badge-wanted';

/** Tabs whose number is being found, and whether it must be found once more after it. */
const underWay = new Map<number, { isStale: boolean }>();

/**
 * Shows the number of a tab as it is now, or none where the reader wants none. Of many calls while one is under way
 * only one more follows: each frame of a page reports, and each time all are asked.
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
    // The tab is gone, and its number with it.
  }
}

/**
 * Brings the numbers of all tabs up to date where the reader has come to want them, or no longer does. All other changes
 * of settings reach the numbers through the frames, which report. Tab by tab: each port is weighed against all others.
 */
export async function obeyBadgeSetting(isWanted: boolean): Promise<void> {
  // Kept for the session: the worker may have been ended since.
  const before = await browser.storage.session.get(WANTED_KEY).catch(() => ({}));
  if (Reflect.get(before, WANTED_KEY) === isWanted) return;
  await browser.storage.session.set({ [WANTED_KEY]: isWanted }).catch(() => null);
  const tabs = await browser.tabs.query({});
  tabs.sort((one, other) => Number(other.active) - Number(one.active));
  for (const { id } of tabs) if (id !== undefined) await updateBadge(id).catch(() => null);
}

export function badgeText(count: number): string {
  if (count === 0) return '';
  return count > MOST ? `${MOST}+` : String(count);
}

async function countTerms(tabId: number): Promise<number> {
  const library = await loadLibrary(interfaceLanguage());
  return new Promise((resolve) => {
    let count = 0;
    const finish = () => {
      clearTimeout(quiet);
      clearTimeout(longest);
      asked.close();
      resolve(count);
    };
    let quiet = setTimeout(finish, QUIET_MS);
    const longest = setTimeout(finish, LONGEST_MS);
    const on: FramesEvents = {
      onTerms: (terms) => {
        count = terms.length;
        clearTimeout(quiet);
        quiet = setTimeout(finish, QUIET_MS);
      },
      // The page was left: what it mentioned is not the next one's.
      onUnreadable: () => {
        count = 0;
        finish();
      },
    };
    const asked = askFrames(tabId, library, on, true);
  });
}
