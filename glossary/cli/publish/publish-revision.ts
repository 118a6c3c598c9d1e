/**
 * Publishes a revision into a folder. Files that readers know are never changed, and the manifest is replaced last, so that an
 * interrupted run leaves the revision before it.
 */
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as v from 'valibot';
import { headersFile } from '../../publish/caching';
import { signPayload } from '../../publish/envelope';
import { type MadeRevision, makeRevision } from '../../publish/make-revision';
import { LATEST_FILE, MANIFEST_SPEC, manifestSchema, type PublishedManifest } from '../../publish/manifest';
import { KEPT_REVISIONS, type RevisionChanges, revisionChanges } from '../../publish/revision-changes';
import { BadInput } from '../command';
import { replaceFile } from '../write-all';
import type { PublishSource } from './publish-source';
import {
  earlierRevisions,
  type Published,
  readChanges,
  removeData,
  retire,
  writeChanges,
  writeData,
  writeIfOther,
} from './published-folder';
import type { Signing } from './signing';

const DAY_MS = 86_400_000;

/** The content, place and time of a publication. */
export interface Publishing {
  /** Absolute; exists. */
  folder: string;
  source: PublishSource;
  /** Null for the first revision. */
  before: Published | null;
  signing: Signing;
  now: Date;
  /** Days until the manifest expires. */
  days: number;
  /** Writes the website. @param follow the address that readers follow, or null. */
  writePages(follow: string | null): Promise<void>;
}

/** The outcome. */
export interface PublishedRevision {
  seq: number;
  /** The content is that of the revision before. */
  isSame: boolean;
  /** The manifest is that of the revision before, byte for byte. */
  isKept: boolean;
  changes: RevisionChanges;
  follow: string | null;
}

/** Publishes; writes nothing if the same content is published already. */
export async function publishRevision(publishing: Publishing): Promise<PublishedRevision> {
  const { folder, source, before, now } = publishing;
  const kept = readChanges(folder, before?.manifest.seq ?? 0);
  const earlier = earlierRevisions(folder, kept.revisions);
  const last = earlier.find(({ seq }) => seq === before?.manifest.seq);
  const lastText = (await last?.text()) ?? null;
  const isSame = lastText === source.text;
  const others = isSame ? earlier.filter((revision) => revision !== last) : earlier;
  const made = await makeRevision(source, others, (text) => gzipSync(text, { level: 9 }));
  const seq = (before?.manifest.seq ?? 0) + (isSame ? 0 : 1);
  const changes = revisionChanges(lastText, source.text);
  const revision = { seq, created: now.toISOString(), sha256: made.named.full.sha256, ...changes };
  const revisions = isSame ? kept.revisions : [revision, ...kept.revisions].slice(0, KEPT_REVISIONS);
  const { isKept, follow, over } = await write(publishing, made, { revisions, retired: kept.retired });
  removeData(folder, over);
  return { seq, isSame, isKept, changes, follow };
}

async function write(
  { folder, source, before, signing, now, days, writePages }: Publishing,
  made: MadeRevision,
  { revisions, retired: known }: Pick<Parameters<typeof writeChanges>[1], 'revisions' | 'retired'>,
): Promise<{ isKept: boolean; follow: string | null; over: readonly string[] }> {
  const [current] = revisions;
  const manifest = manifestOf(source, { seq: current?.seq ?? 1, named: made.named, keys: signing.keys, now, days });
  const isKept = before !== null && signing.handover === null && isStill(before.manifest, manifest, now);
  const follow = followAddress(source.site, manifest);
  writeData(folder, made.files);
  const named = new Set([...made.files.keys(), ...revisions.map(({ sha256 }) => sha256)]);
  const { retired, over } = retire(folder, named, known, now);
  writeChanges(folder, { revisions, retired });
  writeIfOther(join(folder, '_headers'), headersFile());
  await writePages(follow);
  if (!isKept) {
    const handovers = [...(before?.handovers ?? []), ...(signing.handover ? [signing.handover] : [])];
    replaceFile(join(folder, LATEST_FILE), await signPayload(JSON.stringify(manifest), [signing.pair], handovers));
  }
  signing.finish();
  return { isKept, follow, over };
}

/** @throws {BadInput} if readers would refuse it. */
function manifestOf(
  { about, site, minClient }: PublishSource,
  made: {
    seq: number;
    named: Pick<PublishedManifest, 'full' | 'parts' | 'deltas'>;
    keys: readonly string[];
    now: Date;
    days: number;
  },
): PublishedManifest {
  const { id, title, languages = [], licence, attribution, homepage, contact } = about;
  const said = { licence, attribution, homepage, contact, site, minClient };
  const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value));
  const manifest: PublishedManifest = {
    ...{ spec: MANIFEST_SPEC, id, seq: made.seq, title, languages: [...languages], ...given },
    created: made.now.toISOString(),
    expires: new Date(made.now.getTime() + made.days * DAY_MS).toISOString(),
    ...made.named,
    keys: { current: [...made.keys] },
  };
  const parsed = v.safeParse(manifestSchema, manifest);
  if (parsed.success) return manifest;
  const [issue] = parsed.issues;
  throw new BadInput(`${v.getDotPath(issue) ?? ''}: readers would refuse this: ${issue.message}`);
}

/** Whether the published manifest has the content of the new one, and more than half of its time left. */
function isStill(before: PublishedManifest, { created: _, expires: __, ...now }: PublishedManifest, at: Date): boolean {
  const { created, expires, ...said } = before;
  const sorted = (value: object) => JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  const isSame = sorted(said) === sorted(now);
  return isSame && at.getTime() - Date.parse(created) < (Date.parse(expires) - Date.parse(created)) / 2;
}

function followAddress(site: string | null, { keys }: PublishedManifest): string | null {
  return site === null ? null : `${site}${LATEST_FILE}#k=${keys.current.join(',')}`;
}
