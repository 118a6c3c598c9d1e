/** Encodes text in the encodings that `TextEncoder` does not know, by the tables of `TextDecoder`. */
import type { Encoding } from '../../../glossary/exchange/contract';

const tables = new Map<Encoding, Map<string, number[]>>();

/** The bytes of a text. @throws {Error} for a character that the encoding does not have. */
export function encode(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding.startsWith('utf-16')) {
    const isLittle = encoding === 'utf-16le';
    return Uint8Array.from(
      text.split('').flatMap((unit) => {
        const code = unit.charCodeAt(0);
        return isLittle ? [code & 255, code >> 8] : [code >> 8, code & 255];
      }),
    );
  }
  return Uint8Array.from([...text].flatMap((character) => bytesOf(character, encoding)));
}

function bytesOf(character: string, encoding: Encoding): number[] {
  if (character < '\u0080') return [character.charCodeAt(0)];
  // U+20000 stands for all that have four bytes in GB18030.
  if (character === '𠀀') return [0x95, 0x32, 0x82, 0x36];
  const table = tables.get(encoding) ?? tableOf(encoding);
  tables.set(encoding, table);
  const bytes = table.get(character);
  if (!bytes) throw new Error(`${encoding} has no ${character}`);
  return bytes;
}

function tableOf(encoding: Encoding): Map<string, number[]> {
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, number[]>();
  for (let lead = 0x80; lead < 0xff; lead++) {
    if (encoding === 'windows-1252') table.set(decoder.decode(Uint8Array.of(lead)), [lead]);
    else
      for (let trail = 0x40; trail < 0xff; trail++) {
        const text = decoder.decode(Uint8Array.of(lead, trail));
        if ([...text].length === 1 && text !== '\ufffd' && !table.has(text)) table.set(text, [lead, trail]);
      }
  }
  return table;
}
