/** Recognises the format of a file by its bytes, and by its name if several formats are possible. */
import { looksLikeCedict } from './cedict';
import { type ByteSource, type Encoding, FileFaultError, type FormatName } from './contract';
import { guessEncoding, SAMPLE_BYTES } from './encoding';
import { guessSeparator } from './separator';
import { xmlEncoding } from './xml';
import { isZip, openZip } from './zip';

/** The recognised format of a file. */
export interface Sniffed {
  format: FormatName;
  /** Of text; null for archives. */
  encoding: Encoding | null;
}

/** The format of a file. @throws {FileFaultError} for a file that no format fits, with the way out where there is one. */
export async function sniffFormat(source: ByteSource, chosen?: Encoding): Promise<Sniffed> {
  if (source.size === 0) throw new FileFaultError('empty');
  const sample = await source.read(0, SAMPLE_BYTES);
  if (isZip(sample)) return { format: await sniffZip(source), encoding: null };
  refuseBinary(source.name, sample);
  const encoding = chosen ?? guessEncoding(sample, sample.length >= source.size);
  const text = new TextDecoder(encoding).decode(sample, { stream: true });
  const format = sniffText(text.trimStart(), extensionOf(source.name));
  return { format, encoding: format === 'tbx' ? (chosen ?? xmlEncoding(sample)) : encoding };
}

async function sniffZip(source: ByteSource): Promise<FormatName> {
  const { entries } = await openZip(source);
  if (entries.has('xl/workbook.xml')) return 'xlsx';
  if (entries.has('index.json')) return 'yomitan';
  throw new FileFaultError('unknown-format', 'zip');
}

function refuseBinary(name: string, sample: Uint8Array): void {
  const starts = (...bytes: number[]) => bytes.every((byte, i) => sample[i] === byte);
  const extension = extensionOf(name);
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) throw new FileFaultError('old-xls');
  if (/^(ifo|idx|dict|dz|syn)$/.test(extension) || starts(...ascii("StarDict's dict ifo")))
    throw new FileFaultError('stardict');
  // MDict: the length of its header, then the header in UTF-16.
  const isMdict = [...ascii('<Dictionary')].every((byte, i) => sample[4 + 2 * i] === byte);
  if (/^md[xd]$/.test(extension) || isMdict) throw new FileFaultError('mdx');
  if (starts(0x1f, 0x8b)) throw new FileFaultError('gzip');
  if (starts(...ascii('%PDF'))) throw new FileFaultError('unknown-format', 'PDF');
}

/** @param text the beginning of the file, from its first character that is no space. */
function sniffText(text: string, extension: string): FormatName {
  const start = text.slice(0, 4000);
  const format =
    (start.startsWith('<') ? sniffXml(start) : null) ??
    (/^[{[]/.test(start) ? sniffJson(text, extension) : null) ??
    sniffLines(text, extension);
  if (format) return format;
  if (start.includes('\0')) throw new FileFaultError('unknown-format', extension);
  return guessSeparator(text) === '\t' ? 'tsv' : 'csv';
}

function sniffXml(start: string): FormatName | null {
  if (/<(martif|tbx)[\s>]/i.test(start)) return 'tbx';
  if (/^<(!doctype html|html|head|body)/i.test(afterComments(start))) throw new FileFaultError('html');
  if (start.startsWith('<?xml')) throw new FileFaultError('unknown-format', 'XML');
  return null;
}

function afterComments(text: string): string {
  let rest = text;
  while (rest.startsWith('<!--')) {
    const end = rest.indexOf('-->');
    rest = end < 0 ? '' : rest.slice(end + '-->'.length).trimStart();
  }
  return rest;
}

function sniffJson(text: string, extension: string): FormatName | null {
  if (/"format"\s*:\s*"pangzhu-pack\//.test(text.slice(0, 4000))) return 'pack';
  if (/"@(context|graph|type|id)"/.test(text)) return 'jsonld';
  if (/^(json|jsonld)$/.test(extension)) throw new FileFaultError('unknown-format', 'JSON');
  return null;
}

function sniffLines(text: string, extension: string): FormatName | null {
  if (/^#separator:/i.test(text)) return 'anki';
  // The last line of the sample may be cut.
  const lines = text.slice(0, text.lastIndexOf('\n') + 1) || text;
  if (extension === 'u8' || /^# CC-CEDICT\b/.test(text) || looksLikeCedict(lines)) return 'cedict';
  const hasSections = /^## \S/m.test(text) && !text.includes('\t');
  return hasSections || /^(md|markdown)$/.test(extension) ? 'markdown' : null;
}

/** In lower case, without the dot; '' if there is none. */
export function extensionOf(name: string): string {
  return /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

function ascii(text: string): number[] {
  return [...text].map((character) => character.charCodeAt(0));
}
