/** Converts edited glossaries to pack files, which hold all of them, and back. */
import * as v from 'valibot';
import { packFileSchema } from '../exchange/pack-schema';
import { plainTermOf } from '../library/plain-term-of';
import type { FormRules, NamedEntry, NamedSetting } from '../pack/compile-finder';
import type { Bulletin, Pack, Term } from '../pack/pack';
import type { PackWords } from '../pack/pack-words';
import type { PackAbout, PackContent } from '../pack/plain-term';

/** An edited glossary: a pack, its texts in Traditional, and what its finder is compiled from. */
export interface EditedPack {
  /** Its revision is that of the manifest. */
  pack: Pack;
  traditional: PackWords | null;
  named: {
    entries: readonly NamedEntry[];
    exclusions: readonly { text: string }[];
    settings: readonly NamedSetting[];
  };
}

type PackFile = v.InferOutput<typeof packFileSchema>;
type Entry = NonNullable<PackFile['terms'][number]['entry']>;
type Edition = NonNullable<PackFile['edition']>;

/** The content of a pack file, for `writePackFile`. Its plain terms are complete for readers that know nothing else. */
export function editedContent({ pack, traditional, named }: EditedPack, about: PackAbout): PackContent {
  const edition: Edition = {
    bulletins: pack.bulletins.map((bulletin, i) => ({
      ...bulletin,
      ...(traditional?.bulletins[i] && { traditional: traditional.bulletins[i] }),
    })),
    exclusions: named.exclusions.map(({ text }) => ({ text })),
    settings: named.settings.map(({ id, home, away, simplified }) => ({
      id,
      home: [...home],
      away: [...away],
      ...(simplified && { simplified }),
    })),
    variants: pack.variants,
  };
  const terms = pack.terms.map((term, i) => ({
    ...plainTermOf(term, pack.bulletins),
    entry: entryOf(term, named.entries[i]?.forms ?? [], traditional?.terms[i]),
  }));
  const content: PackContent & { edition: Edition } = { ...about, revision: pack.manifest.revision, edition, terms };
  return content;
}

function entryOf(term: Term, found: readonly FormRules[], traditional: PackWords['terms'][number] | undefined): Entry {
  const { script, category, english, asOf, when, evidence, list, fullText, inferred, relations, reading, keys } = term;
  return {
    ...{ script, category, english, asOf, when, evidence: [...evidence], list, fullText, inferred, relations },
    reading: reading.map(({ title, url }) => ({ title, url })),
    ...(term.facts && { facts: term.facts }),
    ...(term.updated !== undefined && { updated: term.updated }),
    keys,
    // The shape of rules is that of the schema, whose lists are not read-only.
    found: found.map((form) => structuredClone(form)),
    ...(traditional && { traditional }),
  };
}

/**
 * The edited glossary in the text of a pack file.
 * @param manifest with the file's own values in place of id, title and so on: the caller knows the publication.
 * @returns null for a file of plain terms only, or with a fault.
 */
export function readEdited(text: string, manifest: Pack['manifest']): EditedPack | null {
  const parsed = v.safeParse(packFileSchema, JSON.parse(text));
  if (!parsed.success || !parsed.output.edition) return null;
  const { edition, terms: written, revision = manifest.revision } = parsed.output;
  const terms: Term[] = [];
  const entries: NamedEntry[] = [];
  const words: PackWords['terms'] = [];
  for (const term of written) {
    if (!term.id || !term.entry) return null;
    terms.push(termOf({ ...term, id: term.id, entry: term.entry }));
    entries.push({ id: term.id, forms: term.entry.found });
    if (term.entry.traditional) words.push(term.entry.traditional);
  }
  const bulletins = edition.bulletins.map(({ traditional: _, ...bulletin }): Bulletin => bulletin);
  const titles = edition.bulletins.flatMap(({ traditional }) => traditional ?? []);
  const isWhole = words.length === terms.length && titles.length === bulletins.length;
  const { exclusions, settings, variants } = edition;
  return {
    pack: { manifest: { ...manifest, revision, count: terms.length }, terms, bulletins, variants },
    traditional: isWhole ? { revision, script: 'zh-Hant', terms: words, bulletins: titles } : null,
    named: { entries, exclusions, settings },
  };
}

function termOf(written: PackFile['terms'][number] & { id: string; entry: Entry }): Term {
  const { id, headword, forms = [], definition = '', pinyin = '', translation = '', subject = '', note = '' } = written;
  const { found: _, traditional: __, facts, updated, ...entry } = written.entry;
  const [short = '', ...long] = definition.split('\n');
  const equivalents = written.equivalents ?? [];
  return {
    ...{ id, headword, asWritten: null, pinyin, short, long: long.join('\n'), translation, subject, note },
    equivalents: entry.english ? equivalents.slice(1) : equivalents,
    status: written.status ?? null,
    use: written.use ?? '',
    forms: [headword, ...forms],
    ...(written.exactCase && { exactCase: true }),
    ...(written.insideWords && { insideWords: true }),
    ...entry,
    ...(facts && { facts }),
    ...(updated !== undefined && { updated }),
  };
}
