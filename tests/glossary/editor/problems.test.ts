import { describe, expect, test } from 'vitest';
import { compileGlossary } from '../../../glossary/editor/compile';
import { formatProblem } from '../../../glossary/editor/problem';
import { CAST, type Changes, EDITION, problemsOf, sources } from './sources';

const seeReadme = 'See glossary/README.md for the fields and their limits.';
const leaveOut = 'Leave it out: quotes, width and Traditional spellings are found by themselves.';
const mendYaml =
  'Mend the YAML: mind the indentation, and put values that hold “: ” or begin with a quote in single quotes.';
const onlyLines = 'Only line breaks and restored punctuation (，：；（）！？。“”) may differ.';

/** A further valid entry. */
const other = (id: string, rest: string) =>
  CAST.replace('id: cast', `id: ${id}`)
    .replace(/ {2}relations:[\s\S]*$/, '')
    .replace(/ {2}pinyin: .*\n/, '')
    .replace(/ {2}forms:[\s\S]*? {2}evidence:/, `${rest}  evidence:`);

const more = (text: string) => [{ path: 'entries/zz.yaml', text }];

const table: [name: string, changes: Changes, problems: string[]][] = [
  ['nothing', {}, []],

  // YAML and shape.
  [
    'a tab for indentation',
    { cast: [['  asOf:', '\tasOf:']] },
    ['glossary/entries/organisations.yaml:8: a tab is used for indentation. Use spaces, two for each level.'],
  ],
  [
    'a full-width colon',
    { cast: [['  asOf: ', '  asOf：']] },
    ['glossary/entries/organisations.yaml:8: a full-width colon follows a key. Write “: ”, a colon and a space.'],
  ],
  [
    'an entry in the file of another category',
    { cast: [['category: organisation', 'category: person']] },
    [
      'glossary/entries/organisations.yaml:4: entry "cast" is in another category\'s file. Move it to glossary/entries/people.yaml, or correct its category.',
    ],
  ],
  [
    'an unknown key',
    { cast: [['  asOf:', '  colour: red\n  asOf:']] },
    [`glossary/entries/organisations.yaml:8: entry "cast": "colour" is not a known key. ${seeReadme}`],
  ],
  [
    'an unknown key of a rule',
    { pilot: [['near:', 'nearby:']] },
    [`glossary/entries/projects.yaml:10: entry "pilot": "forms.0.needs.nearby" is not a known key. ${seeReadme}`],
  ],
  [
    'a missing field',
    { cast: [[/ {2}short: .*\n/, '']] },
    [`glossary/entries/organisations.yaml:1: entry "cast": "short" is missing. ${seeReadme}`],
  ],
  [
    'a missing id',
    { cast: [['- id: cast\n  headword', '- headword']], pilot: [[/, entries: \[cast\]/, '']] },
    [`glossary/entries/organisations.yaml:1: entry 1 of the file: "id" is missing. ${seeReadme}`],
  ],
  [
    'an id in capitals',
    { cast: [['id: cast', 'id: CAST']] },
    [
      `glossary/entries/organisations.yaml:1: entry "CAST": "id" must be lower-case words joined by hyphens. ${seeReadme}`,
    ],
  ],
  [
    'a short that is too long',
    { cast: [['一个团体。', '团'.repeat(61)]] },
    [
      `glossary/entries/organisations.yaml:5: entry "cast": "short" is 61 characters long, the limit is 60. ${seeReadme}`,
    ],
  ],
  [
    'an unknown category',
    { cast: [['organisation', 'club']] },
    [
      `glossary/entries/organisations.yaml:4: entry "cast": "category" must be one of organisation, person, meeting, event, project, honour, publication, plan, institution, phrase, concept. ${seeReadme}`,
    ],
  ],
  [
    'a year that is a number',
    { cast: [['  asOf:', '  when: [{ from: 2021, what: 成立 }]\n  asOf:']] },
    [
      `glossary/entries/organisations.yaml:8: entry "cast": "when.0.from" must be a date such as '2021', 2021-06 or 2021-06-11 (a year in quotes). ${seeReadme}`,
    ],
  ],
  ...['2021-02-30', '2021-06-31'].map((day): (typeof table)[number] => [
    `a day that is in no calendar, ${day}`,
    { cast: [['  asOf:', `  when: [{ from: ${day}, what: 成立 }]\n  asOf:`]] },
    [`glossary/entries/organisations.yaml:8: entry "cast": "when.0.from" is in no calendar. ${seeReadme}`],
  ]),
  ...['2021-13', '2021-06-31'].map((day): (typeof table)[number] => [
    `a state of knowledge of a day that is none, ${day}`,
    { cast: [['asOf: 2021-06-01', `asOf: ${day}`]] },
    [`glossary/entries/organisations.yaml:8: entry "cast": "asOf" is in no calendar. ${seeReadme}`],
  ]),
  ...['http://example.org/', 'https://reader@example.org/', 'example.org'].map((url): (typeof table)[number] => [
    `an address that would be no link, ${url}`,
    { cast: [['  asOf:', `  reading: [{ title: 网站, url: '${url}' }]\n  asOf:`]] },
    [`glossary/entries/organisations.yaml:8: entry "cast": "reading.0.url" must be an https address. ${seeReadme}`],
  ]),
  [
    'a value that begins with an asterisk',
    { cast: [['short: 一个团体。', 'short: *重点*']] },
    [
      'glossary/entries/organisations.yaml:5: “*重点*” refers to an anchor there is not. Put a value that begins with * in single quotes, or correct the name.',
    ],
  ],
  [
    'a date the definition does not say',
    { cast: [['  asOf:', "  when: [{ from: '1958', what: 成立 }]\n  asOf:"]] },
    [
      'glossary/entries/organisations.yaml:8: entry "cast": the definition does not say 1958. Say it there, or name the bulletin and the passage that do.',
    ],
  ],
  [
    'a span that ends before it begins',
    {
      cast: [
        ['一个团体。', '一个团体，1958年成立。'],
        ['  asOf:', "  when: [{ from: 1958-09, to: '1958', what: 成立 }]\n  asOf:"],
      ],
    },
    [
      'glossary/entries/organisations.yaml:8: entry "cast": “to: 1958” is not after “from: 1958-09”. Leave it out for a single date.',
    ],
  ],
  [
    'a date of a passage there is not',
    { cast: [['  asOf:', '  when: [{ from: 2021-06, what: 召开, bulletin: test-2021, passage: p9s9 }]\n  asOf:']] },
    [
      'glossary/entries/organisations.yaml:8: entry "cast": bulletin "test-2021" has no passage p9s9. Look it up in the edition.',
    ],
  ],
  [
    'a date of half a passage',
    { cast: [['  asOf:', '  when: [{ from: 2021-06, what: 召开, bulletin: test-2021 }]\n  asOf:']] },
    ['glossary/entries/organisations.yaml:8: entry "cast": bulletin and passage go together. Name both, or neither.'],
  ],
  [
    'a numbered form without a place for the number',
    { pilot: [[/needs: .*/, 'numbered: 9']] },
    [
      `glossary/entries/projects.yaml:9: entry "pilot": "forms.0" is numbered: its text must hold one “…” for the number. ${seeReadme}`,
    ],
  ],
  [
    'empty needs',
    { pilot: [[/needs: .*/, 'needs: {}']] },
    [
      `glossary/entries/projects.yaml:10: entry "pilot": "forms.0.needs" must have at least one of near, page, entries, quoted, settings. ${seeReadme}`,
    ],
  ],
  [
    'a file that is no list',
    { exclusions: [[/[\s\S]*/, 'text: 文科协会\n']] },
    [
      'glossary/entries/exclusions.yaml:1: the file is not a list. Begin each block with “- ”, an entry with “- id: …”.',
    ],
  ],
  [
    'an empty file',
    { more: more('') },
    ['glossary/entries/zz.yaml:1: the file is not a list. Begin each block with “- ”, an entry with “- id: …”.'],
  ],
  [
    'an exclusion without a reason',
    { exclusions: [[/ {2}why.*\n/, '']] },
    [`glossary/entries/exclusions.yaml:1: exclusion 1: "why" is missing. ${seeReadme}`],
  ],

  // Ids, forms and exclusions.
  [
    'an id taken twice',
    { more: more(other('cast', '').replace('headword: 中国科协', 'headword: 丙丁')) },
    [
      'glossary/entries/zz.yaml:1: the id "cast" is taken by glossary/entries/organisations.yaml:1. Give one of the two another id.',
    ],
  ],
  [
    'a form there twice, in another spelling',
    { cast: [['    - 科协\n', '    - 科协\n    - “科協”\n']] },
    [`glossary/entries/organisations.yaml:11: entry "cast": the form ““科協”” is there twice. ${leaveOut}`],
  ],
  [
    'a form without a letter',
    { cast: [['    - 科协\n', '    - “”\n    - 科协\n']] },
    [`glossary/entries/organisations.yaml:10: entry "cast": the form ““”” has no letter. ${leaveOut}`],
  ],
  [
    'a form of two entries without a rule',
    { more: more(other('b', '  forms: [科協]\n').replace('headword: 中国科协', 'headword: 丙丁')) },
    [
      'glossary/entries/zz.yaml:8: the form “科協” is also a form of "cast" (glossary/entries/organisations.yaml:10). Declare with needs, unless or another rule which sense is meant where.',
    ],
  ],
  [
    'a form of two entries, one with a rule',
    {
      more: more(
        other('b', '  forms: [{ text: 科協, quoted: true }]\n').replace('headword: 中国科协', 'headword: 丙丁'),
      ),
    },
    [],
  ],
  [
    'a form of three entries, the last two without a rule',
    {
      cast: [['    - 科协\n', '    - { text: 科协, quoted: true }\n']],
      more: more(
        other('b', '  forms: [科協]\n').replace('headword: 中国科协', 'headword: 丙丁') +
          other('c', '  forms: [科协]\n').replace('headword: 中国科协', 'headword: 指出'),
      ),
    },
    [
      'glossary/entries/zz.yaml:20: the form “科协” is also a form of "b" (glossary/entries/zz.yaml:8). Declare with needs, unless or another rule which sense is meant where.',
    ],
  ],
  [
    'a headword of two entries',
    { more: more(other('b', '')) },
    [
      'glossary/entries/zz.yaml:2: the form “中国科协” is also a form of "cast" (glossary/entries/organisations.yaml:2). Declare with needs, unless or another rule which sense is meant where.',
    ],
  ],
  [
    'a cue without a letter',
    { pilot: [['near: [甲乙]', 'near: [甲乙, “]']] },
    [
      'glossary/entries/projects.yaml:10: entry "pilot": ““” has no letter. Quotation marks and spaces are skipped: name a word or a punctuation mark.',
    ],
  ],
  [
    'an exclusion that is a form',
    { exclusions: [['文科协会', '科協']] },
    [
      'glossary/entries/exclusions.yaml:1: the exclusion “科協” is a form of "cast". An exclusion is a longer, different thing: lengthen it or remove it.',
    ],
  ],
  [
    'an exclusion without a letter',
    { exclusions: [['文科协会', '“”']] },
    [
      'glossary/entries/exclusions.yaml:1: the exclusion ““”” has no letter. An exclusion is a longer, different thing: lengthen it or remove it.',
    ],
  ],

  // Evidence.
  [
    'a quotation that stands elsewhere',
    { cast: [['passage: p2s1', 'passage: p1s1']] },
    [
      'glossary/entries/organisations.yaml:16: entry "cast": the quotation “中国科协指出丙丁” is not in test-2021 p1s1. It stands in test-2021 p2s1.',
    ],
  ],
  [
    'a quotation that stands nowhere',
    { cast: [['quote: 中国科协指出', 'quote: 中国科协强调']] },
    [
      'glossary/entries/organisations.yaml:16: entry "cast": the quotation “中国科协强调丙丁” is not in test-2021 p2s1. Copy it from the edition, to the character.',
    ],
  ],
  [
    'a quotation without any form',
    { cast: [['quote: 中国科协指出丙丁', 'quote: 指出丙丁']] },
    [
      'glossary/entries/organisations.yaml:16: entry "cast": the quotation “指出丙丁” holds no form of the entry. Quote a part that names it, or add the form it uses.',
    ],
  ],
  [
    'an unknown bulletin',
    { cast: [['bulletin: test-2021', 'bulletin: test-2022']] },
    ['glossary/entries/organisations.yaml:14: entry "cast": there is no bulletin "test-2022". There are: test-2021.'],
  ],
  [
    'an unknown passage',
    { cast: [['passage: p2s1', 'passage: p3s1']] },
    [
      'glossary/entries/organisations.yaml:15: entry "cast": bulletin "test-2021" has no passage p3s1. Look it up in the edition.',
    ],
  ],

  // Relations and pinyin.
  [
    'a relation told from one side',
    { cast: [[/ {2}relations:[\s\S]*/, '']] },
    [
      'glossary/entries/projects.yaml:16: entry "pilot" is part-of "cast", but not the other way round. Add “type: has-part, target: pilot” to "cast".',
    ],
  ],
  [
    'a relation to itself',
    { cast: [['relations:\n', 'relations:\n    - { type: see-also, target: cast }\n']] },
    [
      'glossary/entries/organisations.yaml:18: entry "cast": there is no other entry "cast". Correct the id or leave the relation out.',
    ],
  ],
  [
    'a relation to an unknown entry',
    { cast: [['relations:\n', 'relations:\n    - { type: see-also, target: caast }\n']] },
    [
      'glossary/entries/organisations.yaml:18: entry "cast": there is no other entry "caast". Correct the id or leave the relation out.',
    ],
  ],
  [
    'a rule that asks for an unknown entry',
    { pilot: [['entries: [cast]', 'entries: [caast]']] },
    [
      'glossary/entries/projects.yaml:10: entry "pilot": there is no other entry "caast". Name another entry that must be mentioned on the page.',
    ],
  ],
  [
    'a rule that asks for its own entry',
    { pilot: [['entries: [cast]', 'entries: [pilot]']] },
    [
      'glossary/entries/projects.yaml:10: entry "pilot": there is no other entry "pilot". Name another entry that must be mentioned on the page.',
    ],
  ],
  [
    'wrong pinyin',
    { cast: [['Zhōngguó Kēxié', 'Zhōngguó Kēxuě']] },
    [
      'glossary/entries/organisations.yaml:3: entry "cast": “Zhōngguó Kēxuě” does not read “中国科协”. One syllable a character, with tone marks, words spaced.',
    ],
  ],

  // Bulletins.
  [
    'an edition without front matter',
    { edition: [['---\n', '']] },
    ['glossary/bulletins/test-2021.md:1: there is no front matter. Begin the file with “---”, the fields, and “---”.'],
  ],
  [
    'an edition with a field missing',
    { edition: [['signer: 科协办公室\n', '']] },
    [`glossary/bulletins/test-2021.md:2: bulletin: "signer" is missing. ${seeReadme}`],
  ],
  ...['2021-02-30', '2021-06', '2021-6-1'].map((day): (typeof table)[number] => [
    `an edition of a day that is none, ${day}`,
    { edition: [['date: 2021-06-01', `date: ${day}`]] },
    [`glossary/bulletins/test-2021.md:6: bulletin: "date" must be a date such as 2021-06-11. ${seeReadme}`],
  ]),
  ...['javascript:alert(1)', 'http://example.org/', 'unknown'].map((url): (typeof table)[number] => [
    `an edition whose original is at ${url}`,
    { edition: [['originalUrl: null', `originalUrl: '${url}'`]] },
    [
      `glossary/bulletins/test-2021.md:7: bulletin: "originalUrl" must be an https address, or null if it is not known. ${seeReadme}`,
    ],
  ]),
  [
    'an edition without a passage',
    { edition: [[/\n\[p1s1\][\s\S]*/, '']] },
    ['glossary/bulletins/test-2021.md:12: there is no passage. Write “[p1s1] ” and one sentence.'],
  ],
  [
    'a passage there twice',
    { edition: [['[p2s1]', '[p1s1]']] },
    ['glossary/bulletins/test-2021.md:15: the passage p1s1 is there twice. Give each sentence an anchor of its own.'],
  ],
  [
    'a line that is no passage',
    { edition: [['[p2s1] ', '[p2s1]']] },
    ['glossary/bulletins/test-2021.md:15: the line is no passage. Write “[p1s1] ” and one sentence.'],
  ],
  [
    'no received file',
    { edition: [['received/test.txt', 'received/none.txt']] },
    [
      'glossary/bulletins/test-2021.md:9: there is no file bulletins/received/none.txt. Keep the text as received beside the edition.',
    ],
  ],
  [
    'an edition that differs from the received text',
    { edition: [['指出丙丁', '指出丙戊']] },
    [
      `glossary/bulletins/test-2021.md:12: the edition differs from the received text: “。中国科协指出丙戊。科协办公室[” against “。中国科协指出丙丁。科协办公室[”. ${onlyLines}`,
    ],
  ],
  [
    'an edition that leaves out the end',
    { received: [['[2021-06-01]\n', '[2021-06-01]再次']], edition: [['lines: 2-5', 'lines: 2-6']] },
    [
      `glossary/bulletins/test-2021.md:12: the edition differs from the received text: “1-06-01]” against “1-06-01]再次”. ${onlyLines}`,
    ],
  ],
  ['restored punctuation', { received: [['会议强调，', '会议强调,']] }, []],
  [
    'punctuation restored the wrong way',
    { edition: [['会议强调，', '会议强调,']] },
    [
      `glossary/bulletins/test-2021.md:12: the edition differs from the received text: “会议公报会议强调,要办好“甲乙”” against “会议公报会议强调，要办好“甲乙””. ${onlyLines}`,
    ],
  ],
];

describe('a problem has its place and advice', () => {
  test.each(table)('%s', (_name, changes, problems) => {
    expect(problemsOf(sources(changes)).map(formatProblem)).toEqual(problems);
  });

  test('malformed YAML, in the words of the parser', () => {
    const [problem, ...others] = problemsOf(sources({ cast: [['  short: 一个团体。', '  short: "一个']] }));
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ file: 'entries/organisations.yaml', advice: mendYaml });
    expect(problem?.line).toBeGreaterThanOrEqual(5);
  });

  test('a key written twice', () => {
    const [problem, ...others] = problemsOf(sources({ cast: [['  short: 一个团体。', '  short: 一\n  short: 二']] }));
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ file: 'entries/organisations.yaml', line: 6, advice: mendYaml });
  });

  test('two editions with the same id', () => {
    const given = sources();
    given.bulletins.push({ path: 'bulletins/other.md', text: EDITION });
    expect(problemsOf(given).map(formatProblem)).toEqual([
      'glossary/bulletins/other.md:2: the id "test-2021" is taken by another bulletin. Give it another id.',
    ]);
  });
});

describe('several problems', () => {
  const changes: Changes = {
    cast: [
      ['Zhōngguó', 'Zhōng'],
      ['passage: p2s1', 'passage: p9s1'],
    ],
    pilot: [['type: part-of', 'type: see-also']],
    exclusions: [['文科协会', '科协']],
    more: more('- id: x\n'),
  };

  test('are all reported, in a fixed order', () => {
    const once = problemsOf(sources(changes)).map(formatProblem);
    expect(once.map((line) => line.replace(/: .*/, ''))).toEqual([
      ...Array.from({ length: 7 }, () => 'glossary/entries/zz.yaml:1'),
      'glossary/entries/exclusions.yaml:1',
      'glossary/entries/organisations.yaml:15',
      'glossary/entries/organisations.yaml:18',
      'glossary/entries/projects.yaml:16',
      'glossary/entries/organisations.yaml:3',
    ]);
    expect(problemsOf(sources(changes)).map(formatProblem)).toEqual(once);
  });

  test('are in the message of the error, one line each', () => {
    expect(() => compileGlossary(sources(changes))).toThrow(
      /^The glossary has 12 problem\(s\):\n(glossary\/.*\n?){12}$/,
    );
  });

  test('an unreadable edition causes no problem in quotations', () => {
    const faulty = sources({ edition: [['指出丙丁', '指出丙戊']], cast: [['Zhōngguó', 'Zhōng']] });
    expect(problemsOf(faulty).map(({ file }) => file)).toEqual([
      'bulletins/test-2021.md',
      'entries/organisations.yaml',
    ]);
  });

  test('an unreadable entry causes no problem in relations to it', () => {
    const faulty = sources({ cast: [['一个团体。', '']] });
    expect(problemsOf(faulty).map(({ message }) => message)).toEqual([
      expect.stringMatching(/^entry "cast": "short" /),
    ]);
  });
});
