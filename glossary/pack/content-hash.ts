/** Hashes of content, not for security: FNV-1a over UTF-16 units, in two lanes of 32 bits. */

const PRIME = 0x01000193;

/** The hash of a text, 16 hexadecimal digits. */
export function contentHash(text: string): string {
  let low = 0x811c9dc5;
  let high = 0x2f0b4a27;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    low = Math.imul(low ^ unit, PRIME);
    high = Math.imul(high ^ (unit + i), PRIME);
  }
  return [high, low].map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('');
}
