/** The state of following a glossary, and its actions: preview an address, follow it, check for a new revision. */
import { signal } from '@preact/signals';
import browser from 'webextension-polyfill';
import { formatNumber } from '../../components/format';
import type { FollowState } from '../../components/glossaries/FollowSection';
import { followFailureText } from '../../components/glossaries/follow-words';
import { readFollowAddress } from '../../glossary/follow/follow-address';
import { visibleText } from '../../glossary/visible-text';
import type { CheckResult } from '../shared/follow/follow-pack';
import { translate } from '../shared/language/translate';
import { ImportClient } from './import-client';
import { changed, checking, isPrivate, load, say, shownFollowed, titleOf } from './packs-model';

export const follow = signal<FollowState>({ name: 'idle', fault: '' });

const client = new ImportClient();
let turn = 0;

/**
 * Shows the publication at an address. Call it in a click: where the reader restricts the extension's access to sites, the
 * browser asks for access to this one. Browsers that have granted it answer at once.
 */
export async function previewAddress(text: string): Promise<void> {
  if (isPrivate()) return say('failed', translate('private_not_saved'));
  const address = readFollowAddress(text);
  if (typeof address === 'string') return fail(followFailureText(translate, { kind: address }));
  const { host } = new URL(address.url);
  const mine = ++turn;
  const isGranted = await mayFetch(address.url);
  if (mine !== turn) return;
  if (!isGranted) return fail(translate('follow_no_access', host));
  follow.value = { name: 'reading', host };
  const result = await client.preview(address);
  if (mine !== turn) return;
  if (!result.ok) return fail(followFailureText(translate, result.error));
  follow.value = { name: 'found', pack: result.value, isSaving: false, fault: '' };
}

/** Follows the previewed publication. */
export async function followFound(): Promise<void> {
  const found = follow.value;
  if (found.name !== 'found' || found.isSaving) return;
  const mine = turn;
  follow.value = { ...found, isSaving: true, fault: '' };
  const result = await client.follow();
  if (mine !== turn) return;
  if (!result.ok) {
    follow.value = { ...found, isSaving: false, fault: followFailureText(translate, result.error) };
    return;
  }
  cancelPreview();
  await changed();
  const { title, count } = found.pack;
  say('done', translate('follow_done', visibleText(title), formatNumber(translate, count)));
}

/** Closes the preview; nothing is stored. */
export function cancelPreview(): void {
  turn++;
  client.cancel();
  follow.value = { name: 'idle', fault: '' };
}

const WORDS = {
  updated: 'follow_updated',
  unchanged: 'follow_unchanged',
  asking: 'follow_asking',
  failed: 'follow_failed',
} as const satisfies Record<CheckResult, string>;

/**
 * Checks a followed pack now. Call it in a click, as `previewAddress`.
 * @param isAccepted whether the reader accepts the waiting update as it is shown: another one may wait meanwhile.
 */
export async function checkNow(id: string, isAccepted = false): Promise<void> {
  if (isPrivate()) return say('failed', translate('private_not_saved'));
  // Known before the click: access can be requested only during it, without a wait.
  const shown = shownFollowed.get(id);
  if (!shown || checking.value.has(id)) return;
  if (!(await mayFetch(shown.url))) return say('failed', translate('follow_no_access', new URL(shown.url).host));
  checking.value = new Set([...checking.value, id]);
  await load();
  const one = new ImportClient();
  const result = await one.check(id, isAccepted ? shown.pending : null);
  one.cancel();
  checking.value = new Set([...checking.value].filter((other) => other !== id));
  await changed();
  say(result === 'failed' ? 'failed' : 'done', translate(WORDS[result], titleOf(id)));
}

function mayFetch(url: string): Promise<boolean> {
  return browser.permissions.request({ origins: [`https://${new URL(url).hostname}/*`] }).catch(() => false);
}

function fail(fault: string): void {
  follow.value = { name: 'idle', fault };
}
