/** Tests that a bad file is refused as a whole with its fault, in no time, and that nothing of it is taken. */
import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { sourceOfBlob, sourceOfBytes } from '../../../glossary/exchange/byte-source';
import type { ByteSource, Choices, FaultCode, FormatName } from '../../../glossary/exchange/contract';
import { exportPack } from '../../../glossary/exchange/export-pack';
import { importFile } from '../../../glossary/exchange/import-file';
import { inspectFile } from '../../../glossary/exchange/inspect-file';
import { bytesOf } from './packs';
import { workbook } from './workbooks';

const bytes = (text: string) => new TextEncoder().encode(text);
const tbx = (body: string, doctype = '') =>
  bytes(`<?xml version="1.0"?>${doctype}<tbx><text><body>${body}</body></text></tbx>`);
const PACK = { id: 'p', title: 'p', terms: [{ id: 't', headword: '科学', forms: [], definition: 'd' }] };
const SHEET = '<sheetData><row><c t="inlineStr"><is><t>a</t></is></c></row></sheetData>';
const BOOK = workbook({ 'xl/worksheets/sheet1.xml': SHEET });
const LAUGHS = `<!DOCTYPE tbx [<!ENTITY a "ha">${'bcdefgh'.replace(/./g, (x) => `<!ENTITY ${x} "${`&${String.fromCharCode(x.charCodeAt(0) - 1)};`.repeat(10)}">`)}]>`;

/** A copy of an archive with a field of each directory entry changed. */
function patched(archive: Uint8Array, offset: number, write: (view: DataView, at: number) => void): Uint8Array {
  const copy = archive.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 46 < copy.length; at++) if (view.getUint32(at, true) === 0x02014b50) write(view, at + offset);
  return copy;
}

const flipped = (archive: Uint8Array, at: number) => archive.map((byte, i) => (i === at ? byte ^ 0xff : byte));

describe('a whole file is refused', () => {
  it.each<[string, Uint8Array, FaultCode, string?, Choices?]>([
    ['without a byte', new Uint8Array(), 'empty'],
    ['of the old Excel', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'old-xls'],
    ['of MDict, by its name', bytes('x'), 'mdx', 'a.mdx'],
    [
      'of MDict, by its beginning',
      Uint8Array.from(
        [0, 0, 1, 0, ...'<Dictionary'].flatMap((c) => (typeof c === 'number' ? [c] : [c.charCodeAt(0), 0])),
      ),
      'mdx',
    ],
    ['of StarDict', bytes("StarDict's dict ifo file\nversion=2.4.2\n"), 'stardict'],
    ['of StarDict, packed', gzipSync(strToU8('x')), 'stardict', 'a.dict.dz'],
    ['that is packed', gzipSync(strToU8('科學 科学 [ke1] /a/')), 'gzip', 'cedict.txt.gz'],
    ['that is a page', bytes('<!DOCTYPE html><html><body>Sign in</body></html>'), 'html', 'list.csv'],
    ['that is a page behind 500 comments', bytes(`${'<!---->'.repeat(500)}<!doctype html>`), 'html'],
    ['that is a PDF', bytes('%PDF-1.7'), 'unknown-format'],
    ['of another kind of JSON', bytes('{"a":1}'), 'unknown-format', 'a.json'],
    ['of another kind of XML', bytes('<?xml version="1.0"?><tmx/>'), 'unknown-format'],
    ['of bytes that are no text', Uint8Array.from({ length: 500 }, (_, i) => (i * 7) % 256), 'unknown-format'],
    ['that was cut in XML', bytesOf(PACK, 'tbx').slice(0, -20), 'xml-broken'],
    ['that was cut in JSON', bytesOf(PACK, 'pack').slice(0, -2), 'json-broken'],
    ['that was cut in an archive', BOOK.slice(0, -30), 'zip-broken'],
    ['with an entity that nobody declared', tbx('&nbsp;'), 'xml-broken'],
    ['with entities of entities', tbx('&h;', LAUGHS), 'xml-doctype'],
    [
      'with an entity from a file',
      tbx('&x;', '<!DOCTYPE tbx [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
      'xml-doctype',
    ],
    ['with an element in 100 others', tbx('<a>'.repeat(101)), 'xml-too-deep'],
    ['with a password', patched(BOOK, 8, (view, at) => view.setUint16(at, 1, true)), 'zip-encrypted'],
    ['that would unpack to 1 GB', patched(BOOK, 24, (view, at) => view.setUint32(at, 2 ** 30, true)), 'zip-too-large'],
    ['that unpacks to more than it says', patched(BOOK, 24, (view, at) => view.setUint32(at, 3, true)), 'zip-broken'],
    ['with a wrong checksum', patched(BOOK, 16, (view, at) => view.setUint32(at, 1, true)), 'zip-broken'],
    ['with a changed byte in a part', flipped(BOOK, 80), 'zip-broken'],
    [
      'with broken XML in a workbook',
      workbook({ 'xl/worksheets/sheet1.xml': '<sheetData><row></sheetData>' }),
      'xml-broken',
    ],
    ['that is an archive of no format', zipSync({ 'cedict_ts.u8': strToU8('x') }), 'unknown-format'],
    ['that is no workbook', bytesOf(PACK, 'csv'), 'zip-broken', 'a.xlsx', { format: 'xlsx' }],
    ['that is no TBX', bytes('<a/>'), 'wrong-format', 'a.tbx', { format: 'tbx' }],
    ['that is no JSON-LD', bytes('[[[]]]'), 'wrong-format', 'a', { format: 'jsonld' }],
    ['with lists in lists', bytes(`{"format":"pangzhu-pack/1","terms":${'['.repeat(100_000)}`), 'json-broken'],
  ])('%s', async (_name, content, code, name = 'file', choices = {}) => {
    const outcome = await importFile(sourceOfBytes(name, content), choices);
    expect(outcome).toMatchObject({ ok: false, error: { code } });
  });

  it.each<[string, number, Uint8Array]>([
    ['text of 2 GB', 2 ** 31, bytes('term,definition\n')],
    ['an archive of 2 GB', 2 ** 31, BOOK],
    ['JSON of 2 GB', 2 ** 31, bytesOf(PACK, 'pack')],
  ])('%s, before it is read', async (_name, size, content) => {
    let read = 0;
    const source: ByteSource = {
      name: 'file',
      size,
      read: async (start, end) => {
        read += end - start;
        return content.subarray(start, end);
      },
    };
    expect(await importFile(source)).toMatchObject({ ok: false, error: { code: 'too-large' } });
    expect(read).toBeLessThan(1e6);
  });

  it('that cannot be read to its end', async () => {
    const blob = {
      size: 1e6,
      slice: (start: number) => ({
        arrayBuffer: () =>
          start > 0 ? Promise.reject(new Error('moved')) : Promise.resolve(bytes('a,b\n'.repeat(10_000)).buffer),
      }),
    };
    expect(await importFile(sourceOfBlob('a.csv', blob as never))).toEqual({
      ok: false,
      error: { code: 'unreadable-file', value: 'moved', place: null },
    });
  });

  it('with line and column of malformed XML', async () => {
    const content = bytes('<tbx>\n<text>\n  <a></b>\n</text></tbx>');
    expect(await importFile(sourceOfBytes('a.tbx', content))).toMatchObject({
      ok: false,
      error: { code: 'xml-broken', place: { line: 3 } },
    });
  });
});

describe('an import', () => {
  const source = sourceOfBytes('a.csv', bytes('term,definition\n'.padEnd(1_000_000, `科学,${'知识'.repeat(100)}\n`)));

  it('ends without a result when it is cancelled', async () => {
    const control = new AbortController();
    const progress: number[] = [];
    const outcome = await importFile(
      source,
      {},
      {
        signal: control.signal,
        onProgress: ({ done }) => {
          progress.push(done);
          control.abort();
        },
      },
    );
    expect(outcome).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(progress).toHaveLength(1);
  });

  it('reports its progress', async () => {
    const progress: number[] = [];
    await importFile(source, {}, { onProgress: ({ done }) => progress.push(done) });
    expect(progress.length).toBeGreaterThan(5);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(progress.at(-1)).toBe(1);
  });

  it('is inspected from its beginning', async () => {
    let furthest = 0;
    const watched = {
      ...source,
      read: (start: number, end: number) => {
        furthest = Math.max(furthest, end);
        return source.read(start, end);
      },
    };
    expect(await inspectFile(watched)).toMatchObject({
      ok: true,
      value: { first: { mergedCount: expect.any(Number) } },
    });
    expect(furthest).toBeLessThan(600_000);
  });
});

it.each<FormatName>(['xlsx', 'cedict', 'yomitan'])('%s is not written', (format) => {
  expect(exportPack(PACK, format)).toMatchObject({ ok: false, error: { code: 'import-only' } });
});
