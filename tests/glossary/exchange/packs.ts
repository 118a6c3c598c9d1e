/** Arbitrary packs, and what a format keeps of one. */
import fc from 'fast-check';
import { sourceOfBytes } from '../../../glossary/exchange/byte-source';
import { byLanguage } from '../../../glossary/exchange/clean-term';
import { cleanLine, cleanText } from '../../../glossary/exchange/clean-text';
import type { Choices, Field, FormatName } from '../../../glossary/exchange/contract';
import { exportPack } from '../../../glossary/exchange/export-pack';
import { FORMATS } from '../../../glossary/exchange/formats';
import { type Imported, importFile } from '../../../glossary/exchange/import-file';
import { contentHash } from '../../../glossary/pack/content-hash';
import { type PackContent, type PlainTerm, TERM_STATUSES } from '../../../glossary/pack/plain-term';

/** Characters that mean something to one format or another, beside plain ones. */
const PIECES = [
  ...'科学技术协会發',
  ...'abcÄé ,;；|、\t"\'`*_#<>&[](){}\\/=+-@~!:：.0123',
  '\n',
  '\n\n',
  '</b>',
  '&amp;',
  '<script>alert(1)</script>',
  ']]>',
  '## ',
  '- **Note:** ',
  '- ',
  '1. ',
  '```',
  '__proto__',
  '_x000D_',
  '👩‍🔬',
  'equivalent:en',
  'null',
];
const raw = (max: number) => fc.array(fc.constantFrom(...PIECES), { maxLength: max }).map((parts) => parts.join(''));
const line = (max: number) => raw(max).map(cleanLine);
const word = line(6).filter((text) => text !== '' && text.length <= 64);
const text = raw(20).map(cleanText);
const language = fc.constantFrom('de', 'fr', 'ja', 'zh-Hant', 'id');

/** `value` without the fields that are '' or empty. */
function withoutEmpty<T extends object>(value: T): T {
  const isGiven = (field: unknown) => field !== '' && field !== false && field !== undefined && !isEmptyList(field);
  return Object.fromEntries(Object.entries(value).filter(([, field]) => isGiven(field))) as T;
}

const isEmptyList = (field: unknown) => Array.isArray(field) && field.length === 0;

/** Whether a term has a field that every format holds: a term of which nothing is left is refused. */
function saysSomething({ definition, forms, source, ...term }: PlainTerm): boolean {
  const { translation, equivalents, pinyin, subject, note, status, use } = term;
  const texts = [
    definition,
    translation,
    pinyin,
    subject,
    note,
    status,
    use,
    source?.title,
    source?.url,
    source?.quote,
  ];
  return texts.some(Boolean) || forms.length > 0 || (equivalents?.length ?? 0) > 0;
}

const term: fc.Arbitrary<PlainTerm> = fc
  .record({
    headword: word,
    forms: fc.uniqueArray(word, { maxLength: 3 }),
    definition: text,
    translation: line(8),
    equivalents: fc
      .uniqueArray(fc.record({ language, text: word }), { maxLength: 3, selector: (one) => one.language + one.text })
      .map(byLanguage),
    pinyin: fc.constantFrom('', 'kēxué', 'Zhōngguó Kēxié'),
    subject: line(5),
    note: text,
    source: fc.record({
      title: line(6),
      url: fc.constantFrom('', 'https://example.org/a_b?c=1&d=%20#e_f', 'https://例子.example/x'),
      quote: text,
      date: fc.constantFrom('', '2021', '2021-06', '2021-06-11'),
    }),
    status: fc.constantFrom(undefined, ...TERM_STATUSES),
    use: line(4).filter((one) => one.length <= 64),
    exactCase: fc.boolean(),
    insideWords: fc.boolean(),
  })
  .map(({ forms, definition, source: { title, url, ...said }, ...fields }) => {
    const href = url && new URL(url).href;
    const source = title || href || said.quote || said.date ? { title, url: href, ...withoutEmpty(said) } : undefined;
    return {
      id: '',
      ...withoutEmpty({ ...fields, source }),
      forms: forms.filter((form) => form !== fields.headword),
      definition,
    } as PlainTerm;
  })
  .filter(saysSomething);

/** Packs in the form that reading makes of a file: clean text, no empty fields, ids by headword. */
export const packs: fc.Arbitrary<PackContent> = fc
  .record({
    id: fc.constantFrom('cast', 'Pack-2'),
    title: word,
    languages: fc.constantFrom([], ['zh-Hans', 'en'], ['zh-CN']),
    revision: fc.constantFrom('', '12'),
    licence: fc.constantFrom('', 'CC-BY-SA-4.0'),
    attribution: line(5),
    homepage: fc.constantFrom('', 'https://example.org/'),
    contact: fc.constantFrom('', 'https://example.org/report', 'mailto:editors@example.org'),
    terms: fc.uniqueArray(term, { minLength: 1, maxLength: 5, selector: ({ headword }) => headword.normalize('NFC') }),
  })
  .map(({ terms, id, title, ...about }) => ({
    id,
    title,
    ...withoutEmpty(about),
    terms: terms.map((one) => ({ ...one, id: contentHash(one.headword) })),
  }));

/** What a format can hold of a pack. Without a title of its own a pack has that of its file. */
export function keptOf(pack: PackContent, holds: ReadonlySet<Field>): PackContent {
  const { terms, ...about } = pack;
  const kept = Object.entries(about).filter(
    ([name]) => name === 'id' || name === 'title' || holds.has(`pack.${name}` as Field),
  );
  return {
    ...(Object.fromEntries(kept) as Omit<PackContent, 'terms'>),
    ...(!holds.has('pack.id') && { id: 'file' }),
    ...(!holds.has('pack.title') && { title: 'file' }),
    terms: terms.map((one) => keptOfTerm(one, holds)),
  };
}

function keptOfTerm(one: PlainTerm, holds: ReadonlySet<Field>): PlainTerm {
  const { source, ...fields } = one;
  const needed = ['id', 'headword', 'forms', 'definition'];
  const kept = Object.entries(fields).filter(([name]) => needed.includes(name) || holds.has(name as Field));
  const parts = Object.entries(source ?? {}).filter(
    ([name, value]) => value !== '' && holds.has(`source.${name}` as Field),
  );
  const said = parts.length > 0 ? { source: { title: '', url: '', ...Object.fromEntries(parts) } } : {};
  return { ...Object.fromEntries(kept), ...said } as PlainTerm;
}

/** The bytes of a pack in a format. */
export function bytesOf(pack: PackContent, format: FormatName): Uint8Array {
  const file = exportPack(pack, format);
  if (!file.ok) throw new Error(file.error.code);
  return new TextEncoder().encode([...file.value.parts].join(''));
}

/** What an import makes of bytes. @throws {Error} if the whole file is refused. */
export async function read(bytes: Uint8Array, choices: Choices = {}, name = 'file'): Promise<Imported> {
  const outcome = await importFile(sourceOfBytes(name, bytes), choices);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}

/** As `read`, of text. */
export function readText(text: string, choices: Choices = {}, name = 'file'): Promise<Imported> {
  return read(new TextEncoder().encode(text), choices, name);
}

/** Formats that are written. */
export const WRITTEN = Object.values(FORMATS)
  .filter(({ write }) => write !== null)
  .map(({ name }) => name);
