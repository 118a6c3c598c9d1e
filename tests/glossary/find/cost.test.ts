import { describe, expect, test } from 'vitest';
import { alphabetOf } from '../../../glossary/find/letter-classes';
import { createPrefilter } from '../../../glossary/find/prefilter';
import { buildTables } from '../../../glossary/find/tables';
import { finderOf, mentionsIn } from './finder-of';

/** Linear work takes a second, quadratic work longer than the time limit of a test. */
const SIZE = 300_000;

const finder = finderOf({
  one: ['甲'.repeat(64), '甲乙'],
  near: [{ text: '学会', needs: { near: ['学会', '科协'], page: ['团体'] }, unless: { near: ['知识'] } }],
  beside: [{ text: '四史', notBefore: ['书'], notAfter: ['第'], quoted: true }],
  needy: [{ text: '科普', needs: { entries: ['needed', 'near'] } }],
  needed: ['科协', '团体协会'],
  latin: [{ text: 'World Forum', exactCase: true }],
});

const table: [name: string, text: string, mentions: number][] = [
  ['a letter that begins a form', '甲', Math.floor(SIZE / 64)],
  ['quotation marks', '“', 0],
  ['white space', ' ', 0],
  ['line breaks', '\u2028', 0],
  ['letters apart', `甲${' '.repeat(63)}`, 0],
  ['letters among invisible characters', `甲${'\u200b'.repeat(63)}`, 0],
  ['invisible characters beside Latin', `World Forum${'\u200b'.repeat(1000)}`, 0],
  ['a form that is its own cue', '学会', SIZE / 2],
  ['a form refused by a cue', '学会知识', 0],
  ['a form refused by its neighbours', `四史${' '.repeat(1000)}`, 0],
  ['a form that needs another entry', '科普', 0],
  ['a form that needs another entry, and that entry', '科普科协', SIZE / 2],
];

describe('the cost is linear in the text, and bounded by position', () => {
  test.each(table)('%s', (_name, unit, mentions) => {
    const text = unit.repeat(Math.ceil(SIZE / unit.length)).slice(0, SIZE);
    const found = mentionsIn(finder, text).length;
    expect(Math.abs(found - mentions)).toBeLessThan(2);
  });

  test('of the prefilter, where a form without its evidence is everywhere', () => {
    const prefilter = createPrefilter([{ literals: '', guards: [['学会', '', '团体', '团体']], spellings: '' }]);
    const text = '学会'.repeat(SIZE / 2);
    expect(prefilter(text)).toBe(false);
    expect(prefilter(`${text}团体`)).toBe(true);
  });

  test('tables of 50,000 forms are built', () => {
    const letter = (n: number) => String.fromCharCode(0x4e00 + n);
    const forms = Array.from(
      { length: 50_000 },
      (_, i) => `公${letter(i % 97)}${letter(i % 5_003)}${letter(i % 11)}式`,
    );
    const { cells } = buildTables([...new Set(forms)], alphabetOf([...new Set(forms)], ''));
    expect(cells.length).toBeLessThan(800_000);
  });
});
