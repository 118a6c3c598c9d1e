/** Tests the pack file, and the documents of formats. */
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { FORMAT_NAMES } from '../../../glossary/exchange/contract';
import { packFileSchema, termSchema } from '../../../glossary/exchange/pack-schema';
import { readText } from './packs';

describe('pack', () => {
  const file = (fields: object) => JSON.stringify({ format: 'pangzhu-pack/1', id: 'p', title: 'P', ...fields });

  it('refuses a malformed term with its path, and reads the others', async () => {
    const { pack, refused } = await readText(
      file({
        terms: [
          { headword: 'a', definition: 'b', unknown: 1 },
          { headword: 'c', forms: 'd' },
          { headword: 'e', source: { url: 'http://example.org/' } },
          7,
        ],
      }),
    );
    expect(pack.terms.map(({ headword }) => headword)).toEqual(['a']);
    expect(refused.map(({ place, reason }) => [place.where, reason.code])).toEqual([
      ['terms[1].forms', 'wrong-shape'],
      ['terms[2].source.url', 'wrong-shape'],
      ['terms[3]', 'wrong-shape'],
    ]);
  });

  it.each([
    ['another version', JSON.stringify({ format: 'pangzhu-pack/2', terms: [] }), 'wrong-version'],
    ['no terms', file({}), 'wrong-format'],
    ['a title that is none', file({ title: 1, terms: [] }), 'wrong-format'],
  ])('is refused with %s', async (_name, text, code) => {
    await expect(readText(text)).rejects.toThrow(code);
  });

  it('refuses a term that is nested 100,000 deep', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const { refused } = await readText(`{"format":"pangzhu-pack/1","terms":[${deep},{"headword":"a","note":"b"}]}`);
    expect(refused).toMatchObject([{ place: { where: 'terms[0].headword' }, reason: { code: 'wrong-shape' } }]);
  });

  it('changes the prototype of no object', async () => {
    const { pack } = await readText(
      '{"format":"pangzhu-pack/1","__proto__":{"title":"x"},"terms":[{"headword":"a","definition":"b","__proto__":{"note":"c"}}]}',
      {},
      'list.json',
    );
    expect(pack.title).toBe('list');
    expect(pack.terms[0]).not.toHaveProperty('note');
  });
});

describe('docs/pack-format.md', () => {
  const document = readFileSync(new URL('../../../docs/pack-format.md', import.meta.url), 'utf8');
  const [, example = ''] = /```json\n(.*?)```/s.exec(document) ?? [];

  it('has an example that is read without a notice', async () => {
    const { pack, refusedCount, notices } = await readText(example);
    expect({ terms: pack.terms.length, refusedCount, notices }).toEqual({ terms: 2, refusedCount: 0, notices: [] });
    expect(v.safeParse(packFileSchema, JSON.parse(example)).success).toBe(true);
  });

  it('names every field of the schema', () => {
    for (const field of [...Object.keys(packFileSchema.entries), ...Object.keys(termSchema.entries)])
      expect(document).toContain(`| \`${field}\` |`);
  });
});

it('docs/packs.md has a row for each format', () => {
  const document = readFileSync(new URL('../../../docs/packs.md', import.meta.url), 'utf8');
  for (const format of FORMAT_NAMES) expect(document).toContain(`| \`${format}\` `);
});
