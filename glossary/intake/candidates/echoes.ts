/** Owns ranking: a candidate that says again what a better one says already goes further down. */
import type { Candidate } from './source';

/** What a candidate loses that stands only inside a better one. */
const INSIDE = 0.25;
/** What it loses for each better one it only adds words to, and for all of them at most. */
const AROUND = 0.14;
const MOST_AROUND = 0.28;

/** Sorted, the likeliest first. Quadratic in the candidates that share a sentence, no more. */
export function withoutEchoes(candidates: readonly Candidate[]): Candidate[] {
  const sorted = [...candidates].sort(byScore);
  const better: Candidate[] = [];
  const byPlace = new Map<string, Candidate[]>();
  for (const candidate of sorted) {
    const near = new Set(candidate.places.flatMap((place) => byPlace.get(place) ?? []));
    better.push({ ...candidate, score: candidate.score - lossOf(candidate, near) });
    for (const place of candidate.places) byPlace.set(place, [...(byPlace.get(place) ?? []), candidate]);
  }
  return better.sort(byScore);
}

function lossOf(candidate: Candidate, better: Iterable<Candidate>): number {
  let [inside, around] = [0, 0];
  for (const other of better) {
    if (other.form.includes(candidate.form)) inside = candidate.count <= other.count ? INSIDE : inside;
    else if (candidate.form.includes(other.form)) around += AROUND;
  }
  return inside + Math.min(MOST_AROUND, around);
}

function byScore(a: Candidate, b: Candidate): number {
  return b.score - a.score || b.count - a.count || (a.form < b.form ? -1 : 1);
}
