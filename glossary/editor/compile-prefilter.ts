/**
 * Compiles the prefilter of a finder: literals that every form holds one of, chosen to be few and rare in ordinary text;
 * and guards for short forms that are everyday letters, such as 学会 in 学会了.
 */
import {
  type FinderData,
  GUARD_UNITS,
  type Guard,
  NEAR_UNITS,
  type PatternIndex,
  type PrefilterData,
  prefilterLetters,
  type Rule,
} from '../pack/finder-data';
import type { Folding } from '../pack/folding';
import { cheapestCover, isLatin, type Prices } from './cheapest-cover';
import { RunFrequency } from './run-frequency';

/**
 * Weight of a literal's occurrences on an ordinary page, in bytes of the script in every page: a literal that needlessly loads
 * the engine on one page of a hundred costs as much as fifteen bytes.
 */
const OCCURRENCE_BYTES = 1500;
/** From this many occurrences on an ordinary page on, a form that its rule often refuses has a guard. */
const GUARDED_RATE = 0.005;
/** Longer forms are rare. */
const MAX_GUARDED = 4;
/** From this many on, a word around the form that its rule refuses is part of the guard. */
const REFUSED_RATE = 0.001;

/** Conditions that only ever refuse a form, or keep it from that. A form with any other than these and `needs` has no guard. */
const REFUSING: ReadonlySet<string> = new Set<keyof Rule>([
  'exact',
  'quoted',
  'notBefore',
  'notAfter',
  'restsAfter',
  'restsBefore',
  'standsBefore',
  'standsAfter',
  'settings',
  'unlessNear',
  'unlessPage',
]);
/** One of these is enough to accept a form. An entry that is mentioned has a literal of its own on the page. */
const NEEDS: ReadonlySet<string> = new Set<keyof Rule>(['near', 'page', 'entries']);

/** Compiles the prefilter of a finder with rules. */
export function compilePrefilter(data: FinderData, folding: Folding): PrefilterData {
  const forms = new Forms(data);
  const prices: Prices = { folding, frequency: RunFrequency.standard, occurrenceBytes: OCCURRENCE_BYTES };
  const conditions = forms.all.flatMap((form) => conditionOf(form, forms, prices.frequency) ?? []);
  const free = new Set(forms.all);
  for (const { form } of conditions) free.delete(form);
  const literals = cheapestCover(
    free,
    { ...prices, groupOf: (form) => forms.entryOf(form) },
    (run) => !isLatin(run) || forms.isAcrossWords(run),
  );
  const guards = conditions
    .filter(({ form }) => !literals.some((literal) => form.includes(literal)))
    .map((condition) => guardOf(condition, literals, prices))
    .filter((guard) => guard !== null);
  const tested = { literals: literals.join(' '), guards };
  return { ...tested, spellings: folding.spellingsInOrder(prefilterLetters(tested)) };
}

/** The forms of a finder, without spaces: between letters the prefilter skips them anyway. */
class Forms {
  readonly all: readonly string[];
  readonly patterns: readonly string[];
  readonly exclusions: readonly string[];
  /** Two words in a row of those that have more. */
  readonly #pairsOfWords: readonly string[];
  readonly #rules = new Map<string, (Rule | null)[]>();
  readonly #entries = new Map<string, number>();

  constructor({ patterns, senses, rules, exclusions }: FinderData) {
    this.patterns = patterns.split('\n').map((pattern) => pattern.replaceAll(' ', ''));
    this.#pairsOfWords = patterns.split('\n').flatMap((pattern) => {
      const words = pattern.split(' ');
      return words.length > 2 ? words.slice(1).map((word, i) => `${words[i]}${word}`) : [];
    });
    this.exclusions = exclusions.map((pattern) => this.textOf(pattern));
    for (let i = 0; i + 2 < senses.length; i += 3) {
      const form = this.textOf(senses[i] ?? -1);
      if (!this.#entries.has(form)) this.#entries.set(form, senses[i + 1] ?? -1);
      this.#rules.set(form, [...(this.#rules.get(form) ?? []), rules[senses[i + 2] ?? -1] ?? null]);
    }
    this.all = [...this.#rules.keys()];
  }

  textOf(pattern: PatternIndex): string {
    return this.patterns[pattern] ?? '';
  }

  /** Whether letters run across three words: one or two are a phrase of any page. */
  isAcrossWords(run: string): boolean {
    return !this.#pairsOfWords.some((pair) => pair.includes(run));
  }

  /** The first of the entries that have the form. */
  entryOf(form: string): number | undefined {
    return this.#entries.get(form);
  }

  /** Null for a form without a rule, and for one of several senses. */
  ruleOf(form: string): Rule | null {
    const rules = this.#rules.get(form) ?? [];
    return rules.length === 1 ? (rules[0] ?? null) : null;
  }
}

/** A form's conditions that the prefilter can test. */
interface Condition {
  form: string;
  /** Words around the form in which it is refused. */
  except: readonly string[];
  /** Cues one of which must be there; null if none is needed. */
  needs: { near: readonly string[]; page: readonly string[] } | null;
}

/** Null for forms that are rare or seldom refused: their letters suffice. */
function conditionOf(form: string, forms: Forms, frequency: RunFrequency): Condition | null {
  const rule = forms.ruleOf(form);
  const rate = frequency.perPage(form);
  if (!rule || rate < GUARDED_RATE || form.length > MAX_GUARDED) return null;
  if (!Object.keys(rule).every((key) => REFUSING.has(key) || NEEDS.has(key))) return null;
  const words = [
    ...refusedBy(rule.notBefore, rule.standsBefore, 'startsWith').map((word) => form + word),
    ...refusedBy(rule.notAfter, rule.standsAfter, 'endsWith').map((word) => word + form),
    ...forms.exclusions.filter((word) => word.includes(form)),
  ];
  const rates = new Map(
    words.filter((word) => /^\p{Script=Han}+$/u.test(word)).map((word) => [word, frequency.perPage(word)]),
  );
  const except = [...rates].filter(([, each]) => each >= REFUSED_RATE).map(([word]) => word);
  if (rule.near || rule.page || rule.entries) {
    const texts = (cues: readonly PatternIndex[] = []) => cues.map((cue) => forms.textOf(cue));
    return { form, except, needs: { near: texts(rule.near), page: texts(rule.page) } };
  }
  const refused = except.reduce((sum, word) => sum + (rates.get(word) ?? 0), 0);
  return refused > rate / 2 ? { form, except, needs: null } : null;
}

/** The words of `refusing` beside a form that refuse it whatever word of `keeping` stands there too. */
function refusedBy(
  refusing: readonly string[] = [],
  keeping: readonly string[] = [],
  begins: 'startsWith' | 'endsWith',
): string[] {
  return refusing.filter((word) => !keeping.some((kept) => kept[begins](word) || word[begins](kept)));
}

/** Null where each cue holds a literal, so that the literal stands for the form. */
function guardOf({ form, except, needs }: Condition, literals: readonly string[], prices: Prices): Guard | null {
  if (!needs) return [form, except.join(' '), null, ''];
  // A cue that contains the form is recognised by its other letters.
  const isTelling = (run: string) => !form.includes(run);
  const occurrenceBytes = (OCCURRENCE_BYTES / 20) * prices.frequency.perPage(form);
  const cover = (cues: readonly string[]) =>
    cheapestCover(
      cues.filter((cue) => !literals.some((literal) => cue.includes(literal))),
      { ...prices, occurrenceBytes },
      isTelling,
    );
  const [near, page] = [cover(needs.near), cover(needs.page)];
  if (near.length + page.length === 0) return null;
  const longest = Math.max(0, ...needs.near.map((cue) => cue.length));
  if (NEAR_UNITS + longest > GUARD_UNITS)
    throw new Error(`a cue of ${form} has ${longest} letters: too long for a guard`);
  return [form, except.join(' '), near.join(' '), page.join(' ')];
}
