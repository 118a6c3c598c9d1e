/** Reads published files from streams of bytes: limits their size, decompresses them, and checks their hash. */
import { sha256 } from './bytes';
import { accept, type Checked, refuse } from './failure';
import type { PublishedFile } from './manifest';

type ByteStream = ReadableStream<Uint8Array<ArrayBuffer>>;

/**
 * The text of a file in `data/`. Holds no more than its sizes in the manifest. A server may declare such a file as
 * `Content-Encoding: gzip`, so that the browser has decompressed it; its first bytes show that.
 * @throws {Error} of the connection, as the stream throws it.
 */
export async function readPublishedFile(
  body: ByteStream,
  { sha256: expected, bytes, rawBytes }: PublishedFile,
): Promise<Checked<string>> {
  const sent = await collect(body, (head) => (isGzip(head) ? bytes : rawBytes));
  if (!sent.ok) return sent;
  const plain = isGzip(sent.value) ? await decompress(sent.value, rawBytes) : sent;
  if (!plain?.ok) return plain ?? refuse({ kind: 'wrong-hash', expected });
  if ((await sha256(plain.value)) !== expected) return refuse({ kind: 'wrong-hash', expected });
  const text = decodeUtf8(plain.value);
  return text === null ? refuse({ kind: 'malformed', where: 'utf-8' }) : accept(text);
}

/** The text of `latest.json`. @param limit in bytes. @throws {Error} of the connection. */
export async function readLimited(body: ByteStream, limit: number): Promise<Checked<string>> {
  const sent = await collect(body, () => limit);
  return sent.ok ? accept(new TextDecoder().decode(sent.value)) : sent;
}

/** Null for bytes that are not gzip, or were damaged. */
async function decompress(
  bytes: Uint8Array<ArrayBuffer>,
  limit: number,
): Promise<Checked<Uint8Array<ArrayBuffer>> | null> {
  try {
    return await collect(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')), () => limit);
  } catch {
    return null;
  }
}

/** All bytes of a stream, which is cancelled at the limit. @param limitOf gets the first bytes, at least two. */
async function collect(
  body: ByteStream,
  limitOf: (head: Uint8Array) => number,
): Promise<Checked<Uint8Array<ArrayBuffer>>> {
  const reader = body.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  let limit: number | null = null;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    size += value.length;
    if (limit === null && size >= 2) limit = limitOf(concat(chunks, size));
    if (limit !== null && size > limit) {
      await reader.cancel();
      return refuse({ kind: 'too-large', limit });
    }
  }
  return accept(concat(chunks, size));
}

function concat(chunks: readonly Uint8Array<ArrayBuffer>[], size: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
