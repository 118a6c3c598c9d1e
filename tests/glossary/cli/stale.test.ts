import { describe, expect, test } from 'vitest';
import { BadInput } from '../../../glossary/cli/command';
import { readGlossary } from '../../../glossary/cli/read-glossary';
import { staleEntries } from '../../../glossary/cli/stale';
import { readEntryFiles } from '../../../glossary/editor/read-entries';

const [entry] = readEntryFiles(readGlossary().entries).entries;
if (!entry) throw new Error('the glossary has no entry');

/** The ids of entries with these dates that are older than `date`. */
function staleIn(dates: Record<string, string | { asOf: string; updated: string }>, date: string): string[] {
  const entries = Object.entries(dates).map(([id, given]) => {
    const { updated: _, ...value } = entry?.value ?? ({} as never); // Checked above.
    return {
      file: 'entries/a.yaml',
      lineOf: () => 7,
      value: { ...value, id, ...(typeof given === 'string' ? { asOf: given } : given) },
    };
  });
  return [...staleEntries(entries, date).matchAll(/\((.*)\)$/gm)].map(([, id = '']) => id);
}

describe('npm run glossary -- stale', () => {
  test.each<[name: string, asOf: string, date: string, isStale: boolean]>([
    ['a month before', '2021-05', '2021-06', true],
    ['the month itself', '2021-06', '2021-06', false],
    ['a day of the month', '2021-06-11', '2021-06', false],
    ['the day before', '2021-06-10', '2021-06-11', true],
    ['the month of a day', '2021-06', '2021-06-11', false],
    ['a later year', '2022-01', '2021-06', false],
  ])('%s', (_name, asOf, date, isStale) => {
    expect(staleIn({ a: asOf }, date)).toEqual(isStale ? ['a'] : []);
  });

  test('the oldest come first, and an update counts', () => {
    const dates = { new: '2021-06', old: '2019-01', seen: { asOf: '2018-01', updated: '2024-01' } };
    expect(staleIn(dates, '2023-01')).toEqual(['old', 'new']);
  });

  test.each(['', '2021', '21-06', '2021-13', '2021-06-31', 'june'])('“%s” is no date', (date) => {
    expect(() => staleEntries([], date)).toThrow(BadInput);
  });
});
