/** Tests the reading of JSON-LD in the shapes that tools write it in. */
import { describe, expect, it } from 'vitest';
import { readText } from './packs';

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

  it('is read list by list, with what stands behind a list', async () => {
    const concept = (label: string) => ({ '@type': 'skos:Concept', label: { zh: label } });
    const { pack, refused } = await readText(
      JSON.stringify({
        '@type': 'ConceptScheme',
        'skos:hasTopConcept': [{ '@id': 'a' }, concept('物理')],
        '@graph': [
          concept('化学'),
          { ...concept('x'.repeat(65)), definition: 'd' },
          { '@type': 'Person', label: '某人' },
        ],
        definition: { '@type': 'Concept', prefLabel: '生物', definition: 'd' },
        'dct:title': '学科',
        '@context': { label: { '@id': 'skos:prefLabel', '@container': '@language' } },
      }),
      { language: 'zh' },
      'a.jsonld',
    );
    expect(pack.title).toBe('学科');
    const places = refused.map(({ place: { where } }) => where);
    expect(places).toEqual(['skos:hasTopConcept[1]', '@graph[0]', '@graph[1]']);
    expect(pack.terms.map(({ headword }) => headword)).toEqual(['生物']);
  });
});
