/** Ranks matches: the order of their kinds, and the comparison of two matches. */
import type { IndexedForm } from './form-index';

/** Kinds of match, the best first. */
export const TIERS = [
  'exact',
  'prefix',
  'initials',
  'reading',
  'inside',
  'readingInside',
  'fuzzy',
  'contained',
  'text',
] as const;
/** A kind of match. */
export type Tier = (typeof TIERS)[number];

/** A form that matched. */
export interface FormMatch {
  form: IndexedForm;
  tier: Tier;
  /** Within the tier: 0 is best. */
  score: number;
  /** Indexes of the folded letters that matched, ascending. Computed for displayed results only. */
  lettersOf(): readonly number[];
}

/** Negative if `a` is better: by tier, score, headword before other forms, length of the form, order in the pack. */
export function compareMatches(a: FormMatch, b: FormMatch): number {
  return (
    TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier) ||
    a.score - b.score ||
    Number(b.form.kind === 'headword') - Number(a.form.kind === 'headword') ||
    a.form.form.length - b.form.form.length ||
    a.form.order - b.form.order
  );
}

/** The integers from `start` up to, but not including, `end`. */
export function run(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, i) => start + i);
}
