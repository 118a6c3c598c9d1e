/** Joins the finder data of two packs, so that their forms compete for the same places. */
import {
  type EntryIndex,
  type FinderData,
  type PatternIndex,
  type Rule,
  SEGMENT_SIZE,
  type Setting,
} from '../pack/finder-data';

/**
 * The data of both, whose entries lie in different segments. Where a form of one is an exclusion of the other, the form
 * counts. Senses of `second` come after those of `first`.
 */
export function joinFinders(first: FinderData, second: FinderData): FinderData {
  const patterns = patternsOf(first);
  const known = new Map(patterns.map((pattern, index) => [pattern, index]));
  const places = patternsOf(second).map((pattern) => {
    const place = known.get(pattern);
    return place ?? patterns.push(pattern) - 1;
  });
  const pattern = (index: PatternIndex) => places[index] ?? -1;
  const { settings: firstSettings = [] } = first;
  const setting = (index: number) => index + firstSettings.length;
  const rules = [...first.rules, ...second.rules.map((rule) => renumbered(rule, { pattern, setting }))];
  const settings = [...firstSettings, ...(second.settings ?? []).map((item) => renumberedSetting(item, pattern))];
  const senses = sortedByPattern([
    ...triplesOf(first.senses),
    ...triplesOf(second.senses).map(
      ([at, of, rule]): Triple => [pattern(at), of, rule < 0 ? rule : rule + first.rules.length],
    ),
  ]);
  const formed = new Set(senses.map(([at]) => at));
  return {
    revisions: joinedRevisions(first.revisions, second.revisions),
    patterns: patterns.join('\n'),
    variants: joinedVariants(first.variants, second.variants),
    senses: senses.flat(),
    rules,
    exclusions: [...new Set([...first.exclusions, ...second.exclusions.map(pattern)])].filter((at) => !formed.has(at)),
    settings,
  };
}

/** The data of a pack that was compiled as the only one, with its entries in a segment. */
export function inSegment(data: FinderData, segment: number): FinderData {
  const first = segment * SEGMENT_SIZE;
  return {
    ...data,
    revisions: [...Array<string>(segment).fill(''), ...data.revisions],
    senses: data.senses.map((value, i) => (i % 3 === 1 ? value + first : value)),
    rules: data.rules.map(({ entries, ...rule }) => ({
      ...rule,
      ...(entries && { entries: entries.map((entry) => entry + first) }),
    })),
  };
}

/** No pattern is empty: a pack without entries has none. */
function patternsOf({ patterns }: FinderData): string[] {
  return patterns === '' ? [] : patterns.split('\n');
}

/** No segment has entries of both. */
function joinedRevisions(first: readonly string[], second: readonly string[]): string[] {
  return Array.from({ length: Math.max(first.length, second.length) }, (_, i) => first[i] || second[i] || '');
}

type Triple = [pattern: PatternIndex, entry: EntryIndex, rule: number];

function triplesOf(senses: readonly number[]): Triple[] {
  const triples: Triple[] = [];
  for (let i = 0; i + 2 < senses.length; i += 3) triples.push(senses.slice(i, i + 3) as Triple); // Three, by contract.
  return triples;
}

/** The sort is stable: the likelier sense stays first. */
function sortedByPattern(triples: readonly Triple[]): Triple[] {
  return [...triples].sort(([a], [b]) => a - b);
}

/** Both were made from one table, so that a spelling has the same letter in both. */
function joinedVariants(first: string, second: string): string {
  const letterOf = new Map<string, string>();
  for (const variants of [first, second]) {
    for (let i = 0; i + 1 < variants.length; i += 2) letterOf.set(variants.charAt(i), variants.charAt(i + 1));
  }
  return [...letterOf].flat().join('');
}

/** From the indexes of the second pack to those of both. */
interface Renumbering {
  pattern(index: PatternIndex): PatternIndex;
  setting(index: number): number;
}

function renumberedSetting(setting: Setting, pattern: Renumbering['pattern']): Setting {
  return { ...setting, home: setting.home.map(pattern), away: setting.away.map(pattern) };
}

function renumbered(rule: Rule, { pattern, setting }: Renumbering): Rule {
  const copy = { ...rule };
  for (const key of ['near', 'page', 'unlessNear', 'unlessPage'] as const) {
    const cues = copy[key];
    if (cues) copy[key] = cues.map(pattern);
  }
  if (copy.settings) copy.settings = copy.settings.map(setting);
  return copy;
}
