/** Tests what is told of an import: the changes of an update, and the rows to correct. */
import { describe, expect, it } from 'vitest';
import { comparePacks } from '../../../glossary/exchange/compare-packs';
import { refusedRows } from '../../../glossary/exchange/refused-rows';
import { readText } from './packs';

describe('an update', () => {
  it('adds, changes and removes terms, whatever their order', async () => {
    const before = await readText('term,definition,url\na,1,https://example.org/\nb,2,\nc,3,\n');
    const after = await readText('term,url,definition\nd,,4\nb,,2!\na,https://example.org/,1\n');
    const headword = ({ headword: word }: { headword: string }) => word;
    const { added, changed, gone, same } = comparePacks(before.pack, after.pack);
    expect([added.map(headword), gone.map(headword), same]).toEqual([['d'], ['c'], 1]);
    expect(changed.map((one) => [one.before.definition, one.after.definition])).toEqual([['2', '2!']]);
  });

  it('sees a change of a source', async () => {
    const before = await readText('term,definition,date\na,1,2020\n');
    const after = await readText('term,definition,date\na,1,2021\n');
    expect(comparePacks(before.pack, after.pack)).toMatchObject({ same: 0, changed: [{}] });
  });
});

it('refused rows are written cell by cell with their place, and run as no formula', async () => {
  const { refused } = await readText('term,definition\n=1+1\n,"x ""y"""\n');
  expect(refusedRows(refused, ({ place, reason }) => [`${place.line} ${place.where}`, reason.code])).toBe(
    '\ufeff"2 A","nothing-to-show","\'=1+1"\r\n"3 A","no-headword","","x ""y"""\r\n',
  );
});
