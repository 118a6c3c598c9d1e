/**
 * Tests whether a form begins and ends at word boundaries: 天文|科普 contains the form 科普, 内科|普通班 does not. Words are
 * those of `Intl.Segmenter`, whose dictionary differs between browsers; `README.md` has the rule.
 */
import { closesQuote, IGNORABLE, isHan, opensQuote, SPACE } from '../pack/characters';
import type { Span } from './boundaries';

/**
 * Letters read on each side of a form. Words are chosen for a clause as a whole, but a choice seldom depends on what is
 * further away; without a limit, a text without punctuation would cost the square of its length. Of 1,500 candidates in
 * labelled texts, runtimes that weigh readings answer all alike from four letters on.
 */
const REACH = 6;
/** As `REACH`, for greedy runtimes, whose reading depends on where it begins. */
const GREEDY_REACH = 16;

/** The same beside a cue, where less is at stake. */
const CUE_REACH = 4;

/** Forms of up to so many letters count as one word, even where the dictionary does not have them (科协). */
const SHORT_FORM = 3;

/** Chinese numerals, which the dictionary joins to numbers. */
const NUMBER = /^[〇零一二三四五六七八九十百千万亿两廿卅\u842c\u5104\u5169]+$/;

/** The suffix of a field's name after at least two letters, in both scripts. */
const FIELD = /..[学\u5b78]$/;

/** Suffix that turns a short word before it into a word for a person: 传达学习者. Dictionaries segment it separately. */
const PERSON_SUFFIX = '者';
/** After more letters the suffix ends a clause: 获颁“光荣在党50年”纪念章|者. */
const MAX_SUFFIXED = 4;

/** The runtime's words. */
interface Words {
  segmenter: Intl.Segmenter;
  /**
   * Whether the runtime takes the longest word at each place (Firefox: 研究生|命|起源) instead of weighing readings by how
   * common their words are (Chromium: 研究|生命|起源). Its reading depends on where it begins, its ties mean
   * nothing, and it misreads too much beside long forms.
   */
  isGreedy: boolean;
}

/** Undefined before the first use, which loads the dictionary; null in runtimes without `Intl.Segmenter`. */
let loaded: Words | null | undefined;

function loadWords(): Words | null {
  if (!('Segmenter' in Intl)) return null;
  // The default of `localeMatcher` makes Chromium weigh all its languages, which takes a third longer.
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word', localeMatcher: 'lookup' });
  return { segmenter, isGreedy: wordEnds(segmenter, '研究生命起源').has('研究生'.length) };
}

/** Numbers of letters before a form from which a greedy runtime reads the text again. */
const LATER_BEGINNINGS = [3, 2, 1];

/**
 * Whether a word of the text crosses an edge of the span, so that the span is not read as a word. Where one does, the text
 * is read both ways, and the reading with fewer words wins: 市|科协|会同 rather than 市|科|协会|同, 学科|协作 rather than
 * 学|科协|作. In a tie the crossing word wins over a short form, unless the runtime is greedy. Only Chinese letters have such
 * words. Reads a few letters beside the form; greedy runtimes read more, a few times, and nothing for forms that are not short.
 */
export function isCrossedByWord(text: string, { start, end }: Span): boolean {
  const hasBefore = isHan(text.charCodeAt(start)) && readHan(text, start - 1, -1, 1) !== '';
  const next = isHan(text.charCodeAt(end - 1)) ? readHan(text, end, 1, 1) : '';
  if (!hasBefore && next === '') return false;
  if (next === PERSON_SUFFIX && end - start <= MAX_SUFFIXED) return true;
  if (loaded === undefined) loaded = loadWords();
  if (loaded === null) return false;
  const words = loaded;
  const reach = words.isGreedy ? GREEDY_REACH : REACH;
  const before = hasBefore ? readHan(text, start - 1, -1, reach) : '';
  const after = next === '' ? '' : readHan(text, end, 1, reach);
  const form = lettersOf(text, start, end);
  if (words.isGreedy && form.length > SHORT_FORM) return false;
  const key = `${before}|${form}|${after}`;
  const known = answers.get(key);
  if (known !== undefined) return known;
  if (answers.size >= MAX_ANSWERS) answers.clear();
  const answer = isCrossedSomehow(words, { before, form, after }, isCrossed);
  answers.set(key, answer);
  return answer;
}

/** Answers by what was read: pages repeat themselves, and the runtime takes microseconds to answer. */
const answers = new Map<string, boolean>();
const MAX_ANSWERS = 1000;

/**
 * Whether a word of the text cuts a cue: has a part of it and more beside it. The words 全|国 and 会|员 of 全国会员 cut 国会; a
 * word that has all of it does not (国会 in 国会议员), nor does one in a tie. A cue that is the wording of a form, such as 本学会,
 * is cut as a form is crossed, in a tie too if it is short (课本|学会): the entry loses one of its cues only.
 */
export function isCutByWord(text: string, { start, end }: Span, isWording: boolean): boolean {
  const before = isHan(text.charCodeAt(start)) ? readHan(text, start - 1, -1, CUE_REACH) : '';
  const after = isHan(text.charCodeAt(end - 1)) ? readHan(text, end, 1, CUE_REACH) : '';
  if (before === '' && after === '') return false;
  if (loaded === undefined) loaded = loadWords();
  if (loaded === null) return false;
  const form = lettersOf(text, start, end);
  if (loaded.isGreedy && form.length > SHORT_FORM) return false;
  return isCrossedSomehow(loaded, { before, form, after }, isWording ? isWordingCut : isCut);
}

function isCrossedSomehow(words: Words, { before, form, after }: Clause, test: typeof isCrossed): boolean {
  if (test(words, { before, form, after })) return true;
  if (!words.isGreedy) return false;
  const shorter = LATER_BEGINNINGS.filter((length) => length < before.length);
  return shorter.some((length) => test(words, { before: before.slice(-length), form, after }));
}

/** Letters of a text: a form, and the text beside it. */
interface Clause {
  before: string;
  form: string;
  after: string;
}

function isCrossed(words: Words, clause: Clause): boolean {
  const saved = wordsSaved(words, clause);
  // A long form is better evidence than a tie: 中国科协|和, although 协和 is a word.
  return saved !== null && saved >= (words.isGreedy || clause.form.length > SHORT_FORM ? 1 : 0);
}

/** How many words fewer the clause has when words cross the edges of the form; null where none does. */
function wordsSaved({ segmenter, isGreedy }: Words, { before, form, after }: Clause): number | null {
  const clause = before + form + after;
  const segments = segmenter.segment(clause);
  if (isWordEdge(segments, clause, before.length) && isWordEdge(segments, clause, before.length + form.length))
    return null;
  const crossing = countWords(segmenter, clause);
  const ends = wordEnds(segmenter, before);
  const counted = ends.size - 1 + countFormWords(segmenter, form) + countWords(segmenter, after);
  const apart = !isGreedy && endsWithField(before, ends) ? counted - 1 : counted;
  return apart - crossing;
}

function isCut(words: Words, clause: Clause): boolean {
  if ((wordsSaved(words, clause) ?? 0) <= 0) return false;
  const { before, form, after } = clause;
  const word = words.segmenter.segment(before + form + after).containing(before.length);
  return word === undefined || word.index + word.segment.length < before.length + form.length;
}

function isWordingCut(words: Words, clause: Clause): boolean {
  const least = clause.form.length > SHORT_FORM ? 1 : 0;
  return (wordsSaved(words, clause) ?? -1) >= least;
}

/** Whether a word of the clause begins or ends at a place. Asks for the words beside it only: going through all takes thrice as long. */
function isWordEdge(segments: Intl.Segments, clause: string, at: number): boolean {
  if (at === 0 || at === clause.length) return true;
  const here = segments.containing(at);
  if (here === undefined) return false;
  if (here.index !== at) return at === here.index + here.segment.length - 1 && endsWithConnective(here.segment);
  // A number is one word, however the dictionary divides it.
  return !(NUMBER.test(here.segment) && NUMBER.test(segments.containing(at - 1)?.segment ?? ''));
}

/**
 * Where words of the text end, and 0. A number is one word, however the dictionary divides it: 二十四, not 二十|四. The
 * dictionary has words with a particle, more so in Traditional: 系統的 is 系統|的.
 */
function wordEnds(segmenter: Intl.Segmenter, text: string): ReadonlySet<number> {
  const ends = new Set([0]);
  let wasNumber = false;
  for (const { index, segment } of segmenter.segment(text)) {
    const isNumber = NUMBER.test(segment);
    if (isNumber && wasNumber) ends.delete(index);
    const end = index + segment.length;
    if (endsWithParticle(segment)) ends.add(end - 1);
    ends.add(end);
    wasNumber = isNumber;
  }
  return ends;
}

/** Whether a word may be a letter and a connective after it: 系統的, and 普及 in 健康科普|及就医. */
function endsWithConnective(word: string): boolean {
  return endsWithParticle(word) || (word.length === 2 && word.endsWith('及'));
}

/** Whether the dictionary took a particle into a word: 系統的. */
function endsWithParticle(word: string): boolean {
  return word.length > 2 && word.endsWith('的');
}

function countWords(segmenter: Intl.Segmenter, text: string): number {
  return wordEnds(segmenter, text).size - 1;
}

/** Whether a text ends with a word and 学, which make the name of a field together: 合成|生物|学, before 科普. @param ends of its words. */
function endsWithField(text: string, ends: ReadonlySet<number>): boolean {
  return FIELD.test(text) && ends.has(text.length - 1);
}

/** The words of a form. Single letters in a row count as one: a word that the dictionary does not have (科协). */
function countFormWords(segmenter: Intl.Segmenter, form: string): number {
  if (form.length <= SHORT_FORM) return 1;
  let count = 0;
  let wasSingle = false;
  for (const { segment } of segmenter.segment(form)) {
    const isSingle = segment.length === 1;
    if (!(isSingle && wasSingle)) count++;
    wasSingle = isSingle;
  }
  return count;
}

/**
 * The Chinese letters from `at` on in direction `step`, in the order of the text, up to `reach`. Reads across invisible
 * characters and line feeds, with which a source may wrap a word.
 */
function readHan(text: string, at: number, step: 1 | -1, reach: number): string {
  let end = at;
  while (end !== at + reach * step && isHan(text.charCodeAt(end))) end += step; // Past an end this is NaN, which is no letter.
  const letters = step > 0 ? text.slice(at, end) : text.slice(end + 1, at + 1);
  return letters.length < reach && isInvisible(text.charAt(end)) ? readHanSlowly(text, at, step, reach) : letters;
}

function readHanSlowly(text: string, at: number, step: 1 | -1, reach: number): string {
  let letters = '';
  for (let i = at; letters.length < reach; i += step) {
    const unit = text.charAt(i);
    if (isInvisible(unit)) continue;
    if (!isHan(text.charCodeAt(i))) break; // As above.
    letters = step > 0 ? letters + unit : unit + letters;
  }
  return letters;
}

function isInvisible(unit: string): boolean {
  return unit === '\n' || (unit !== '' && IGNORABLE.includes(unit));
}

/** The text of the span without characters that a match skips. */
function lettersOf(text: string, start: number, end: number): string {
  let at = start;
  while (at < end && isHan(text.charCodeAt(at))) at++;
  let letters = text.slice(start, at);
  for (; at < end; at++) {
    const unit = text.charAt(at);
    if (!IGNORABLE.includes(unit) && !SPACE.includes(unit) && !opensQuote(unit) && !closesQuote(unit)) letters += unit;
  }
  return letters;
}
