import { describe, expect, test } from 'vitest';
import { compileGlossary } from '../../../glossary/editor/compile';
import { isConditional, locateTerm } from '../../../glossary/editor/forms';
import { createFinder } from '../../../glossary/find/finder';
import { PageFinder } from '../../../glossary/find/page-finder';
import type { FinderData } from '../../../glossary/pack/finder-data';
import type { Bulletin, Passage } from '../../../glossary/pack/pack';
import { glossary } from '../../compiled-glossary';
import { type Changes, sources } from './sources';

describe('a glossary', () => {
  const { pack, finder } = compileGlossary(sources());

  test('has its entries in the order of files, and its bulletins', () => {
    expect(pack.terms.map((entry) => entry.id)).toEqual(['cast', 'pilot']);
    expect(pack.bulletins).toEqual([
      {
        id: 'test-2021',
        title: '会议公报',
        titleStatus: 'received',
        titleScript: 'zh-Hans',
        signer: '科协办公室',
        date: '2021-06-01',
        originalUrl: null,
        note: null,
        script: 'zh-Hans',
        paragraphs: [
          [{ id: 'p1s1', text: '会议强调，要办好“甲乙”试点。' }],
          [{ id: 'p2s1', text: '中国科协指出丙丁。' }],
        ],
      },
    ]);
  });

  test('has entries with all fields for display and search', () => {
    expect(pack.terms[1]).toEqual({
      id: 'pilot',
      script: 'zh-Hans',
      headword: '“甲乙”试点',
      asWritten: null,
      pinyin: expect.stringContaining('shì diǎn'),
      category: 'project',
      short: '一个试点。',
      long: '一个较长的说明。',
      english: { text: 'a pilot', status: 'descriptive' },
      translation: '',
      equivalents: [],
      subject: '',
      note: '',
      status: null,
      use: '',
      asOf: '2021-06',
      when: [],
      forms: ['“甲乙”试点', '试点'],
      evidence: [{ bulletin: 'test-2021', passage: 'p1s1', quote: '要办好“甲乙”试点', emphasis: [3, 9] }],
      list: null,
      fullText: null,
      inferred: null,
      relations: [{ type: 'part-of', target: 'cast' }],
      reading: [],
      keys: {
        syllables: [
          ['', 'jia', 'yi', '', 'shi', 'dian'],
          ['shi', 'dian'],
        ],
        numerals: [],
      },
    });
    expect(pack.terms[0]?.pinyin).toBe('Zhōngguó Kēxié');
  });

  test('has patterns, rules and exclusions for the finder', () => {
    const patterns = finder.patterns.split('\n');
    expect(patterns.toSorted()).toEqual(['cast', '中国科协', '文科协会', '甲乙', '甲乙试点', '科协', '试点'].sort());
    expect(finder.exclusions.map((index) => patterns[index])).toEqual(['文科协会']);
    expect(finder.rules).toEqual([{ exact: 'CAST' }, { near: [patterns.indexOf('甲乙')], entries: [0] }]);
    const senses = finder.senses.flatMap((pattern, i, all) =>
      i % 3 === 0 ? [[patterns[pattern], all[i + 1], all[i + 2]]] : [],
    );
    expect(senses).toEqual(
      expect.arrayContaining([
        ['中国科协', 0, -1],
        ['科协', 0, -1],
        ['cast', 0, 0],
        ['甲乙试点', 1, -1],
        ['试点', 1, 1],
      ]),
    );
    expect(senses).toHaveLength(5);
  });

  test('has variants of all letters for search', () => {
    const pairs = pack.variants.match(/[\s\S]{2}/g) ?? [];
    expect(pairs).toContain('協协');
    expect(pairs).toContain('試试');
    expect(pairs).toContain('團团');
  });
});

describe('the revision', () => {
  const revisionOf = (changes?: Changes) => compileGlossary(sources(changes)).pack.manifest.revision;

  test('is the same for the same content', () => {
    expect(revisionOf()).toBe(revisionOf());
    expect(revisionOf()).toMatch(/^[0-9a-f]{16}$/);
    expect(compileGlossary(sources()).finder.revisions).toEqual([revisionOf()]);
  });

  test('does not depend on comments or layout', () => {
    expect(revisionOf({ cast: [['  short: 一个团体。', '  short: "一个团体。" # as it is called']] })).toBe(
      revisionOf(),
    );
  });

  const changes: [name: string, changes: Changes][] = [
    ['a definition', { cast: [['一个团体。', '一个组织。']] }],
    ['a rule', { pilot: [['near: [甲乙]', 'near: [丙丁]']] }],
    ['an exclusion', { exclusions: [['文科协会', '理科协会']] }],
    ['the reason of an exclusion', { exclusions: [['另一个词', '不是一回事']] }],
    ['a bulletin', { edition: [['originalUrl: null', 'originalUrl: https://example.org/']] }],
  ];
  test.each(changes)('changes with %s', (_name, change) => {
    expect(revisionOf(change)).not.toBe(revisionOf());
  });
});

describe('the term in a quotation', () => {
  const pilot = { headword: '“3+1”试点', forms: ['试点'] };
  const table: [name: string, entry: Parameters<typeof locateTerm>[0], quote: string, surface: string | null][] = [
    ['nowhere', pilot, '改革', null],
    ['the longest form, with its quotation marks', pilot, '试点：深化“3+1”试点改革', '“3+1”试点'],
    ['a shorter form where the longer is not', pilot, '深化“3+2”试点', '试点'],
    ['across white space', pilot, '深化 3 + 1 试点', '3 + 1 试点'],
    ['a Latin form across a line feed', { headword: 'World Forum' }, 'the World\nForum', 'World\nForum'],
    ['not inside a Latin word', { headword: 'CAST' }, 'broadcast, Cast', 'Cast'],
    ['an empty quotation', pilot, '', null],
  ];
  test.each(table)('%s', (_name, entry, quote, surface) => {
    const place = locateTerm(entry, quote);
    expect(place && quote.slice(...place)).toBe(surface);
  });
});

test('a form with any rule is conditional', () => {
  expect(isConditional({ text: '甲' })).toBe(false);
  expect(isConditional({ text: '甲', exactCase: false, quoted: false })).toBe(false);
  expect(isConditional({ text: '甲', quoted: true })).toBe(true);
  expect(isConditional({ text: '甲', notBefore: ['乙'] })).toBe(true);
  expect(isConditional({ text: '甲', needs: { page: ['乙'] } })).toBe(true);
  expect(isConditional({ text: '甲', unless: { near: ['乙'] } })).toBe(true);
});

describe('the bundled glossary', () => {
  const { pack, finder } = glossary;

  test('has the three bulletins of June 2021', () => {
    const ids = ['cast-2021-06-01', 'cast-2021-06-11', 'cast-2021-06-18'];
    expect(pack.bulletins.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
  });

  test('has evidence that occurs in its passage and contains its term', () => {
    for (const entry of pack.terms) {
      for (const { bulletin, passage, quote, emphasis } of entry.evidence) {
        const source = pack.bulletins.find(({ id }) => id === bulletin);
        const passages = [...(source?.paragraphs.flat() ?? []), { id: 'signature', text: source?.signer ?? '' }];
        expect(passages.find(({ id }) => id === passage)?.text).toContain(quote);
        expect(quote.slice(...emphasis)).not.toBe('');
      }
    }
  });

  test('marks each term, or a longer one around it, in the passages it quotes', () => {
    const unmarked = pack.bulletins.flatMap((bulletin) => {
      const mentioned = mentionsByPassage(finder, bulletin);
      return pack.terms.flatMap((entry) =>
        entry.evidence
          .filter((evidence) => evidence.bulletin === bulletin.id && evidence.passage !== 'signature')
          .filter(({ passage, quote, emphasis: [from, to] }) => {
            const { text, mentions } = mentioned.get(passage) ?? { text: '', mentions: [] };
            const at = text.indexOf(quote);
            return !mentions.some(({ start, end }) => start < at + to && at + from < end);
          })
          .map(({ passage }) => `${entry.id} in ${bulletin.id} ${passage}`),
      );
    });
    expect(unmarked).toEqual([]);
  });
});

/** The mentions in each passage of a page that holds the bulletin, a text run for each passage. */
function mentionsByPassage(finder: FinderData, { paragraphs }: Bulletin) {
  const page = new PageFinder<Passage>(createFinder(finder));
  const passages = paragraphs.flat();
  for (const passage of passages) page.add(passage, passage.text);
  page.settle();
  return new Map(passages.map((passage) => [passage.id, { text: passage.text, mentions: page.mentionsOf(passage) }]));
}
