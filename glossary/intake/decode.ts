/** Decodes files of unknown encoding: UTF-8, UTF-16 with a byte order mark, or GB18030, which includes GBK and GB2312. */

/** A decoded file. */
export interface Decoded {
  /** With `\n` line ends, without a byte order mark. */
  text: string;
  encoding: 'utf-8' | 'utf-16' | 'gb18030';
}

/** @returns null if the bytes are text in none of these encodings. */
export function decodeText(bytes: Uint8Array): Decoded | null {
  const encodings: [Decoded['encoding'], string][] = isUtf16(bytes)
    ? [['utf-16', bytes[0] === 0xff ? 'utf-16le' : 'utf-16be']]
    : [
        ['utf-8', 'utf-8'],
        ['gb18030', 'gb18030'],
      ];
  for (const [encoding, label] of encodings) {
    const text = decode(bytes, label);
    if (text !== null && !text.includes('\0')) return { text: text.replace(/\r\n?/g, '\n'), encoding };
  }
  return null;
}

function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

function decode(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
