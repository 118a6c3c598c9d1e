/** Sources of bytes: a browser's file, bytes in memory, and a wrapper that counts the bytes read. */
import { type ByteSource, FileFaultError } from './contract';

/** The part of a `Blob` that is needed. */
interface BlobLike {
  size: number;
  slice(start: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

/** A source over a `File` or `Blob`, of which no more than the part that is read comes into memory. */
export function sourceOfBlob(name: string, blob: BlobLike): ByteSource {
  return {
    name,
    size: blob.size,
    async read(start, end) {
      try {
        return new Uint8Array(await blob.slice(start, end).arrayBuffer());
      } catch (error) {
        // The file was changed, moved or locked after it was chosen.
        throw new FileFaultError('unreadable-file', error instanceof Error ? error.message : '');
      }
    },
  };
}

/** A source over bytes in memory: text that was pasted, a file in a test. */
export function sourceOfBytes(name: string, bytes: Uint8Array): ByteSource {
  return { name, size: bytes.length, read: async (start, end) => bytes.subarray(start, end) };
}

/** `source`, which stops reading when `signal` is aborted, and reports the number of bytes of each read to `onRead`. */
export function watchSource(
  source: ByteSource,
  { signal, onRead }: { signal?: AbortSignal | undefined; onRead?: (bytes: number) => void },
): ByteSource {
  return {
    name: source.name,
    size: source.size,
    async read(start, end) {
      if (signal?.aborted) throw new FileFaultError('cancelled');
      const bytes = await source.read(start, end);
      if (signal?.aborted) throw new FileFaultError('cancelled');
      onRead?.(bytes.length);
      return bytes;
    },
  };
}

/** @throws {FileFaultError} `too-large` beyond `limit` bytes, before anything is read. */
export function refuseAbove(source: ByteSource, limit: number): void {
  if (source.size > limit) throw new FileFaultError('too-large', `${Math.floor(limit / 2 ** 20)} MB`);
}
