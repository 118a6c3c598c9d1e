/** Tests the reading of documents: Markdown, JSON-LD, and our own file of a pack. */
import { describe, expect, it } from 'vitest';
import { readText } from './packs';

describe('markdown', () => {
  it('is read as a glossary of HonKit, with its marks as plain text', async () => {
    const { format, pack, refused } = await readText(`# Glossary

Words of **this** book.

## API

An [interface](https://example.org) between
two *programs*: \`call()\`, \\*not\\* emphasis.

> quoted
- one
- two

## 人工智能 {#ai} ##
用机器模拟
人的智能。

\`\`\`
## no term
\`\`\`
## Empty
`);
    expect(format).toBe('markdown');
    expect(pack.title).toBe('Glossary');
    expect(pack.terms).toMatchObject([
      {
        headword: 'API',
        definition: 'An interface between two programs: call(), *not* emphasis.\n\n> quoted\n- one\n- two',
      },
      { headword: '人工智能' },
    ]);
    expect(pack.terms[1]?.definition).toMatch(/^用机器模拟人的智能。\n\n/);
    expect(refused).toMatchObject([{ place: { line: 21 }, reason: { code: 'nothing-to-show' } }]);
  });

  it('is read with labelled items in English and Chinese', async () => {
    const { pack } = await readText(`## 科协
- **简称:** 中国科协；科协
- **英文**：CAST
* **Note:** 一行
  又一行
- **出处:** [章程](https://example.org/a_b_c)
- **其他:** 留下
`);
    expect(pack.terms).toEqual([
      expect.objectContaining({
        forms: ['中国科协'],
        equivalents: [{ language: 'en', text: 'CAST' }],
        note: '一行又一行',
        source: { title: '章程', url: 'https://example.org/a_b_c' },
        definition: '- 其他: 留下',
      }),
    ]);
  });
});

describe('jsonld', () => {
  it('is read as a DefinedTermSet, without its context', async () => {
    const { format, pack } = await readText(
      JSON.stringify({
        '@context': 'https://schema.org',
        '@type': 'DefinedTermSet',
        name: '词汇',
        license: 'https://creativecommons.org/publicdomain/zero/1.0/',
        hasDefinedTerm: [
          { '@type': 'DefinedTerm', name: '科学', alternateName: 'science', description: '知识体系', termCode: 's-1' },
          { '@type': ['DefinedTerm'], name: { '@value': '技术', '@language': 'zh' } },
        ],
      }),
    );
    expect(format).toBe('jsonld');
    expect(pack).toMatchObject({ title: '词汇', licence: 'https://creativecommons.org/publicdomain/zero/1.0/' });
    expect(pack.terms).toMatchObject([{ id: 's-1', headword: '科学', forms: ['science'], definition: '知识体系' }]);
  });

  it.each([
    [
      'with prefixes and a graph',
      {
        '@context': { skos: 'http://www.w3.org/2004/02/skos/core#', dct: 'http://purl.org/dc/terms/' },
        '@graph': [
          { '@type': 'skos:ConceptScheme', 'dct:title': { '@language': 'zh', '@value': '学科' } },
          {
            '@id': 'https://example.org/1',
            '@type': 'skos:Concept',
            'skos:prefLabel': [
              { '@language': 'en', '@value': 'physics' },
              { '@language': 'zh', '@value': '物理学' },
            ],
            'skos:altLabel': { '@language': 'zh', '@value': '物理' },
            'skos:definition': [
              { '@language': 'en', '@value': 'The study of matter.' },
              { '@language': 'zh', '@value': '研究物质的科学' },
            ],
            'skos:scopeNote': '不指课程',
          },
        ],
      },
    ],
    [
      'with full addresses',
      [
        {
          '@type': ['http://www.w3.org/2004/02/skos/core#Concept'],
          'http://www.w3.org/2004/02/skos/core#prefLabel': [
            { '@language': 'zh', '@value': '物理学' },
            { '@language': 'en', '@value': 'physics' },
          ],
          'http://www.w3.org/2004/02/skos/core#altLabel': [{ '@language': 'zh', '@value': '物理' }],
          'http://www.w3.org/2004/02/skos/core#definition': [{ '@language': 'zh', '@value': '研究物质的科学' }],
          'http://www.w3.org/2004/02/skos/core#scopeNote': [{ '@value': '不指课程' }],
        },
      ],
    ],
    [
      'with names of its own and maps by language',
      {
        '@context': {
          label: { '@id': 'http://www.w3.org/2004/02/skos/core#prefLabel', '@container': '@language' },
          other: 'http://www.w3.org/2004/02/skos/core#altLabel',
          kind: '@type',
        },
        '@type': 'Concept',
        label: { zh: '物理学', en: 'physics' },
        other: { '@value': '物理', '@language': 'zh' },
        definition: '研究物质的科学',
        note: '不指课程',
      },
    ],
  ])('is read as SKOS %s', async (_name, document) => {
    const { pack } = await readText(JSON.stringify(document));
    expect(pack.languages).toEqual(['zh', 'en']);
    expect(pack.terms).toEqual([
      expect.objectContaining({
        headword: '物理学',
        forms: ['物理'],
        translation: 'physics',
        definition: '研究物质的科学',
        note: '不指课程',
      }),
    ]);
  });
});

describe('pack', () => {
  const file = (fields: object) => JSON.stringify({ format: 'pangzhu-pack/1', id: 'p', title: 'P', ...fields });

  it('refuses a term of another shape with its path, and takes the others', async () => {
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

  it('gives no object another prototype', async () => {
    const { pack } = await readText(
      '{"format":"pangzhu-pack/1","__proto__":{"title":"x"},"terms":[{"headword":"a","definition":"b","__proto__":{"note":"c"}}]}',
      {},
      'list.json',
    );
    expect(pack.title).toBe('list');
    expect(pack.terms[0]).not.toHaveProperty('note');
  });
});
