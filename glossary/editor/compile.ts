/**
 * Compiles the editors' files to a pack, its finder and its prefilter, or to a list of problems. Pure: files are passed as
 * text.
 */
import { withDigits } from '../numerals';
import { compileFinder, type NamedEntry, type NamedSetting } from '../pack/compile-finder';
import { contentHash } from '../pack/content-hash';
import type { FinderData, PrefilterData } from '../pack/finder-data';
import type { Bulletin, Evidence, Manifest, Moment, Pack, Term } from '../pack/pack';
import type { PackWords } from '../pack/pack-words';
import { checkEntries } from './check-entries';
import { compilePrefilter } from './compile-prefilter';
import type { EntrySource } from './entry-schema';
import { expandForm } from './expand-forms';
import { foldForm, standardFolding } from './fold';
import { formsOf, locateTerm } from './forms';
import { alignPinyin, readForm, syllablesOf } from './pinyin';
import { GlossaryError, type Problem } from './problem';
import { readBulletin } from './read-bulletin';
import { type EntryFiles, readEntryFiles } from './read-entries';
import type { SourceFile } from './source-file';
import { traditionalWords } from './traditional';

/** The constant part of the bundled pack's manifest. */
const BUNDLED = {
  id: 'bundled',
  title: '旁注',
  kind: 'bundled',
  languages: ['zh-Hans', 'zh-Hant', 'en'],
  licence: 'MIT',
  attribution: null,
  homepage: null,
  contact: null,
  origin: null,
  site: null,
} as const;

/** Source files, by kind. */
export interface GlossarySources {
  /** `entries/*.yaml`. */
  entries: SourceFile[];
  /** `bulletins/*.md`. */
  bulletins: SourceFile[];
  /** `bulletins/received/*`. */
  received: SourceFile[];
}

/** Forms with their conditions, in the order of the terms, and what holds for all of them. */
export interface Named {
  entries: readonly NamedEntry[];
  exclusions: readonly { text: string }[];
  settings: readonly NamedSetting[];
}

/** The compiled glossary. */
export interface Compiled {
  pack: Pack;
  finder: FinderData;
  prefilter: PrefilterData;
  /** The editors' texts in Traditional. */
  traditional: PackWords;
  /** The input from which the finder is compiled. */
  named: Named;
}

/**
 * Compiles all files.
 * @throws {GlossaryError} with all problems, if there are any.
 */
export function compileGlossary(sources: GlossarySources): Compiled {
  const { bulletins, problems } = readBulletins(sources);
  const files = readEntryFiles(sources.entries);
  problems.push(...files.problems);
  problems.push(...checkEntries(files, bulletins, sources.bulletins.length - bulletins.length));
  problems.push(...checkPinyin(files));
  if (problems.length > 0) throw new GlossaryError(problems);

  const written = files.entries.map((entry) => entry.value);
  const terms = written.map(compileTerm);
  const exclusions = files.exclusions.map((exclusion) => exclusion.value);
  const settings = files.settings.map((setting) => setting.value);
  const revision = contentHash(JSON.stringify([terms, bulletins, written, exclusions, settings]));
  const searched = terms.flatMap((term) => [...term.forms, term.short, term.long]);
  const folding = standardFolding();
  const variants = folding.spellingsOf(searched.map((text) => folding.fold(text)));
  const taken = new Set(written.flatMap((entry) => formsOf(entry).map((form) => foldForm(form.text))));
  const entries = written.map((entry) => ({
    id: entry.id,
    forms: formsOf(entry).flatMap((form) => expandForm(form, taken)),
  }));
  const finder = compileFinder(entries, exclusions, { revisions: [revision], folding, settings });
  const manifest: Manifest = { ...BUNDLED, revision, count: terms.length };
  const pack: Pack = { manifest, terms, bulletins, variants };
  const named = { entries, exclusions, settings };
  return { pack, finder, prefilter: compilePrefilter(finder, folding), traditional: traditionalWords(pack), named };
}

function readBulletins(sources: GlossarySources): { bulletins: Bulletin[]; problems: Problem[] } {
  const received = new Map(sources.received.map((file) => [file.path, file.text]));
  const bulletins = new Map<string, Bulletin>();
  const problems: Problem[] = [];
  for (const file of sources.bulletins) {
    const read = readBulletin(file, (path) => received.get(path));
    problems.push(...read.problems);
    if (!read.bulletin) continue;
    if (bulletins.has(read.bulletin.id)) {
      problems.push({
        file: file.path,
        line: 2,
        message: `the id "${read.bulletin.id}" is taken by another bulletin`,
        advice: 'Give it another id.',
      });
    }
    bulletins.set(read.bulletin.id, read.bulletin);
  }
  return { bulletins: [...bulletins.values()].sort((a, b) => a.date.localeCompare(b.date)), problems };
}

function checkPinyin({ entries }: EntryFiles): Problem[] {
  return entries
    .filter(({ value }) => value.pinyin !== undefined && !alignPinyin(value.headword, value.pinyin))
    .map((entry) => ({
      file: entry.file,
      line: entry.lineOf(['pinyin']),
      message: `entry "${entry.value.id}": “${entry.value.pinyin}” does not read “${entry.value.headword}”`,
      advice: 'One syllable a character, with tone marks, words spaced.',
    }));
}

function compileTerm(entry: EntrySource): Term {
  const forms = [entry.headword, ...formsOf(entry).map((form) => form.text)];
  const distinct = [...new Set(forms)];
  return {
    id: entry.id,
    script: 'zh-Hans',
    headword: entry.headword,
    asWritten: null,
    pinyin: entry.pinyin ?? readForm(entry.headword),
    category: entry.category,
    short: entry.short,
    long: entry.long,
    english: entry.english,
    translation: '',
    equivalents: [],
    subject: '',
    note: '',
    status: null,
    use: '',
    asOf: entry.asOf,
    when: (entry.when ?? []).map(compileMoment),
    forms: distinct,
    evidence: entry.evidence.map(
      (evidence): Evidence => ({ ...evidence, emphasis: locateTerm(entry, evidence.quote) ?? [0, 0] }),
    ),
    list: entry.list ?? null,
    fullText: entry.fullText ?? null,
    inferred: entry.inferred ?? null,
    relations: entry.relations ?? [],
    reading: entry.reading ?? [],
    ...(entry.facts && { facts: entry.facts.map(({ title, date = null, url = null }) => ({ title, date, url })) }),
    ...(entry.updated !== undefined && { updated: entry.updated }),
    keys: {
      syllables: distinct.map((form, i) =>
        i === 0 && entry.pinyin ? (alignPinyin(form, entry.pinyin) ?? syllablesOf(form)) : syllablesOf(form),
      ),
      numerals: distinct.map(withDigits).filter((form) => form !== null),
    },
  };
}

function compileMoment({ from, to, what, bulletin, passage }: NonNullable<EntrySource['when']>[number]): Moment {
  return { from, to: to ?? null, what, passage: bulletin && passage ? { bulletin, passage } : null };
}
