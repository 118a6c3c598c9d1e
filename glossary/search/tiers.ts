/** Owns the order of results: how good a kind of match is, and which of two matches is better. */
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
export type Tier = (typeof TIERS)[number];

/** A form that matched. */
export interface FormMatch {
  form: IndexedForm;
  tier: Tier;
  /** Within the tier: 0 is best. */
  score: number;
  /** Which letters of the form matched, worked out when shown. */
  lettersOf(): readonly number[];
}

/** Negative if `a` is better. */
export function compareMatches(a: FormMatch, b: FormMatch): number {
  return (
    TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier) ||
    a.score - b.score ||
    Number(b.form.kind === 'headword') - Number(a.form.kind === 'headword') ||
    a.form.form.length - b.form.form.length ||
    a.form.order - b.form.order
  );
}

/** `start`, `start + 1`, … before `end`. */
export function run(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, i) => start + i);
}
