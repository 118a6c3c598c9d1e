/** The policy of an organisation, as far as settings need it. */
import type { FollowAddress } from '../../../glossary/follow/follow-address';
import type { PlainPack } from '../../../glossary/library/plain-pack';

/** The policy of an organisation (`managed-settings.ts`). */
export interface Policy {
  /** Values by key, which apply unless the reader changes them. */
  preset: ReadonlyMap<string, unknown>;
  /** Keys that the reader cannot change; `muted`, `rule`, `term` and `correction` for whole sets. */
  locked: ReadonlySet<string>;
  /** Its packs (`policy-packs.ts`). */
  packs: readonly PlainPack[];
  /** Addresses of published glossaries that are followed for the reader, each with its key. */
  follow: readonly FollowAddress[];
  /** Paths of invalid values. */
  faults: readonly string[];
}

export const NO_POLICY: Policy = { preset: new Map(), locked: new Set(), packs: [], follow: [], faults: [] };

/** Whether the organisation locks a key or its set. */
export function isLocked(key: string, locked: ReadonlySet<string>): boolean {
  return locked.has(key) || locked.has(key.split('/', 1)[0] ?? key);
}
