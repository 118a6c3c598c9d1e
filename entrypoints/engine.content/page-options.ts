/** Turns the reader's settings into page options, in which entries are indexes of the page's pack. */
import type { Send } from '../shared/page/engine-api';
import { MAX_MUTED, type PageSettings } from '../shared/settings/page-settings';
import { type PageOptions, USUAL_CAP } from './choose-shown';

type Wanted = Pick<PageSettings, 'density' | 'muted'>;

/**
 * @param revision of the page's pack.
 * @returns a function from settings to options. It resolves to null for the settings of the last call, and for settings
 * that a later call replaced. If the background fails, nothing is muted.
 */
export function optionsOf(revision: string, send: Send): (wanted: Wanted) => Promise<PageOptions | null> {
  let last = JSON.stringify(['every', []]);
  return async ({ density, muted }) => {
    const mine = JSON.stringify([density, muted]);
    if (mine === last) return null;
    last = mine;
    const answer =
      muted.length > 0 ? await send({ type: 'entries.find', revision, ids: muted.slice(0, MAX_MUTED) }) : null;
    if (mine !== last) return null;
    return { density, muted: new Set(answer?.ok ? answer.value : []), cap: USUAL_CAP };
  };
}
