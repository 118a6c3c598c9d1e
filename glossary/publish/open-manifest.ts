/** Opens `latest.json`: signature, format, pack, revision, expiry and keys, in that order. */
import * as v from 'valibot';
import { jsonOf } from '../json-of';
import { openEnvelope } from './envelope';
import { type AcceptedKeys, accept, type Checked, type PublicationFailure, refuse } from './failure';
import { manifestSchema, PUBLISH_LIMITS, type PublishedManifest } from './manifest';

/** The known state of a publication: from its address at first, later from the last accepted manifest. */
export interface Known {
  /**
   * Null if the address named no key, or if the reader consented to other keys: then those of the manifest are accepted if one
   * of them signed it, and shown to the reader.
   */
  keys: AcceptedKeys | null;
  /** Null before the first revision is stored. */
  revision: { id: string; seq: number; sha256: string; created: string } | null;
}

/** An accepted manifest. */
export interface Opened {
  manifest: PublishedManifest;
  /** Those to accept from now on. */
  keys: AcceptedKeys;
  /** The accepted keys that signed it. */
  signers: readonly string[];
  /** The stored revision is this one. The manifest may have been signed again, with a later expiry. */
  isSame: boolean;
}

/** The reader's side: its clock, and its version (`0.1.0`). */
export interface Reader {
  now: Date;
  version: string;
}

/**
 * Checks the text of `latest.json`. Of several failures the first in the order above is returned: a manifest refused as expired
 * has a valid signature and format, and one refused for its keys has no other failure.
 */
export async function openManifest(text: string, known: Known, reader: Reader): Promise<Checked<Opened>> {
  if (text.length > PUBLISH_LIMITS.latestBytes) return refuse({ kind: 'too-large', limit: PUBLISH_LIMITS.latestBytes });
  const signed = await openEnvelope(text, known.keys);
  if (!signed.ok) return signed;
  const { payload, signers, accepted, packs, isRecovered } = signed.value;
  const parsed = v.safeParse(manifestSchema, jsonOf(payload));
  if (!parsed.success) return refuse({ kind: 'malformed', where: v.getDotPath(parsed.issues[0]) ?? 'payload' });
  const manifest = parsed.output;
  if (packs.some((id) => id !== manifest.id)) return refuse({ kind: 'wrong-pack', id: manifest.id });
  const failure = orderFailure(manifest, known.revision, isRecovered) ?? readerFailure(manifest, reader);
  if (failure) return refuse(failure);
  const keys = { ...accepted, ...manifest.keys };
  if (!known.keys && !signers.some((key) => keys.current.includes(key)))
    return refuse({ kind: 'wrong-key', keys: signers });
  if (known.keys && !continues(accepted.current, keys.current)) return refuse({ kind: 'keys-changed', keys });
  const { seq, full } = manifest;
  const isSame = seq === known.revision?.seq && full.sha256 === known.revision.sha256;
  return accept({ manifest, keys, signers, isSame });
}

/** Whether the manifest has the accepted keys, to which it may add an offline one. Others come by handovers. */
function continues(accepted: readonly string[], [first, offline]: readonly string[]): boolean {
  return accepted[0] === first && (accepted[1] === undefined || accepted[1] === offline);
}

/** @param isRecovered whether the numbers begin anew: those before may be of a thief. */
function orderFailure(
  manifest: PublishedManifest,
  stored: Known['revision'],
  isRecovered: boolean,
): PublicationFailure | null {
  if (!stored) return null;
  const { id, seq, full, created } = manifest;
  if (id !== stored.id) return { kind: 'wrong-pack', id };
  if (isRecovered) return null;
  const isOther =
    seq === stored.seq && (full.sha256 !== stored.sha256 || Date.parse(created) < Date.parse(stored.created));
  return seq < stored.seq || isOther ? { kind: 'rollback', seq, stored: stored.seq } : null;
}

function readerFailure({ minClient, expires }: PublishedManifest, { now, version }: Reader): PublicationFailure | null {
  if (minClient !== undefined && compareVersions(version, minClient) < 0) return { kind: 'old-client', minClient };
  return Date.parse(expires) <= now.getTime() ? { kind: 'expired', expires } : null;
}

/** Negative if `one` is older. Parts are numbers, missing ones 0. */
function compareVersions(one: string, other: string): number {
  const [a, b] = [one, other].map((version) => version.split('.').map(Number));
  for (let i = 0; i < 4; i++) {
    const difference = (a?.[i] ?? 0) - (b?.[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
