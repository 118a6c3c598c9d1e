/** Reads and writes the folder of a published pack. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as v from 'valibot';
import { jsonOf } from '../../json-of';
import { sha256 } from '../../publish/bytes';
import { type Handover, handoversOf } from '../../publish/envelope';
import type { EarlierRevision } from '../../publish/make-revision';
import { dataPath, LATEST_FILE, type PublishedManifest } from '../../publish/manifest';
import { openManifest } from '../../publish/open-manifest';
import { changesSchema, type PublishedChanges } from '../../publish/revision-changes';
import { BadInput } from '../command';
import { replaceFile } from '../write-all';

const CHANGES_FILE = 'changes.json';
const DAY_MS = 86_400_000;
/** Time until files that no manifest names are removed: far longer than any cache keeps a manifest. */
const GRACE_MS = 7 * DAY_MS;

/** The previous publication. */
export interface Published {
  manifest: PublishedManifest;
  handovers: readonly Handover[];
}

/** Null for a folder without a publication. @throws {BadInput} if its manifest is damaged. */
export async function readPublished(folder: string): Promise<Published | null> {
  const path = join(folder, LATEST_FILE);
  if (!existsSync(path)) return null;
  const text = readFileSync(path, 'utf8');
  // An expired manifest of any version is a predecessor as well.
  const opened = await openManifest(text, { keys: null, revision: null }, { now: new Date(0), version: '99999' });
  if (!opened.ok) throw new BadInput(`${path} is damaged (${opened.failure.kind}): restore it, or use another folder.`);
  return { manifest: opened.value.manifest, handovers: handoversOf(text) };
}

/** The changes so far, without those of a publication that was interrupted. */
export function readChanges(folder: string, seq: number): PublishedChanges {
  const path = join(folder, CHANGES_FILE);
  const parsed = existsSync(path) ? v.safeParse(changesSchema, jsonOf(readFileSync(path, 'utf8'))) : null;
  if (!parsed?.success) return { revisions: [], retired: {} };
  const { revisions, retired } = parsed.output;
  return { revisions: revisions.filter((revision) => revision.seq <= seq), retired };
}

/** Revisions in the same order. The text of one whose file is lost or changed is null. */
export function earlierRevisions(folder: string, revisions: PublishedChanges['revisions']): EarlierRevision[] {
  return revisions.map((revision) => ({
    seq: revision.seq,
    text: async () => {
      const path = join(folder, dataPath(revision));
      const text = existsSync(path) ? gunzipSync(readFileSync(path)).toString('utf8') : null;
      return text !== null && (await sha256(text)) === revision.sha256 ? text : null;
    },
  }));
}

/** Writes files that are not there yet, each in one step. */
export function writeData(folder: string, files: ReadonlyMap<string, Uint8Array>): void {
  mkdirSync(join(folder, 'data'), { recursive: true });
  for (const [hash, bytes] of files) {
    const path = join(folder, dataPath({ sha256: hash }));
    if (!existsSync(path)) replaceFile(path, bytes);
  }
}

/** The treatment of files that no manifest names any more. */
export interface Retirement {
  retired: PublishedChanges['retired'];
  /** Hashes of files to remove, because they are retired for longer than the grace. */
  over: readonly string[];
}

/** @param named hashes of files that are needed. */
export function retire(
  folder: string,
  named: ReadonlySet<string>,
  before: PublishedChanges['retired'],
  now: Date,
): Retirement {
  const there = readdirSync(join(folder, 'data')).map((name) => name.replace(/\.gz$/, ''));
  const since = there
    .filter((hash) => /^[0-9a-f]{64}$/.test(hash) && !named.has(hash))
    .sort()
    .map((hash): [string, string] => [hash, before[hash] ?? now.toISOString()]);
  const isOver = ([, date]: [string, string]) => now.getTime() - Date.parse(date) > GRACE_MS;
  return {
    retired: Object.fromEntries(since.filter((one) => !isOver(one))),
    over: since.filter(isOver).map(([hash]) => hash),
  };
}

/** Replaces `changes.json` if it says anything else. */
export function writeChanges(folder: string, changes: PublishedChanges): void {
  writeIfOther(join(folder, CHANGES_FILE), `${JSON.stringify(changes, null, 1)}\n`);
}

/** Replaces a file in one step, unless it has this text. */
export function writeIfOther(path: string, text: string): void {
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) replaceFile(path, text);
}

/** Removes files in `data/`. */
export function removeData(folder: string, hashes: readonly string[]): void {
  for (const hash of hashes) rmSync(join(folder, dataPath({ sha256: hash })), { force: true });
}
