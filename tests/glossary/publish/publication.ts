/** A signed publication for tests. */
import { gzipSync } from 'node:zlib';
import { sha256 } from '../../../glossary/publish/bytes';
import { createKeyPair, type KeyPair, signPayload } from '../../../glossary/publish/envelope';
import type { PublishedFile, PublishedManifest } from '../../../glossary/publish/manifest';

/** Keys that are made once: a test needs distinct ones, not fresh ones. */
export const [online, offline, stranger] = await Promise.all([createKeyPair(), createKeyPair(), createKeyPair()]);

/** A file of a publication, as it is sent. */
export async function fileOf(text: string): Promise<{ file: PublishedFile; sent: Uint8Array<ArrayBuffer> }> {
  const sent = new Uint8Array(gzipSync(text));
  const rawBytes = new TextEncoder().encode(text).length;
  return { file: { sha256: await sha256(text), bytes: sent.length, rawBytes }, sent };
}

/** A manifest of revision 7 of the pack `birds`, valid in 2026. */
export async function manifestOf(changes: Partial<PublishedManifest> = {}): Promise<PublishedManifest> {
  const { file } = await fileOf('the pack file');
  return {
    spec: 1,
    id: 'birds',
    seq: 7,
    title: '鸟',
    languages: ['zh-Hans'],
    created: '2026-01-01T00:00:00Z',
    expires: '2027-01-01T00:00:00Z',
    full: { ...file, count: 1 },
    parts: file,
    deltas: [],
    keys: { current: [online.publicKey] },
    ...changes,
  };
}

/** `latest.json` of a manifest. */
export function latestOf(manifest: object, keys: readonly KeyPair[] = [online]): Promise<string> {
  return signPayload(JSON.stringify(manifest), keys);
}

/** Bytes as a response brings them. @param size of the pieces. */
export function streamOf(bytes: Uint8Array<ArrayBuffer>, size = 1000): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, at + size));
      at += size;
    },
  });
}
