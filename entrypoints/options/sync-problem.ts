/** The message about problems of syncing. */
import { computed, signal } from '@preact/signals';
import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { formatNumber } from '../../components/format';
import { translate } from '../shared/language/translate';
import { SYNC_STATE_KEY, type SyncState } from '../shared/settings/stored-settings';
import { languageChanges } from './options-model';

const stateSchema = v.object({ problem: v.nullable(v.string()), left: v.number() });
const state = signal<SyncState>({ problem: null, left: 0 });

/** The message in the interface language; null without a problem. */
export const syncProblem = computed(() => {
  void languageChanges.value;
  const { problem, left } = state.value;
  if (problem !== null) return translate('options_sync_problem', problem);
  return left > 0 ? translate('options_sync_left', formatNumber(translate, left)) : null;
});

/** Follows the results of syncing as long as the page is open. */
export async function followSync(): Promise<void> {
  const apply = (stored: unknown) => {
    const read = v.safeParse(stateSchema, stored);
    state.value = read.success ? read.output : { problem: null, left: 0 };
  };
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && SYNC_STATE_KEY in changes) apply(changes[SYNC_STATE_KEY]?.newValue);
  });
  apply((await browser.storage.local.get(SYNC_STATE_KEY))[SYNC_STATE_KEY]);
}
