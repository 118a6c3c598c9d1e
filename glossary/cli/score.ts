/**
 * Scores found mentions against labelled texts. Strict: the same span, ignoring quotation and book marks at its ends.
 * Lenient: an overlapping span. Spans labelled as debatable never count.
 */

/** Half-open, in UTF-16 units. */
type Span = Pick<LabelledSpan, 'start' | 'end'>;

/** A labelled mention. */
export interface LabelledSpan {
  start: number;
  end: number;
  term: string;
}

/** A text with its labels. */
export interface LabelledText {
  id: string | number;
  text: string;
  mentions: readonly LabelledSpan[];
  /** Debatable. */
  ignore: readonly Span[];
  /** Text that looks like a term, but is not. */
  traps: readonly Span[];
}

/** A mention that the finder found. */
export interface Found {
  start: number;
  end: number;
  headword: string;
  forms: readonly string[];
}

/** Counts of mentions: correct, wrong, missed. */
export interface Tally {
  found: number;
  wrong: number;
  missed: number;
}

/** The score of several texts. */
export interface Score {
  strict: Tally;
  lenient: Tally;
  traps: number;
  trapsHit: number;
  /** Each error of the lenient count, with its context. */
  errors: string[];
}

const EDGE = /[“”"「」『』‘’'《》\s]/;
const AROUND = 8;

/** @param isKnown whether any of these spellings is a labelled term; other entries do not count as wrong. */
export function scoreTexts(
  texts: readonly { labelled: LabelledText; found: readonly Found[] }[],
  isKnown: (spellings: readonly string[]) => boolean,
): Score {
  const score: Score = { strict: none(), lenient: none(), traps: 0, trapsHit: 0, errors: [] };
  for (const { labelled, found } of texts) scoreText(score, labelled, found, isKnown);
  return score;
}

const none = (): Tally => ({ found: 0, wrong: 0, missed: 0 });

function scoreText(
  score: Score,
  labelled: LabelledText,
  found: readonly Found[],
  isKnown: (spellings: readonly string[]) => boolean,
): void {
  const { text, mentions, ignore, traps } = labelled;
  const hitsMention = (span: Span) => mentions.some((mention) => overlaps(span, mention));
  const counted = found
    .map((item) => ({ ...item, ...trimmed(text, item) }))
    .filter((item) => !ignore.some((span) => overlaps(item, span)))
    .filter(
      (item) =>
        isKnown([item.headword, ...item.forms]) || (traps.some((trap) => overlaps(item, trap)) && !hitsMention(item)),
    );
  score.traps += traps.length;
  score.trapsHit += traps.filter((trap) => counted.some((item) => overlaps(item, trap) && !hitsMention(item))).length;
  const exact = new Set<LabelledSpan>();
  const near = new Set<LabelledSpan>();
  for (const item of counted) {
    const same = mentions.find((mention) => !exact.has(mention) && isSame(trimmed(text, mention), item));
    if (same) exact.add(same);
    else score.strict.wrong++;
    const close = mentions.find((mention) => !near.has(mention) && overlaps(item, mention));
    if (close) near.add(close);
    // A shorter mention inside a label that was already found is no further error.
    else if (!hitsMention(item)) {
      score.lenient.wrong++;
      score.errors.push(`wrong   ${labelled.id}  ${item.headword}  ${contextOf(text, item)}`);
    }
  }
  for (const mention of mentions) {
    if (!near.has(mention)) score.errors.push(`missed  ${labelled.id}  ${mention.term}  ${contextOf(text, mention)}`);
  }
  score.strict.found += exact.size;
  score.strict.missed += mentions.length - exact.size;
  score.lenient.found += near.size;
  score.lenient.missed += mentions.length - near.size;
}

/** Precision, recall and their harmonic mean, each between 0 and 1. */
export function ratesOf({ found, wrong, missed }: Tally): { precision: number; recall: number; f1: number } {
  const precision = found / (found + wrong || 1);
  const recall = found / (found + missed || 1);
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall || 1) };
}

function trimmed(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (from < to && EDGE.test(text.charAt(from))) from++;
  while (to > from && EDGE.test(text.charAt(to - 1))) to--;
  return { start: from, end: to };
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

function contextOf(text: string, { start, end }: Span): string {
  return `«${text.slice(Math.max(0, start - AROUND), end + AROUND).replace(/\n/g, '⏎')}»`;
}
