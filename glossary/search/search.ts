/**
 * Searches a pack. Direct matches by letters and readings come first, in the order of `TIERS`; then near misses, forms
 * contained in the query, and matches in definitions. For a date, entries and bulletins of that date follow exact
 * matches. Sentences of bulletins are a separate search.
 */
import type { Entry, Library } from '../library/library';
import { otherNumbers } from '../numerals';
import { finish } from '../pack/step-budget';
import { BestMatches } from './best-matches';
import { type DatedEntry, entriesOn } from './dated';
import { createFold, type Fold, MAX_QUERY, wordsOf } from './fold-query';
import { FormIndex } from './form-index';
import { FuzzyIndex } from './fuzzy';
import { Gradual } from './gradual';
import { createReader, type Readings } from './homophones';
import { ContainedForms } from './match-contained';
import { matchForms } from './match-forms';
import { type PassageResult, PassageSearch } from './passages';
import { type QueryDate, readQueryDate, writingsOf } from './query-date';
import { commonLetters, type Range, rangesOf } from './ranges';
import { TextIndex, type TextMatch } from './text-index';
import { type FormMatch, run } from './tiers';

/** An entry that matched, with the text to emphasise. */
export interface SearchResult {
  entry: Entry;
  /** The form that matched; the headword if no form did. */
  form: string;
  /** Parts of `form` that matched. Sorted, disjoint. */
  ranges: Range[];
  /** The gloss or definition that matched, with the parts that did; null if a form matched. */
  detail: { text: string; ranges: Range[] } | null;
}

/** Search over one pack. No method throws. */
export interface Search {
  /** Whether this stands for a search over more packs that is being made: what it does not find may be there. */
  readonly isPartial: boolean;
  /** Makes, in steps of a few milliseconds, what queries need: otherwise the first that needs it takes longer. */
  preparing(): Generator<void, void>;
  /**
   * Results, the best first, each entry once; none for a query without a letter or digit. Uses the first 64 letters of
   * the query only. @param limit 50 by default.
   */
  find(query: string, limit?: number): SearchResult[];
  /** For a query without results: the closest entries, the best first; none if all are too different. @param limit 3 by default. */
  nearest(query: string, limit?: number): SearchResult[];
  /**
   * Sentences of the bulletins with all words of the query, in their order; before them, the bulletins of a date. None
   * for a query of less than two letters. @param limit 20 by default.
   */
  passages(query: string, limit?: number): PassageResult[];
}

const DEFAULT_LIMIT = 50;
const NEAREST_LIMIT = 3;
const PASSAGE_LIMIT = 20;
/** In letters: a query that contains a form is longer than the shortest form. */
const MIN_CONTAINING = 3;
/** Almost every definition contains a given letter. */
const MIN_TEXT_QUERY = 2;
/** `ke1xie2`: tones as digits, as some keyboards and dictionaries write them. */
const TONE_DIGITS = /(?<=[aeiouvnrg])[1-5](?![0-9])/g;

/** Homophones rank before other near misses. */
const HOMOPHONE_SCORE = 0;
/** In letters: a single character has hundreds of homophones. */
const MIN_HOMOPHONES = 2;

type SearchedPack = Pick<Library, 'entries' | 'variants' | 'bulletins'>;

/** Creates a search at once, as `creatingSearch` does in steps. */
export function createSearch(pack: SearchedPack, readings: Readings = '', isPartial = false): Search {
  return finish(creatingSearch(pack, readings, isPartial));
}

/**
 * Indexes the forms of a pack (about a microsecond each), and the rest when a query first needs it.
 * @param readings syllables of characters, for homophones; '' to search without them.
 * @param isPartial as `Search.isPartial`.
 */
export function* creatingSearch(
  pack: SearchedPack,
  readings: Readings = '',
  isPartial = false,
): Generator<void, Search> {
  const fold = createFold(pack.variants);
  const forms = yield* FormIndex.building(pack.entries, fold);
  return searchOf(forms, { pack, fold, readings, isPartial });
}

function searchOf(
  forms: FormIndex,
  { pack, fold, readings, isPartial }: { pack: SearchedPack; fold: Fold; readings: Readings; isPartial: boolean },
): Search {
  const gradual = {
    texts: new Gradual(TextIndex.building(pack.entries, fold)),
    contained: new Gradual(ContainedForms.building(forms)),
    fuzzy: new Gradual(FuzzyIndex.building(forms)),
  };
  const fuzzy = () => gradual.fuzzy.get();
  const contained = () => gradual.contained.get();
  const texts = () => gradual.texts.get();
  const passages = lazy(() => new PassageSearch(pack.bulletins, fold));
  const read = createReader(readings);
  const show = (match: FormMatch) => shownForm(match, fold);

  const lettersOf = (query: string) => fold.letters(query).slice(0, MAX_QUERY);
  const matchesOf = (query: string, limit: number): BestMatches => {
    const wanted = lettersOf(query);
    const meant = [wanted, ...otherNumbers(query).map(lettersOf).filter(Boolean)];
    const best = new BestMatches();
    for (const letters of meant) matchForms(forms, letters, best.offer);
    const toneless = wanted.replace(TONE_DIGITS, '');
    if (best.size === 0 && toneless !== wanted) matchForms(forms, toneless, best.offer);
    if (best.size === 0) offerHomophones(forms, wanted, read(wanted).slice(0, MAX_QUERY), best.offer);
    // Near misses of a large library take a second to index: only where nothing else is found.
    const wantsNear = forms.isLarge ? best.size === 0 : best.size < limit;
    if (wantsNear) for (const match of fuzzy().near(wanted)) best.offer(match);
    const containing = meant.filter(({ length }) => length >= MIN_CONTAINING);
    for (const match of containing.flatMap((letters) => contained().find(letters))) best.offer(match);
    return best;
  };
  /** Matches of a date; only direct ones, because those near its letters are no nearer to it. */
  const datedMatches = (query: string, date: QueryDate, limit: number): SearchResult[] => {
    const best = new BestMatches();
    matchForms(forms, lettersOf(query), best.offer);
    const direct = best.sorted(limit);
    const isExact = ({ tier }: FormMatch) => tier === 'exact';
    const written = writingsOf(date).flatMap((text) => findTexts(texts(), fold.letters(text), []));
    return [
      ...direct.filter(isExact).map(show),
      ...entriesOn(pack.entries, date).map(shownMoment),
      ...direct.filter((match) => !isExact(match)).map(show),
      ...written.map((match) => shownText(match, fold)),
    ];
  };

  return {
    isPartial,
    *preparing() {
      for (const part of Object.values(gradual)) yield* part.making();
    },
    find(query, limit = DEFAULT_LIMIT) {
      const wanted = lettersOf(query);
      if (wanted === '') return [];
      const date = readQueryDate(query);
      const dated = date ? datedMatches(query, date, limit) : [];
      if (dated.length > 0) return eachOnce(dated).slice(0, limit);
      const best = matchesOf(query, limit);
      const shown = best.sorted(limit).map(show);
      if (shown.length === limit || wanted.length < MIN_TEXT_QUERY) return shown;
      const others = findTexts(texts(), wanted, wordsOf(query, fold)).filter(({ entry }) => !best.has(entry));
      return [...shown, ...others.map((match) => shownText(match, fold))].slice(0, limit);
    },
    passages: (query, limit = PASSAGE_LIMIT) =>
      lettersOf(query).length < MIN_TEXT_QUERY ? [] : passages().find(query).slice(0, limit),
    nearest(query, limit = NEAREST_LIMIT) {
      const wanted = lettersOf(query);
      if (wanted === '') return [];
      const best = new BestMatches();
      for (const match of fuzzy().nearest(wanted)) best.offer(match);
      return best.sorted(limit).map(show);
    },
  };
}

/** Offers the forms that begin with the sounds of a query. @param sounds equal `wanted` if it has no other characters. */
function offerHomophones(forms: FormIndex, wanted: string, sounds: string, offer: BestMatches['offer']): void {
  if (wanted.length < MIN_HOMOPHONES || sounds === wanted) return;
  matchForms(forms, sounds, (match) => {
    const lettersOf = () => commonLetters(match.form.letters, wanted);
    offer({ ...match, tier: 'fuzzy', score: HOMOPHONE_SCORE, lettersOf });
  });
}

/** Texts with the query as one phrase first, then texts with all its words. */
function findTexts(texts: TextIndex, phrase: string, words: readonly string[]): TextMatch[] {
  const start = (match: TextMatch) => match.runs[0]?.[0] ?? 0;
  const whole = texts.find([phrase]).sort((a, b) => start(a) - start(b) || a.order - b.order);
  if (words.length < 2) return whole;
  const known = new Set(whole.map(({ entry }) => entry));
  return [...whole, ...texts.find(words).filter(({ entry }) => !known.has(entry))];
}

/** The first result of each entry. */
function eachOnce(results: readonly SearchResult[]): SearchResult[] {
  const known = new Set<Entry>();
  return results.filter(({ entry }) => !known.has(entry) && known.add(entry));
}

function shownForm({ form, lettersOf }: FormMatch, fold: Fold): SearchResult {
  const { entry } = form;
  const { headword } = entry;
  if (form.kind === 'typed') return { entry, form: headword, ranges: [[0, headword.length]], detail: null };
  const { at } = fold.withPlaces(form.form);
  const ranges = rangesOf(lettersOf().map((letter) => at[letter] ?? 0));
  if (form.kind === 'english') return { entry, form: headword, ranges: [], detail: { text: form.form, ranges } };
  return { entry, form: form.form, ranges, detail: null };
}

/** The moment as detail, its date emphasised. */
function shownMoment({ entry, moment: { from, to, what } }: DatedEntry): SearchResult {
  const date = to === null ? from : `${from} – ${to}`;
  return { entry, form: entry.headword, ranges: [], detail: { text: `${date} ${what}`, ranges: [[0, date.length]] } };
}

function shownText({ entry, text, runs }: TextMatch, fold: Fold): SearchResult {
  const { at } = fold.withPlaces(text);
  const places = runs.flatMap(([start, end]) => run(start, end)).map((letter) => at[letter] ?? 0);
  return { entry, form: entry.headword, ranges: [], detail: { text, ranges: rangesOf(places) } };
}

/** Memoises `make`. */
function lazy<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
