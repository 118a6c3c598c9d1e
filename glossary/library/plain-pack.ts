/**
 * Packs of plain terms without bulletins: the reader's own, those of a policy, and imported ones. They are stored as
 * written, and converted to packs for display and search.
 */
import { contentHash } from '../pack/content-hash';
import type { Manifest, Pack, PackKind, SearchKeys, Term } from '../pack/pack';
import type { PackContent, PlainTerm, TermSource } from '../pack/plain-term';
import { finish, StepBudget } from '../pack/step-budget';
import { createFold } from '../search/fold-query';
import { createReader, type Readings } from '../search/homophones';

/** Terms made in one step: a few milliseconds. */
export const STEP_TERMS = 512;

/** Terms as written, with their manifest. Where terms share a form, earlier ones come first. */
export interface PlainPack extends PackContent {
  kind: Exclude<PackKind, 'bundled'>;
}

/** Tables for search by spelling and by pinyin. */
export interface SearchTables {
  /** Spellings of letters, as pairs (`Pack.variants`). */
  variants: string;
  /** Readings of characters; '' without search. */
  readings: Readings;
}

/** The distinct spellings of a term, the headword first. */
export function spellingsOf({ headword, forms }: Pick<PlainTerm, 'headword' | 'forms'>): string[] {
  return [...new Set([headword, ...forms].map((form) => form.trim()))];
}

/** The manifest of a pack. Linear in its letters, of which the revision is a hash. */
export function manifestOf({ terms, kind, ...about }: PlainPack): Manifest {
  const { id, title, languages = [], licence = null, attribution = null, homepage = null, contact = null } = about;
  const revision = contentHash(JSON.stringify([id, title, terms.map(writtenOf)]));
  const said = { languages, licence, attribution, homepage, contact };
  return { id, title, kind, revision, ...said, origin: null, site: null, count: terms.length };
}

function writtenOf({ id, headword, forms, definition, source = null, ...more }: PlainTerm): unknown[] {
  const written = [id, spellingsOf({ headword, forms }), definition.trim(), source];
  return Object.keys(more).length > 0 ? [...written, more] : written;
}

/**
 * Converts plain terms to a pack. Holes between terms are kept.
 * @param manifest of the pack, if its revision is not the hash of these terms.
 */
export function createPack(plain: PlainPack, tables: SearchTables, manifest = manifestOf(plain)): Pack {
  return finish(creatingPack(plain, tables, manifest));
}

/** As `createPack`, in steps. */
export function* creatingPack(plain: PlainPack, tables: SearchTables, manifest: Manifest): Generator<void, Pack> {
  const termOf = termMaker(tables);
  const budget = new StepBudget(STEP_TERMS);
  const terms: Term[] = [];
  for (let place = 0; place < plain.terms.length; place++) {
    const written = plain.terms[place];
    if (!written) continue;
    if (budget.spend()) yield;
    terms[place] = termOf(written);
  }
  return { manifest, terms, bulletins: [], variants: tables.variants };
}

function isGiven(source: TermSource | null | undefined): source is TermSource {
  return Boolean(source && (source.title || source.url || source.quote));
}

const NO_RELATIONS: Term['relations'] = [];
const NO_KEYS: SearchKeys = { syllables: [], numerals: [] };

/** Syllables that are made each time they are asked for: kept, those of a large pack would take more memory than its terms. */
class PlainKeys implements SearchKeys {
  readonly numerals: string[] = [];
  readonly #forms: readonly string[];
  readonly #syllableOf: (unit: string) => string;

  constructor(forms: readonly string[], syllableOf: (unit: string) => string) {
    this.#forms = forms;
    this.#syllableOf = syllableOf;
  }

  get syllables(): string[][] {
    return this.#forms.map((form) => form.split('').map(this.#syllableOf));
  }
}

/** Returns the conversion of a term. */
function termMaker({ variants, readings }: SearchTables): (written: PlainTerm) => Term {
  const fold = createFold(variants);
  const read = createReader(readings);
  // Cached by unit: a large pack has millions of them, but few distinct ones.
  const known = new Map<string, string>();
  const syllableOf = (unit: string): string => {
    let syllable = known.get(unit);
    if (syllable === undefined) {
      const sound = read(fold.letters(unit));
      syllable = /^[a-z0-9+]*$/.test(sound) ? sound : '';
      known.set(unit, syllable);
    }
    return syllable;
  };
  const isRead = readings !== '';
  const termOf = (written: PlainTerm): Term => {
    const [short = '', ...rest] = written.definition.trim().split(/\r?\n/);
    const forms = spellingsOf(written);
    return {
      id: written.id,
      script: '',
      headword: forms[0] ?? '',
      asWritten: null,
      pinyin: written.pinyin ?? '',
      category: null,
      short: short.trim(),
      long: rest.join('\n').trim(),
      english: null,
      translation: written.translation ?? '',
      equivalents: written.equivalents ?? [],
      subject: written.subject ?? '',
      note: written.note ?? '',
      status: written.status ?? null,
      use: written.use ?? '',
      ...(written.exactCase && { exactCase: true }),
      ...(written.insideWords && { insideWords: true }),
      asOf: null,
      when: [],
      forms,
      evidence: [],
      list: null,
      fullText: null,
      inferred: null,
      relations: NO_RELATIONS,
      reading: isGiven(written.source) ? [written.source] : [],
      keys: isRead ? new PlainKeys(forms, syllableOf) : NO_KEYS,
    };
  };
  return termOf;
}
