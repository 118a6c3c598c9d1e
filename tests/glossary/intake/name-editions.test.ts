import { describe, expect, test } from 'vitest';
import { nameEdition } from '../../../glossary/intake/name-editions';
import { organisationOf } from '../../../glossary/intake/organisation-of';
import { joinLines } from '../../../glossary/intake/rejoin-lines';

test.each([
  ['中国科协机关党委', '中国科协'],
  ['中国科学技术协会', '中国科协'],
  ['湖南省科技厅', '湖南省科技厅'],
  ['湖南省科协办公室', '湖南省科协'],
  ['中国科学院学部', '中国科学院'],
  ['某某联席会', '某某联席会'],
])('%s belongs to %s', (signer, organisation) => {
  expect(organisationOf(signer)).toBe(organisation);
});

describe('the id of an edition', () => {
  const there = [
    { id: 'cast-2021-06-11', signer: '中国科协调研宣传部', date: '2021-06-11' },
    { id: 'hnskx-2022-01-01', signer: '湖南省科协', date: '2022-01-01' },
  ];
  const idOf = (signer: string, date: string, prefix: string | null = null) => {
    const named = nameEdition({ signer, date }, there, prefix);
    return named.ok ? named.id : named.fault;
  };

  test.each([
    ['中国科学技术协会', '2021-07-01', 'cast-2021-07-01'],
    ['中国科协机关党委', '2021-06-11', 'cast-2021-06-11-2'],
    ['湖南省科技厅', '2022-02-02', 'hnskjt-2022-02-02'],
    ['湖南省科技厅办公室', '2022-02-02', 'hnskjt-2022-02-02'],
    ['中国科学院学部', '2022-02-02', 'zgkxy-2022-02-02'],
  ])('of %s on %s is %s', (signer, date, id) => {
    expect(idOf(signer, date)).toBe(id);
  });

  test('is refused if another organisation has the same initials', () => {
    expect(idOf('湖南省科学会', '2022-02-02')).toMatch(/“hnskxh”|hnskxh-/);
    expect(idOf('怀宁市科协', '2022-02-02')).not.toMatch(/^hnskx-/);
    expect(idOf('海南省科协', '2022-02-02')).toMatch(/would begin with “hnskx”, as that of hnskx-2022-01-01/);
    expect(idOf('海南省科协', '2022-02-02', 'hainan')).toBe('hainan-2022-02-02');
  });
});

test.each([
  ['2', '022年', '2022年'],
  ['共12', '家', '共12家'],
  ['open', 'science', 'open science'],
  ['科', '协', '科协'],
])('%s and %s of the next line are joined as %s', (before, after, joined) => {
  expect(joinLines(before, after)).toBe(joined);
});
