/** Follows the addresses in an organisation's policy. */
import type { FollowAddress } from '../../../glossary/follow/follow-address';
import type { Followed } from '../../../glossary/follow/followed';
import type { PackRecord } from '../packs/pack-record';
import type { FollowEnvironment } from './follow-environment';
import { followPublication } from './follow-pack';
import { readPublication } from './read-publication';

/** Whether the addresses and keys in the policy differ from those that are followed because of it. */
export function isPolicyChanged(given: readonly FollowAddress[], records: readonly PackRecord[]): boolean {
  const followed = records.flatMap((record) => record.followed ?? []);
  return (
    given.some((address) => !followed.some((one) => isAs(one, address))) ||
    followed.some((one) => one.given !== null && !given.some(({ url }) => url === one.url))
  );
}

/**
 * Follows addresses of the policy that are new, and removes packs that it no longer names.
 * @returns whether packs changed, and whether an address could not be followed yet.
 */
export async function followPolicy(
  given: readonly FollowAddress[],
  environment: FollowEnvironment,
): Promise<{ isChanged: boolean; hasFailed: boolean }> {
  const { store, nowMs } = environment;
  const records = await store.listAll();
  let isChanged = false;
  let hasFailed = false;
  for (const record of records) {
    if (!record.followed?.given || given.some(({ url }) => url === record.followed?.url)) continue;
    await store.remove(record.id, nowMs());
    isChanged = true;
  }
  for (const address of given) {
    const record = records.find(({ followed }) => followed?.url === address.url);
    const { keys } = address;
    if (record?.followed) {
      const state = { given: keys, keys: { current: keys }, etag: '', dueMs: nowMs(), pending: null };
      if (!isAs(record.followed, address)) await store.follow(record, state);
      continue;
    }
    const publication = await readPublication(address, environment);
    const followed = publication.ok ? await followPublication(publication.value, environment, keys) : publication;
    if (followed.ok) isChanged = true;
    else hasFailed = true;
  }
  return { isChanged, hasFailed };
}

function isAs({ url, given }: Followed, address: FollowAddress): boolean {
  return url === address.url && JSON.stringify(given) === JSON.stringify(address.keys);
}
