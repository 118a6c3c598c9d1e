/** Applies to the packs of joint tables what the reader set of each. */
import { SEGMENT_SIZE, segmentOf } from '../pack/finder-data';
import type { Finder } from './finder';
import type { InsideWords, RuledSense } from './pattern-senses';

/** Settings of the pack of a segment. */
export interface SegmentChoice {
  segment: number;
  /** Whether its terms are found. */
  isOn: boolean;
  /** Terms that are found inside longer words as well. */
  insideWords: InsideWords;
}

/** The finder without senses of packs that are off. Its tables stay as they are, so that this costs no time. */
export function withChoices(finder: Finder, choices: readonly SegmentChoice[]): Finder {
  if (choices.length === 0) return finder;
  const bySegment = new Map(choices.map((choice) => [choice.segment, choice]));
  const chosen = ({ entry, rule }: RuledSense): RuledSense[] => {
    const { isOn = true, insideWords = [] } = bySegment.get(segmentOf(entry)) ?? {};
    if (!isOn) return [];
    const isInside = insideWords === 'all' || insideWords.includes(entry % SEGMENT_SIZE);
    return [{ entry, rule: isInside ? { ...rule, inside: true } : rule }];
  };
  return { ...finder, senses: { of: (pattern) => finder.senses.of(pattern).flatMap(chosen) } };
}
