import { readdirSync, readFileSync } from 'node:fs';
import pack from 'virtual:pangzhu/pack';
import { describe, expect, it } from 'vitest';
import { checkGlossary } from '../../../glossary/cli/check';
import { entryList } from '../../../glossary/cli/entry-list';
import { entryJsonSchema, packJsonSchema } from '../../../glossary/cli/json-schemas';
import { readGlossary } from '../../../glossary/cli/read-glossary';
import type { Term } from '../../../glossary/pack/pack';
import { runInMemory } from './run-in-memory';

const at = (path: string) => new URL(`../../../${path}`, import.meta.url);
const sources = readGlossary();
/** Files of `glossary/entries` without entries. */
const PLAIN_LISTS = new Set(['exclusions.yaml', 'settings.yaml']);

/** Checks the shipped glossary with a text changed in some files. */
function changed(changes: Record<string, [from: string | RegExp, to: string]>) {
  const entries = sources.entries.map((source) => {
    const [from, to] = changes[source.path.replace('entries/', '')] ?? ['', ''];
    return { ...source, text: source.text.replace(from, to) };
  });
  return checkGlossary({ ...sources, entries });
}

describe('npm run glossary -- check', () => {
  it('finds no errors in the bundled glossary', async () => {
    const { status, stdout, stderr } = await runInMemory(['check']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^0 errors, \d+ warnings\n$/m);
  });

  it('reports errors with their place', () => {
    const { text, hasErrors } = changed({ 'meetings.yaml': ['category: meeting', 'category: gathering'] });
    expect(hasErrors).toBe(true);
    expect(text).toMatch(
      /^error {4}glossary\/entries\/meetings\.yaml:\d+: entry "cast-10th": "category" must be one of/m,
    );
  });

  describe('of a glossary with doubtful places', () => {
    const { text, hasErrors } = changed({
      'concepts.yaml': ['社科, 专科, 科普利, 科普特]', '社科, 专科]'],
      'meetings.yaml': [/(short: .*?)。\n/, '$1\n'],
      'exclusions.yaml': [/text: 二十四史/, 'text: 风马牛不相及'],
    });

    it('finds no errors', () => {
      expect(hasErrors).toBe(false);
    });

    it('warns of a form that is marked inside ordinary words, with its line', () => {
      expect(text).toMatch(
        /^warning {2}glossary\/entries\/concepts\.yaml:\d+: entry "sci-pop": “科普” is marked inside .*科普利/m,
      );
      // 科普活动 consists of 科普 and another word, so that no warning is due.
      expect(text).not.toContain('科普活动');
    });

    it.each([
      ['a definition that is not a sentence', 'meetings', 'is no sentence'],
      ['an exclusion without a use', 'exclusions', 'contains no form, no cue and no word of a setting'],
    ])('warns of %s', (_name, file, message) => {
      expect(text).toMatch(new RegExp(`^warning .*${file}\\.yaml:.*${message}`, 'm'));
    });
  });
});

describe('files generated from the glossary', () => {
  it('are up to date: the schemas of entries and packs (npm run glossary -- schema)', () => {
    expect(readFileSync(at('glossary/entry.schema.json'), 'utf8')).toBe(entryJsonSchema());
    expect(readFileSync(at('docs/pack.schema.json'), 'utf8')).toBe(packJsonSchema());
  });

  it('include the rules of a form in the schema', () => {
    for (const rule of ['numbered', 'notBefore', 'notAfter', 'needs', 'unless']) {
      expect(entryJsonSchema()).toContain(`"${rule}": {`);
    }
  });

  it('are up to date: the list of entries (npm run glossary -- list)', () => {
    const messages = JSON.parse(readFileSync(at('public/_locales/zh_CN/messages.json'), 'utf8')) as Record<
      string,
      { message: string }
    >; // The browsers' format.
    const list = entryList(pack, (category) => messages[`category_${category}`]?.message ?? category);
    expect(readFileSync(at('docs/glossary.md'), 'utf8')).toBe(list);
  });

  it('list entries sorted by reading, with escaped Markdown', () => {
    const [first, second] = pack.terms.filter(({ category }) => category === 'phrase');
    if (!first || !second) throw new Error('there are too few phrases');
    const named = (entry: Term, headword: string, ...syllables: string[]) => ({
      ...entry,
      headword,
      keys: { ...entry.keys, syllables: [syllables] },
    });
    const terms = [
      named({ ...first, short: '# 一\n- <b>' }, '学*会*', 'xue', '', 'hui', ''),
      named(second, '“五一”', '', 'wu', 'yi', ''),
    ];
    const list = entryList({ ...pack, terms }, String);
    expect(list.match(/^### .*$/gm)).toEqual(['### “五一”', '### 学\\*会\\*']);
    expect(list).toContain('\\# 一 - \\<b\\>');
  });

  it('include the schema that every file of entries names', () => {
    for (const name of readdirSync(at('glossary/entries')).filter((file) => !PLAIN_LISTS.has(file))) {
      const [first] = readFileSync(at(`glossary/entries/${name}`), 'utf8').split('\n');
      expect(first, name).toBe('# yaml-language-server: $schema=../entry.schema.json');
    }
  });
});
