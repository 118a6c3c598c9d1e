/** Parses XML in pieces. Refuses malformed XML, document types with declarations, and entities but the five of XML. */
import { SaxesParser } from 'saxes';
import { type Encoding, FileFaultError } from './contract';
import { guessEncoding } from './encoding';

/** Events of a document, in its order. Names are without prefix. */
export interface XmlHandler {
  /** @param attributes by name, without prefix except `xml:`. @param line 1-based. */
  open(name: string, attributes: Readonly<Record<string, string>>, line: number): void;
  text(text: string): void;
  close(name: string, line: number): void;
}

const MAX_DEPTH = 100;

/**
 * Parses a document and calls `handler` for each of its parts; yields after each piece.
 * @throws {FileFaultError} `xml-broken` with line and column, `xml-doctype`, `xml-too-deep`.
 */
export async function* parseXml(pieces: AsyncIterable<string>, handler: XmlHandler): AsyncGenerator<void, void> {
  const parser = new SaxesParser({ xmlns: false });
  let depth = 0;
  const place = () => ({ line: parser.line, where: String(parser.column) });
  parser.on('error', ({ message }) => {
    throw new FileFaultError('xml-broken', message.replace(/^.*?\d+:\d+: /, ''), place());
  });
  parser.on('doctype', (text) => {
    // Vendors name their DTD, which is not fetched. Declarations inside the document could only define entities.
    if (text.includes('[')) throw new FileFaultError('xml-doctype', '', place());
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > MAX_DEPTH) throw new FileFaultError('xml-too-deep', String(MAX_DEPTH), place());
    handler.open(localName(name), localNames(attributes), parser.line);
  });
  parser.on('text', (text) => handler.text(text));
  parser.on('cdata', (text) => handler.text(text));
  parser.on('closetag', ({ name }) => {
    depth--;
    handler.close(localName(name), parser.line);
  });
  for await (const piece of pieces) {
    parser.write(piece);
    yield;
  }
  parser.close();
  yield;
}

/** Reads a small document to its end. */
export async function parseWholeXml(pieces: AsyncIterable<string>, handler: XmlHandler): Promise<void> {
  for await (const _ of parseXml(pieces, handler));
}

/** The encoding of a document by its byte order mark or its declaration. */
export function xmlEncoding(sample: Uint8Array): Encoding {
  const guessed = guessEncoding(sample, false);
  if (guessed.startsWith('utf-16')) return guessed;
  const head = new TextDecoder('windows-1252').decode(sample.subarray(0, 200));
  const [, label = ''] = /^[^<]*<\?xml[^>]*encoding=["']([\w-]+)["']/i.exec(head) ?? [];
  if (/^(gb2312|gbk|gb18030)$/i.test(label)) return 'gb18030';
  if (/^big5/i.test(label)) return 'big5';
  if (/^(iso-8859-1|windows-1252|us-ascii)$/i.test(label)) return 'windows-1252';
  return 'utf-8';
}

/** `text` as the content of an element or an attribute in double quotes. Characters that XML forbids are left out. */
export function escapeXml(text: string): string {
  return text
    .replace(/[\p{Cs}\p{Noncharacter_Code_Point}]|[^\P{Cc}\t\n\r]/gu, '')
    .replace(/[&<>"\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function localNames(attributes: Record<string, string>): Record<string, string> {
  const entries = Object.entries(attributes);
  return Object.fromEntries(entries.map(([name, value]) => [name.startsWith('xml:') ? name : localName(name), value]));
}
