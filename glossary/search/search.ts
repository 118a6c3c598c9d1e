/**
 * Owns search over a pack. Direct matches by letters and readings come first, in the order of `TIERS`; Fuse.js adds
 * near misses and what only the definition or the English gloss says.
 */
import Fuse, { type IFuseOptions } from 'fuse.js';
import type { Entry, Pack } from '../pack/pack';
import { createFold, type Folded } from './fold-query';
import { matchForm, TIERS, type Tier } from './match-form';
import { commonLetters, type Range, rangesOf } from './ranges';
import type { ReadUnit } from './reading';

export interface SearchResult {
  entry: Entry;
  /** The form that matched; the headword where no form did. */
  form: string;
  /** Parts of `form` that matched. Sorted, disjoint. */
  ranges: Range[];
  /** The text that matched besides forms, with the parts that did; null where a form matched. */
  detail: { text: string; ranges: Range[] } | null;
}

export interface Search {
  /**
   * Results, the best first; none for a query without a letter or digit. Never throws. What is beyond the first 64
   * letters of a query is ignored.
   */
  find(query: string, limit?: number): SearchResult[];
}

const MAX_QUERY = 64;
const DEFAULT_LIMIT = 50;

/** A form made ready: its letters, where they stand in it, how they are read. */
interface ReadyForm {
  entry: Entry;
  order: number;
  form: string;
  folded: Folded;
  units: ReadUnit[];
  reading: string;
  isHeadword: boolean;
}

interface Ranked extends SearchResult {
  rank: readonly number[];
}

const FUZZY: IFuseOptions<ReadyForm> = {
  includeScore: true,
  ignoreLocation: true,
  threshold: 0.34,
  minMatchCharLength: 2,
  keys: [
    { name: 'folded.letters', weight: 2 },
    { name: 'reading', weight: 1 },
  ],
};

/** Makes the pack ready; do it once. Fuse indexes every form: some tens of ms for ten thousand entries. */
export function createSearch(pack: Pack): Search {
  const fold = createFold(pack.variants);
  const forms = pack.entries.flatMap((entry, order) => readyForms(entry, order, fold));
  const fuzzy = new Fuse(forms, FUZZY);
  const texts = pack.entries.map((entry, order) => ({
    entry,
    order,
    texts: [entry.short, entry.long, entry.english.text].map((text) => ({ text, folded: fold(text) })),
  }));
  return {
    find(query, limit = DEFAULT_LIMIT) {
      const { letters } = fold(query);
      const wanted = letters.slice(0, MAX_QUERY);
      if (wanted === '') return [];
      const best = new Map<Entry, Ranked>();
      const offer = (result: Ranked) => {
        const known = best.get(result.entry);
        if (!known || compare(result.rank, known.rank) < 0) best.set(result.entry, result);
      };
      for (const form of forms) offerDirect(form, wanted, offer);
      offerFuzzy(fuzzy, wanted, offer);
      for (const { entry, order, texts: candidates } of texts) {
        const hit = candidates.find(({ folded }) => folded.letters.includes(wanted));
        if (hit && wanted.length > 1) offer(textResult({ entry, order, ...hit }, wanted));
      }
      return [...best.values()]
        .sort((a, b) => compare(a.rank, b.rank))
        .slice(0, limit)
        .map(({ entry, form, ranges, detail }) => ({ entry, form, ranges, detail }));
    },
  };
}

function readyForms(entry: Entry, order: number, fold: (text: string) => Folded): ReadyForm[] {
  const spelled = entry.forms.map((form, i) => ({
    form,
    folded: fold(form),
    syllables: entry.keys.syllables[i] ?? [],
  }));
  const ready = spelled.map(({ form, folded, syllables }, i) => {
    const units = folded.at.map((at, k) => ({ letter: folded.letters.charAt(k), syllable: syllables[at] ?? '' }));
    const reading = units.map((unit) => unit.syllable).join('');
    return { entry, order, form, folded, units, reading, isHeadword: i === 0 };
  });
  // A form with its numerals as digits is shown as the headword: it is a way to type, not to write.
  const typed = entry.keys.numerals.map((form) => {
    const folded = fold(form);
    const units = [...folded.letters].map((letter) => ({ letter, syllable: letter }));
    return { entry, order, form, folded, units, reading: '', isHeadword: false };
  });
  return [...ready, ...typed];
}

function offerDirect(form: ReadyForm, query: string, offer: (result: Ranked) => void): void {
  const match = matchForm(form.units, query);
  if (match) offer(formResult(form, match.tier, form.folded.at.slice(match.start, match.end)));
}

function offerFuzzy(fuzzy: Fuse<ReadyForm>, query: string, offer: (result: Ranked) => void): void {
  if (query.length < 3) return;
  for (const { item, score = 1 } of fuzzy.search(query)) {
    const letters = commonLetters(item.folded.letters, query);
    const offsets = letters.map((index) => item.folded.at[index] ?? 0);
    offer(formResult(item, 'fuzzy', offsets, score));
  }
}

function formResult(item: ReadyForm, tier: Tier, offsets: readonly number[], score = 0): Ranked {
  const { entry, order, form, isHeadword } = item;
  const rank = [TIERS.indexOf(tier), score, Number(!isHeadword), form.length, order];
  if (entry.forms.includes(form)) return { entry, form, ranges: rangesOf(offsets), detail: null, rank };
  return { entry, form: entry.headword, ranges: [[0, entry.headword.length]], detail: null, rank };
}

function textResult(
  { entry, order, text, folded }: { entry: Entry; order: number; text: string; folded: Folded },
  query: string,
): Ranked {
  const start = folded.letters.indexOf(query);
  const ranges = rangesOf(folded.at.slice(start, start + query.length));
  const rank = [TIERS.indexOf('text'), 0, 0, start, order];
  return { entry, form: entry.headword, ranges: [], detail: { text, ranges }, rank };
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
