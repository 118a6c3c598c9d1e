import { describe, expect, it } from 'vitest';
import { groupByLetter, sortedByReading } from '../../../glossary/book/by-letter';
import { citedBy } from '../../../glossary/book/cited-by';
import { footnotes, passageCitation } from '../../../glossary/book/footnotes';
import { linesBetween, neighboursOf, relationsByType } from '../../../glossary/book/relations';
import { timelineItems } from '../../../glossary/book/timeline-items';
import type { RelationType } from '../../../glossary/pack/vocabulary';
import { bundledEntry as entryOf, library, termId } from '../../library';

const byId = new Map(library.entries.map((entry) => [entry.id, entry]));

describe('groupByLetter and sortedByReading', () => {
  it('return every entry once, letters sorted, digits last', () => {
    const groups = groupByLetter(library.entries);
    expect(groups.flatMap(({ entries }) => entries.map(({ id }) => id)).sort()).toEqual([...byId.keys()].sort());
    const letters = groups.map(({ letter }) => letter);
    expect(letters).toEqual([...letters].sort((a, b) => Number(a === '#') - Number(b === '#') || (a < b ? -1 : 1)));
  });

  it.each([
    ['kechuang-china', 'K'],
    ['qiushi', 'Q'],
    ['three-plus-one', '#'],
    ['five-tasks', 'W'],
  ])('put %s under %s, ignoring quotation marks', (id, letter) => {
    const group = groupByLetter(library.entries).find(({ entries }) => entries.some((entry) => termId(entry) === id));
    expect(group?.letter).toBe(letter);
  });

  it('sort by syllable, not by letter', () => {
    const read = (headword: string, ...syllables: string[]) => ({
      headword,
      keys: { syllables: [syllables], numerals: [] },
    });
    const sorted = sortedByReading([read('西安', 'xi', 'an'), read('先', 'xian'), read('喜', 'xi')]);
    expect(sorted.map(({ headword }) => headword)).toEqual(['喜', '西安', '先']);
  });
});

describe('the lines of the map', () => {
  const related = (id: string, ...relations: [RelationType, string][]) => ({
    id,
    relations: relations.map(([type, target]) => ({ type, target })),
  });

  it('contain each relation once, from the part to the whole', () => {
    const entries = [
      related('a', ['part-of', 'b'], ['see-also', 'c']),
      related('b', ['has-part', 'a'], ['organises', 'c']),
      related('c', ['see-also', 'a'], ['organised-by', 'b'], ['contrast', 'elsewhere']),
    ];
    expect(linesBetween(entries)).toEqual([
      { type: 'part-of', source: 'a', target: 'b' },
      { type: 'see-also', source: 'a', target: 'c' },
      { type: 'organised-by', source: 'c', target: 'b' },
    ]);
  });

  it.each<[type: RelationType, inverse: RelationType]>([
    ['kind-of', 'has-kind'],
    ['part-of', 'has-part'],
    ['organised-by', 'organises'],
    ['promoted-by', 'promotes'],
  ])('of type %s lead away from the entry that states it', (type, inverse) => {
    expect(linesBetween([related('z', [type, 'a']), related('a', [inverse, 'z'])])).toEqual([
      { type, source: 'z', target: 'a' },
    ]);
  });

  it('connect every pair of related entries of the glossary', () => {
    const lines = linesBetween(library.entries);
    for (const { id, relations } of library.entries) {
      expect(neighboursOf(id, lines), id).toEqual(new Set(relations.map(({ target }) => target)));
    }
  });

  it('are grouped by type for one entry', () => {
    const groups = relationsByType(entryOf('cast-10th'), byId);
    expect(groups.find(({ type }) => type === 'organised-by')?.targets.map(termId)).toEqual(['cast']);
  });
});

describe('timelineItems', () => {
  it('returns every moment and every bulletin, sorted by date', () => {
    const items = timelineItems(library);
    const moments = library.entries.flatMap(({ when }) => when).length;
    expect(items).toHaveLength(moments + library.bulletins.length);
    expect(items.map(({ start }) => start)).toEqual(items.map(({ start }) => start).sort((a, b) => a - b));
    expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
  });
});

describe('citedBy', () => {
  it('returns every entry that quotes a passage, once', () => {
    const cited = citedBy(library.entries, 'cast-2021-06-11');
    expect(cited.get('p1s2')?.map(termId)).toContain('huai-jinpeng');
    expect(cited.get('signature')?.map(termId)).toEqual(['cast-publicity-dept']);
    for (const entries of cited.values()) expect(new Set(entries).size).toBe(entries.length);
  });

  it('returns nothing for an unknown bulletin', () => {
    expect(citedBy(library.entries, 'nowhere').size).toBe(0);
  });
});

describe('footnotes', () => {
  const source = {
    id: 'b',
    title: '一份_公报_',
    titleStatus: 'received' as const,
    signer: '某部',
    date: '2021-06-01',
    originalUrl: null as string | null,
  };
  const entry = {
    headword: '甲*乙',
    short: '一件事。',
    evidence: [{ bulletin: 'b', passage: 'p4s2', quote: '甲乙', emphasis: [0, 2] as [number, number] }] as const,
  };
  const notes = (style: 'plain' | 'markdown', originalUrl: string | null = null) =>
    footnotes([{ ...entry, evidence: [entry.evidence[0]] }], [{ ...source, originalUrl }], style);

  it('are numbered, with their source', () => {
    expect(notes('plain')).toBe('[1] 甲*乙：一件事。出处：某部《一份_公报_》，2021-06-01，第4段第2句。');
  });

  it('escape Markdown', () => {
    expect(notes('markdown')).toBe('[^1]: 甲\\*乙：一件事。出处：某部《一份\\_公报\\_》，2021-06-01，第4段第2句。');
  });

  it('are one line each for any text, without invisible characters', () => {
    const odd = {
      ...entry,
      headword: '甲\n乙',
      short: '一件\u200b事。\r\n[^1]: 另一件。',
      evidence: [entry.evidence[0]],
    } as const;
    expect(footnotes([{ ...odd, evidence: [entry.evidence[0]] }], [source], 'markdown')).toBe(
      '[^1]: 甲 乙：一件事。 \\[^1\\]: 另一件。出处：某部《一份\\_公报\\_》，2021-06-01，第4段第2句。',
    );
    expect(passageCitation('原\n文。', 'p1s1', source)).toMatch(/^“原 文。”——/);
  });

  it('include the original address if it is known', () => {
    expect(notes('plain', 'https://example.org/a')).toContain('，https://example.org/a。');
  });

  it('are empty for no entries, and one line for each entry of the glossary', () => {
    expect(footnotes([], library.bulletins, 'plain')).toBe('');
    expect(footnotes(library.entries, library.bulletins, 'markdown').split('\n')).toHaveLength(library.entries.length);
  });

  it('cite a passage or the signature', () => {
    expect(passageCitation('原文。', 'p1s1', source)).toBe('“原文。”——某部《一份_公报_》，2021-06-01，第1段第1句。');
    expect(passageCitation('某部', 'signature', source)).toContain('，署名。');
  });
});
