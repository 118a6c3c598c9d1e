/** Tests the reading of workbooks: those of a library, and those that Excel and others write. */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { sourceOfBytes } from '../../../glossary/exchange/byte-source';
import { importFile } from '../../../glossary/exchange/import-file';
import { inspectFile } from '../../../glossary/exchange/inspect-file';
import { contentHash } from '../../../glossary/pack/content-hash';
import { read } from './packs';
import { workbook } from './workbooks';

/** A sheet of rows of cells in XML, with what follows the rows. */
const sheet = (rows: string, after = '') =>
  workbook({ 'xl/worksheets/sheet1.xml': `<sheetData>${rows}</sheetData>${after}` });
const text = (name: string, value: string) => `<c r="${name}" t="inlineStr"><is><t>${value}</t></is></c>`;
const header = `<row r="1">${text('A1', '术语')}${text('B1', '定义')}</row>`;

describe('xlsx', () => {
  it('reads workbooks of write-excel-file', async () => {
    const cell = (value: string) => ({ value, type: String });
    const file = writeXlsxFile([
      [cell('中文'), cell('英文'), cell('拼音'), cell('日期')],
      [
        cell('科学'),
        cell('science'),
        cell('kēxué'),
        { value: new Date('2021-06-11T00:00:00Z'), type: Date, format: 'yyyy-mm-dd' },
      ],
      [cell(' <b>技术</b> & “x” '), { value: 3.5, type: Number }, cell(''), null],
    ] as never);
    const bytes = new Uint8Array(await (await file).toBuffer());
    const { format, pack, notices } = await read(bytes, {}, 'list.xlsx');
    expect(format).toBe('xlsx');
    expect(pack.languages).toEqual(['zh', 'en']);
    expect(pack.terms).toMatchObject([
      { headword: '科学', translation: 'science', pinyin: 'kēxué', source: { date: '2021-06-11' } },
      { headword: '<b>技术</b> & “x”', translation: '3.5' },
    ]);
    expect(notices.map(({ reason }) => reason.code)).toEqual(['markup-kept-as-text']);
  });

  it('finds the header below a title', async () => {
    const { pack } = await read(
      sheet(
        `<row r="1">${text('A1', '某学会术语表（2021）')}</row>` +
          `<row r="3">${text('B3', '术语')}${text('C3', '英文')}</row><row r="4">${text('B4', '科学')}${text('C4', 'science')}</row>`,
      ),
    );
    expect(pack.terms).toMatchObject([{ headword: '科学', translation: 'science' }]);
  });

  it.each([
    ['a formula with its value', '<c r="B2" t="str"><f>A1</f><v>value</v></c>', 'value'],
    ['a number as it is shown', '<c r="B2"><v>3.1400000000000001</v></c>', '3.14'],
    ['a date', '<c r="B2" s="1"><v>44358</v></c>', '2021-06-11'],
    ['a date in a format of its own', '<c r="B2" s="2"><v>44358.5</v></c>', '2021-06-11'],
    ['a truth value', '<c r="B2" t="b"><v>1</v></c>', 'TRUE'],
    ['a shared text of several runs, without readings', '<c r="B2" t="s"><v>1</v></c>', '学会'],
    ['escaped characters', text('B2', 'a_x000D_\nb_x005F_x0041_'), 'a\nb_x0041_'],
    ['a cell without a name', '<c t="s"><v>0</v></c>', 'shared'],
  ])('reads %s', async (_name, cell, expected) => {
    const { pack } = await read(sheet(`${header}<row r="2">${text('A2', '科学')}${cell}</row>`));
    expect(pack.terms[0]?.definition).toBe(expected);
  });

  it.each([
    ['a formula without a value', '<c r="B2"><f>1+1</f></c>', 'formula-without-value'],
    ['an error', '<c r="B2" t="e"><v>#REF!</v></c>', 'error-value'],
  ])('refuses the row of %s, and names the cell', async (_name, cell, code) => {
    const { pack, refused } = await read(
      sheet(
        `${header}<row r="2">${text('A2', '科学')}${cell}</row><row r="3">${text('A3', '技术')}${text('B3', '做法')}</row>`,
      ),
    );
    expect(pack.terms.map(({ headword }) => headword)).toEqual(['技术']);
    expect(refused).toMatchObject([{ place: { line: 2, where: 'B2' }, reason: { code } }]);
  });

  it('repeats the value of cells that are merged downwards, with a notice', async () => {
    const rows = [2, 3, 4].map(
      (n) => `<row r="${n}">${n === 2 ? text('A2', '科学') : ''}${text(`B${n}`, `第${n}义`)}</row>`,
    );
    const merged = '<mergeCells count="2"><mergeCell ref="A2:A3"/><mergeCell ref="C1:D1"/></mergeCells>';
    const { pack, refused, notices } = await read(sheet(header + rows.join(''), merged));
    expect(pack.terms).toMatchObject([{ headword: '科学', definition: '第2义\n第3义' }]);
    expect(refused).toMatchObject([{ place: { line: 4, where: 'A4' }, reason: { code: 'no-headword' } }]);
    expect(notices).toMatchObject([{ place: { line: 3, where: 'A3' }, reason: { code: 'merged-cell-repeated' } }]);
  });

  it('reports progress from beginning to end', async () => {
    // Texts that hardly compress: the archive is longer than what is read at a time.
    const hashes = (row: number) => Array.from({ length: 100 }, (_, i) => contentHash(`${row} ${i}`)).join('');
    const rows = Array.from({ length: 500 }, (_, i) => `<row>${text('A1', `t${i}`)}${text('B1', hashes(i))}</row>`);
    const progress: number[] = [];
    await importFile(sourceOfBytes('', sheet(rows.join(''))), {}, { onProgress: ({ done }) => progress.push(done) });
    expect(progress[0]).toBeLessThan(0.9);
    expect(progress.at(-1)).toBeGreaterThan(0.9);
  });

  it('lists the sheets, and reads the one that is chosen', async () => {
    const sheetOf = (word: string) =>
      `<sheetData><row>${text('A1', '术语')}${text('B1', '定义')}</row><row>${text('A2', word)}${text('B2', '一')}</row></sheetData>`;
    const bytes = workbook({ 'xl/worksheets/sheet1.xml': sheetOf('甲'), 'xl/worksheets/sheet2.xml': sheetOf('乙') });
    const inspected = await inspectFile(sourceOfBytes('a.xlsx', bytes), { sheet: 'Sheet2' });
    expect(inspected).toMatchObject({
      ok: true,
      value: {
        table: { sheets: ['Sheet1', 'Sheet2'], layout: { headerRow: 1, columns: ['headword', 'definition'] } },
        first: { pack: { terms: [{ headword: '乙' }] } },
      },
    });
  });

  it.each([
    ['a sheet that is not there', workbook({}), 'no-sheet'],
    ['an archive of something else', zipSync({ 'a.txt': strToU8('a') }), 'unknown-format'],
  ])('refuses %s', async (_name, bytes, code) => {
    await expect(read(bytes)).rejects.toThrow(code);
  });
});
