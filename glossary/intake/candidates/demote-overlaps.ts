/** Ranks candidates, with lower scores for those that overlap with a better one. */
import { addToGroup } from '../../add-to-group';
import type { Candidate } from './source';

/** Loss of a candidate that occurs only inside a better one. */
const INSIDE = 0.25;
/** Loss for each better candidate inside a candidate, and the maximum of their sum. */
const AROUND = 0.14;
const MOST_AROUND = 0.28;

/** Copies with reduced scores, sorted, the likeliest first. Quadratic in the candidates that share a sentence. */
export function demoteOverlaps(candidates: readonly Candidate[]): Candidate[] {
  const sorted = [...candidates].sort(byScore);
  const better: Candidate[] = [];
  const byPlace = new Map<string, Candidate[]>();
  for (const candidate of sorted) {
    const near = new Set(candidate.places.flatMap((place) => byPlace.get(place) ?? []));
    better.push({ ...candidate, score: candidate.score - lossOf(candidate, near) });
    for (const place of candidate.places) addToGroup(byPlace, place, candidate);
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
