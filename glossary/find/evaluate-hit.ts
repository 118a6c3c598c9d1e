/** Evaluates a hit by the rules of its senses, as far as its text run can tell. */
import { isLatinOrDigit, lettersOf } from '../pack/characters';
import type { EntryIndex, PatternIndex, Reason, Rule } from '../pack/finder-data';
import { endsAt, isName, isQuoted, isSetApart, restFollowsAt, restPrecedesAt, startsAt } from './boundaries';
import type { Finder } from './finder';
import type { Hit, HitIndex } from './hits';
import type { RefusedSpans } from './refused-spans';
import type { RunContext } from './run-context';
import {
  hasKanaBeside,
  hasKanaNear,
  hasOtherLetters,
  isOtherLanguage,
  isSimplified,
  type SiteSettings,
} from './setting';

/** A sense that a text run allows for a form, with what is still open about it. */
export interface OpenSense {
  entry: EntryIndex;
  /** Null while the sense still needs evidence from the page. */
  reason: Reason | null;
  rule: Rule | null;
}

/** The text run that hits are evaluated in. */
interface EvaluatedRun {
  text: string;
  context: RunContext;
  site: SiteSettings;
  index: HitIndex;
  /** Receives where a rule refused an entry. */
  refused: RefusedSpans;
}

/** The cost of reading the words around a hit, in pieces of work. */
const WORDS_COST = 8;

/** Cues of up to so many letters are tested for words that cut them. Longer ones are seldom cut. */
const MAX_CUT = 2;

const NO_SENSES: OpenSense[] = [];

/** Evaluates rules against one text run. */
export class HitEvaluator {
  readonly #finder: Finder;
  readonly #run: EvaluatedRun;
  #cost = 0;
  /** Whether words of the text cut cues. */
  readonly #cuts = new Map<Hit, boolean>();
  /** The same for cues that contain the form: another test, and a cue may contain one form and not another. */
  readonly #wordingCuts = new Map<Hit, boolean>();
  /** Null until a rule asks. */
  #pageLanguage: string | null = null;

  constructor(finder: Finder, run: EvaluatedRun) {
    this.#finder = finder;
    this.#run = run;
  }

  /** The pieces of work since the last call. */
  takeCost(): number {
    const cost = 1 + this.#cost;
    this.#cost = 0;
    return cost;
  }

  /** The senses that the text run allows, the likeliest first. */
  sensesAt(hit: Hit): OpenSense[] {
    const ruled = this.#finder.senses.of(hit.pattern);
    if (ruled.length === 0) return NO_SENSES;
    const senses: OpenSense[] = [];
    for (const { entry, rule } of ruled) {
      if (!rule) senses.push({ entry, rule, reason: FORM });
      else if (!this.#isSpelt(hit, rule)) continue;
      else if (this.#isRefused(hit, rule)) this.#run.refused.add(entry, hit);
      else if (this.#isAtHome(hit, rule)) senses.push({ entry, rule, reason: this.#reasonFor(hit, rule) });
    }
    if (senses.length === 0) return senses;
    this.#cost += WORDS_COST;
    if (!this.#finder.isCrossed(this.#run.text, hit)) return senses;
    return senses.filter(
      ({ rule }) => rule && (rule.inside || this.#standsBefore(hit, rule) || this.#standsAfter(hit, rule)),
    );
  }

  /** Notes what the rules of a hit refuse, where nothing else of it matters. */
  noteRefusals(hit: Hit): void {
    for (const { entry, rule } of this.#finder.senses.of(hit.pattern)) {
      if (rule && this.#isSpelt(hit, rule) && this.#isRefused(hit, rule)) this.#run.refused.add(entry, hit);
    }
  }

  #isSpelt(hit: Hit, rule: Rule): boolean {
    const { text } = this.#run;
    if (rule.exact !== undefined && latinOf(text.slice(hit.start, hit.end)) !== latinOf(rule.exact)) return false;
    return !rule.quoted || isQuoted(text, hit);
  }

  #isRefused(hit: Hit, rule: Rule): boolean {
    const { text, index } = this.#run;
    const { tables } = this.#finder;
    const isBefore =
      rule.notBefore?.some((word) => startsAt(tables, text, hit.end, word)) ||
      rule.restsAfter?.some((rest) => restFollowsAt(tables, text, hit.end, rest));
    if (isBefore && !this.#standsBefore(hit, rule)) return true;
    const isAfter =
      rule.notAfter?.some((word) => endsAt(tables, text, hit.start, word)) ||
      rule.restsBefore?.some((rest) => restPrecedesAt(tables, text, hit.start, rest));
    if (isAfter && !this.#standsAfter(hit, rule)) return true;
    // A name directly before a form decides its setting, whatever else is near: 越共|中央政治局.
    if (rule.settings?.some((at) => index.isPrecededBy(this.#finder.settings[at]?.away ?? [], hit))) return true;
    if (rule.unlessNear && index.isNear(rule.unlessNear, hit, this.#refusesCue(hit, rule))) return true;
    return rule.unlessPage?.some((cue) => index.hasOutside(cue, hit)) ?? false;
  }

  #standsBefore({ end }: Hit, { standsBefore }: Rule): boolean {
    return standsBefore?.some((word) => startsAt(this.#finder.tables, this.#run.text, end, word)) ?? false;
  }

  #standsAfter({ start }: Hit, { standsAfter }: Rule): boolean {
    return standsAfter?.some((word) => endsAt(this.#finder.tables, this.#run.text, start, word)) ?? false;
  }

  /** Whether a cue of a setting is near. One that contains the form is the end of a longer word as well: 甘肃省|科学技术协会. */
  #isSettingNear(cues: readonly PatternIndex[], hit: Hit): boolean {
    return this.#run.index.isNear(cues, hit, (cue) => !this.#isWording(cue, hit) && this.#isCut(cue, false));
  }

  /** Whether a word of the text cuts a cue, unless it is the wording of the form beside a word that the form stands beside. */
  #refusesCue(hit: Hit, rule: Rule): (cue: Hit) => boolean {
    return (cue) =>
      this.#isWording(cue, hit)
        ? this.#isCut(cue, true) && !this.#standsBefore(cue, rule) && !this.#standsAfter(cue, rule)
        : this.#isCut(cue, false);
  }

  /** Whether the cue contains the form. */
  #isWording(cue: Hit, { pattern }: Hit): boolean {
    const { textOf } = this.#finder;
    return textOf(cue.pattern).includes(textOf(pattern));
  }

  /** Whether a word of the text cuts a cue. Reads the words around it once. */
  #isCut(cue: Hit, isWording: boolean): boolean {
    if (!isWording && this.#finder.textOf(cue.pattern).length > MAX_CUT) return false;
    const cuts = isWording ? this.#wordingCuts : this.#cuts;
    const known = cuts.get(cue);
    if (known !== undefined) return known;
    this.#cost += WORDS_COST;
    const isCut = this.#finder.isCut(this.#run.text, cue, isWording);
    cuts.set(cue, isCut);
    return isCut;
  }

  #isAtHome(hit: Hit, { settings }: Rule): boolean {
    return !settings || (!hasKanaBeside(this.#run.text, hit) && settings.every((at) => this.#isIn(at, hit)));
  }

  /** Whether the form is in the setting or has evidence of it: near it if another setting is near, otherwise in the run. */
  #isIn(at: number, hit: Hit): boolean {
    const { index, text, site } = this.#run;
    const setting = this.#finder.settings[at];
    if (!setting || this.#isSettingNear(setting.home, hit)) return true;
    if (this.#isSettingNear(setting.away, hit) || hasKanaNear(text, hit)) return false;
    if (site.home.has(at)) return true;
    const isElsewhere =
      site.away.has(at) || isOtherLanguage(this.#language()) || (setting.simplified && this.#isTraditional(hit));
    return !isElsewhere || setting.home.some((cue) => index.hasOutside(cue, hit));
  }

  /** Whether the form is in Traditional letters, and its page does not say that it is in Simplified Chinese. */
  #isTraditional({ pattern, start, end }: Hit): boolean {
    const spelling = this.#run.text.slice(start, end);
    return hasOtherLetters(spelling, this.#finder.textOf(pattern)) && !isSimplified(this.#language());
  }

  #language(): string {
    this.#pageLanguage ??= this.#run.context.language();
    return this.#pageLanguage;
  }

  /** The reason the text run gives; null where the rule needs evidence from the page. */
  #reasonFor(hit: Hit, rule: Rule): Reason | null {
    const { textOf } = this.#finder;
    const { text, index, context } = this.#run;
    const near = rule.near ? index.nearest(rule.near, hit, this.#refusesCue(hit, rule)) : null;
    if (near !== null) {
      const cue = textOf(near);
      // “学会会员” near 学会 says how the word is used there, not which other subject the text has.
      return { kind: cue.includes(textOf(hit.pattern)) ? 'wording' : 'near', cue };
    }
    const here = rule.page?.find((cue) => index.hasOutside(cue, hit));
    if (here !== undefined) return { kind: 'page', cue: textOf(here) };
    if (rule.orQuoted && isQuoted(text, hit) && !isName(text, hit)) return { kind: 'quoted' };
    if (rule.orQuoted && (isSetApart(text, hit) || context.isAlone(hit))) return { kind: 'alone' };
    if (rule.near || rule.page || rule.entries || rule.orQuoted) return null;
    return rule.quoted ? { kind: 'quoted' } : FORM;
  }
}

const FORM: Reason = { kind: 'form' };

/** The Latin letters and digits of a spelling, width folded: the characters that differ by case. */
function latinOf(spelling: string): string {
  return lettersOf(spelling.normalize('NFKC'))
    .map(({ unit }) => unit)
    .filter((unit) => isLatinOrDigit(unit.charCodeAt(0)))
    .join('');
}
