/** Tests that reading a written pack gives the same pack, in all that its format can hold. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../../glossary/exchange/formats';
import { amount } from '../../long-runs';
import { bytesOf, keptOf, packs, read, WRITTEN } from './packs';

describe.each(WRITTEN)('%s', (format) => {
  it('is read as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(packs, async (pack) => {
        const { pack: again, refused } = await read(bytesOf(pack, format), { format });
        expect(refused).toEqual([]);
        expect(again).toEqual(keptOf(pack, FORMATS[format].holds));
      }),
      { numRuns: amount(40, 1000) },
    );
  });
});
