/** Owns what there is to say about syncing, now and in the language shown now. */
import { computed, signal } from '@preact/signals';
import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { formatNumber } from '../../components/format';
import { translate } from '../shared/language/translate';
import { SYNC_STATE_KEY, type SyncState } from '../shared/settings/stored-settings';
import { wordsTurn } from './options-model';

const stateSchema = v.object({ problem: v.nullable(v.string()), left: v.number() });
const state = signal<SyncState>({ problem: null, left: 0 });

/** In words; null where all is well. */
export const syncProblem = computed(() => {
  void wordsTurn.value;
  const { problem, left } = state.value;
  if (problem !== null) return translate('options_sync_problem', problem);
  return left > 0 ? translate('options_sync_left', formatNumber(translate, left)) : null;
});

/** Reads how the last attempt to sync went, and each later one as long as the page is there. */
export async function followSync(): Promise<void> {
  const take = (stored: unknown) => {
    const read = v.safeParse(stateSchema, stored);
    state.value = read.success ? read.output : { problem: null, left: 0 };
  };
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && SYNC_STATE_KEY in changes) take(changes[SYNC_STATE_KEY]?.newValue);
  });
  take((await browser.storage.local.get(SYNC_STATE_KEY))[SYNC_STATE_KEY]);
}
