/**
 * Updates followed packs: by one alarm, which is set only if there are any. Requests leave from here and from the page of
 * glossaries only, and only to addresses that the reader, the organisation or the build chose; tabs have no message for it.
 */
import browser from 'webextension-polyfill';
import type { FollowAddress } from '../../glossary/follow/follow-address';
import { dueAtMs, nextCheckMs } from '../../glossary/follow/schedule';
import { BUNDLED_PACK } from '../../glossary/library/entry-name';
import { Folding } from '../../glossary/pack/folding';
import { BUNDLED_ADDRESS, BUNDLED_SOURCE } from '../shared/follow/bundled-source';
import type { FollowEnvironment } from '../shared/follow/follow-environment';
import { checkForUpdate } from '../shared/follow/follow-pack';
import { followPolicy, isPolicyChanged } from '../shared/follow/follow-policy';
import { loadSpellings } from '../shared/packaged-data';
import { packStore, publishReaderPacks, watchPacks } from '../shared/packs/reader-packs';
import { settingsStore, watchSettings } from '../shared/settings/reader-settings';

const ALARM = 'follow';
/** Earliest check after the worker started or packs changed, in ms: browsers are busy then. */
const EARLIEST_MS = 60_000;
/** A worker without events ends after 30 s; a call of the browser's API counts as one. */
const KEEP_ALIVE_MS = 20_000;

/** In storage.local: the `PolicyAttempts`, as long as some address could not be followed. */
const POLICY_KEY = 'followGiven';

/** Failed attempts to follow the addresses of a policy, and the time of the next one. */
interface PolicyAttempts {
  /** The addresses, as JSON. After a change of addresses the next attempt is immediate. */
  of: string;
  failures: number;
  /** In ms since the epoch. */
  dueMs: number;
}

/** The addresses that are followed without an action of the reader: those of the policy, and that of the bundled pack. */
async function policyAddresses(): Promise<readonly FollowAddress[]> {
  const { follow } = await settingsStore.read();
  return BUNDLED_ADDRESS ? [...follow, BUNDLED_ADDRESS] : follow;
}

async function attemptsAt(follow: readonly FollowAddress[]): Promise<PolicyAttempts> {
  const { [POLICY_KEY]: stored } = await browser.storage.local.get(POLICY_KEY);
  const known = stored as PolicyAttempts | undefined; // As `tryPolicy` writes it.
  const of = JSON.stringify(follow);
  return known?.of === of ? known : { of, failures: 0, dueMs: 0 };
}

/** Follows the addresses of a policy, if an attempt is due. The next attempt is stored first, as in `checkForUpdate`. */
async function tryPolicy(follow: readonly FollowAddress[]): Promise<void> {
  const before = await attemptsAt(follow);
  const nowMs = Date.now();
  if (dueAtMs(before.dueMs, nowMs) > nowMs) return;
  const failures = before.failures + 1;
  const dueMs = nextCheckMs({ nowMs, failures, retryAfterMs: 0, nextMs: null }, Math.random());
  await browser.storage.local.set({ [POLICY_KEY]: { ...before, failures, dueMs } satisfies PolicyAttempts });
  const { isChanged, hasFailed } = await followPolicy(follow, surroundings());
  if (isChanged) await publishReaderPacks();
  if (!hasFailed) await browser.storage.local.remove(POLICY_KEY);
}

const surroundings = (): FollowEnvironment => ({
  store: packStore,
  fetching: (url, init) => fetch(url, init),
  folding: async () => new Folding(await loadSpellings()),
  nowMs: () => Date.now(),
  random: () => Math.random(),
  version: browser.runtime.getManifest().version,
  bundled: BUNDLED_SOURCE,
});

/** Call it when the worker starts, synchronously: its listener wakes the worker. */
export function keepFollowed(): void {
  browser.alarms.onAlarm.addListener(({ name }) => (name === ALARM ? updateDue() : undefined));
  // A newer package contains a revision of its own, which replaces the followed one. A newer browser brings none.
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason !== 'install' && reason !== 'update') return;
    void packStore
      .remove(BUNDLED_PACK, Date.now())
      .then(publishReaderPacks)
      .catch(() => null);
  });
  const set = () => void setAlarm().catch(() => null);
  watchPacks(set, new AbortController().signal);
  // Addresses of a policy are settings.
  watchSettings(set, new AbortController().signal);
}

/** Sets the alarm for the pack that is due first. Browsers may forget alarms: called at each start of the worker. */
export async function setAlarm(): Promise<void> {
  const [records, follow] = await Promise.all([packStore.listAll(), policyAddresses()]);
  const due = records.flatMap(({ followed }) => followed?.dueMs ?? []);
  if (isPolicyChanged(follow, records)) {
    due.push((await attemptsAt(follow)).dueMs);
  }
  const known = await browser.alarms.get(ALARM);
  if (due.length === 0) {
    if (known) await browser.alarms.clear(ALARM);
    return;
  }
  const nowMs = Date.now();
  const when = Math.max(Math.min(...due.map((dueMs) => dueAtMs(dueMs, nowMs))), nowMs + EARLIEST_MS);
  // An alarm that fires earlier finds nothing due, and is set again.
  if (!known || known.scheduledTime > when) await browser.alarms.create(ALARM, { when });
}

async function updateDue(): Promise<void> {
  const alive = setInterval(() => void browser.runtime.getPlatformInfo(), KEEP_ALIVE_MS);
  try {
    await navigator.locks.request('follow', async () => {
      const follow = await policyAddresses();
      if (isPolicyChanged(follow, await packStore.listAll())) await tryPolicy(follow);
      for (const record of await packStore.listAll()) {
        if (!record.followed || dueAtMs(record.followed.dueMs, Date.now()) > Date.now()) continue;
        if ((await checkForUpdate(record, surroundings())) === 'updated') await publishReaderPacks();
      }
    });
  } finally {
    clearInterval(alive);
    await setAlarm();
  }
}
