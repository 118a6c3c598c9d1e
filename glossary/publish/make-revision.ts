/** Makes the files of a revision: the pack file, its parts, and deltas from earlier revisions. */
import { sha256 } from './bytes';
import { deltaOf } from './delta';
import { PUBLISH_LIMITS, type PublishedFile, type PublishedManifest } from './manifest';
import { type PartList, splitParts } from './parts';

/** A revision of which a reader may have the text. */
export interface EarlierRevision {
  seq: number;
  /** Loads the text on demand: thirty large packs would not fit in memory. Null if its file is lost. */
  text(): Promise<string | null>;
}

/** The files of a revision, and the part of the manifest that names them. */
export interface MadeRevision {
  /** Compressed, by the hash of their text. */
  files: ReadonlyMap<string, Uint8Array>;
  named: Pick<PublishedManifest, 'full' | 'parts' | 'deltas'>;
}

/**
 * @param text of the pack file.
 * @param count of its terms.
 * @param earlier newest first; deltas lead from the first 30.
 * @param gzip the same bytes for the same text.
 */
export async function makeRevision(
  { text, count }: { text: string; count: number },
  earlier: readonly EarlierRevision[],
  gzip: (text: string) => Uint8Array,
): Promise<MadeRevision> {
  const files = new Map<string, Uint8Array>();
  const add = async (content: string): Promise<PublishedFile> => {
    const hash = await sha256(content);
    const sent = files.get(hash) ?? gzip(content);
    files.set(hash, sent);
    return { sha256: hash, bytes: sent.length, rawBytes: new TextEncoder().encode(content).length };
  };
  const full = await add(text);
  const parts: PartList['parts'] = [];
  for (const part of splitParts(text)) parts.push(await add(part));
  const list = await add(JSON.stringify({ parts }));
  const deltas: PublishedManifest['deltas'] = [];
  for (const { seq, text: readBefore } of earlier.slice(0, PUBLISH_LIMITS.deltas)) {
    const before = await readBefore();
    if (before === null) continue;
    const delta = await add(deltaOf(before, text));
    // Readers fetch the whole instead.
    if (delta.bytes >= full.bytes) files.delete(delta.sha256);
    else deltas.push({ from: seq, ...delta });
  }
  return { files, named: { full: { ...full, count }, parts: list, deltas } };
}
