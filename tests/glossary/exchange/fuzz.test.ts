/** Tests each reader with files that were changed at random: it ends with a checked result or a fault, and never throws. */
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { sourceOfBytes } from '../../../glossary/exchange/byte-source';
import { FAULT_CODES, FORMAT_NAMES, REASON_CODES } from '../../../glossary/exchange/contract';
import { importFile } from '../../../glossary/exchange/import-file';
import { packFileSchema } from '../../../glossary/exchange/pack-schema';
import { changes, FUZZ_TIMEOUT_MS, fuzzing, mutate } from '../../mutate';
import { bytesOf, packs, WRITTEN } from './packs';
import { workbook } from './workbooks';

const ROWS = `<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>定义</t></is></c></row><row r="2"><c r="A2" s="1"><v>44358</v></c><c r="B2" t="str"><f>A1</f><v>x</v></c></row></sheetData><mergeCells><mergeCell ref="A1:A2"/></mergeCells>`;
const BANK =
  '[["科学","kēxué","n","",0,["a",{"type":"structured-content","content":[{"tag":"div","content":"b"}]}],1,""]]';
const INDEX = '{"title":"t","format":3,"revision":"1","sourceLanguage":"zh","targetLanguage":"en"}';
/** Files of all formats: written ones, and archives that are changed inside or outside. */
const files = fc.oneof(
  fc
    .tuple(packs, fc.constantFrom(...WRITTEN), changes)
    .map(([pack, format, list]) => mutate(bytesOf(pack, format), list)),
  changes.map((list) =>
    mutate(strToU8('# CC-CEDICT\n#! date=1\n科學 科学 [ke1 xue2] /a/b/\n行 行 [xing2] /c/\n'), list),
  ),
  changes.map((list) => mutate(workbook({ 'xl/worksheets/sheet1.xml': ROWS }), list)),
  changes.map((list) =>
    workbook({ 'xl/worksheets/sheet1.xml': new TextDecoder().decode(mutate(strToU8(ROWS), list)) }),
  ),
  changes.map((list) => zipSync({ 'index.json': strToU8(INDEX), 'term_bank_1.json': mutate(strToU8(BANK), list) })),
  changes.map((list) => mutate(zipSync({ 'index.json': strToU8(INDEX), 'term_bank_1.json': strToU8(BANK) }), list)),
);

it(
  '1,000 changed files are read to a checked pack, or refused',
  async () => {
    await fc.assert(
      fc.asyncProperty(files, fc.option(fc.constantFrom(...FORMAT_NAMES), { freq: 4 }), async (bytes, format) => {
        const outcome = await importFile(sourceOfBytes('file', bytes), format ? { format } : {});
        if (!outcome.ok) {
          expect(FAULT_CODES).toContain(outcome.error.code);
          return;
        }
        const { pack, refused, refusedCount, notices } = outcome.value;
        const parsed = v.safeParse(packFileSchema, JSON.parse(new TextDecoder().decode(bytesOf(pack, 'pack'))));
        expect(parsed.issues ?? []).toEqual([]);
        expect(refusedCount).toBe(refused.length);
        for (const { reason } of [...refused, ...notices]) expect(REASON_CODES).toContain(reason.code);
        expect(JSON.stringify(pack)).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
      }),
      fuzzing(1000, 20_000),
    );
  },
  FUZZ_TIMEOUT_MS,
);

it(
  'a file that was cut is no smaller pack',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        packs,
        fc.constantFrom('tbx', 'pack', 'jsonld'),
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        async (pack, format, part) => {
          const whole = bytesOf(pack, format as 'tbx');
          const text = new TextDecoder().decode(whole).trimEnd();
          const cut = new TextEncoder().encode(text).subarray(0, Math.floor(part * (whole.length - 2)));
          expect((await importFile(sourceOfBytes('file', cut), { format: format as 'tbx' })).ok).toBe(false);
        },
      ),
      fuzzing(50, 2000),
    );
  },
  FUZZ_TIMEOUT_MS,
);
