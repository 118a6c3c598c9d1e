/** Packs texts for the database, to about a third of their size, and unpacks them. */

/** The text as gzip. */
export async function packText(text: string): Promise<ArrayBuffer> {
  return new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer();
}

/** The text that `packText` packed; null for damaged bytes. */
export async function unpackText(bytes: ArrayBuffer): Promise<string | null> {
  try {
    return await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
  } catch {
    return null;
  }
}
