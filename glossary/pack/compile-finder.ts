/**
 * Compiles forms, rules and exclusions to the finder's data, in the build and in the browser.
 */
import type { EntryIndex, FinderData, PatternIndex, Rule, Setting } from './finder-data';
import type { Folding } from './folding';
import { finish, StepBudget } from './step-budget';

/** A form and its conditions. In each list, one word is enough. */
export interface FormRules {
  text: string;
  exactCase?: boolean | undefined;
  /** Also inside a longer word of the dictionary. */
  insideWords?: boolean | undefined;
  /** Only directly between quotation marks. */
  quoted?: boolean | undefined;
  notBefore?: string[] | undefined;
  notAfter?: string[] | undefined;
  /** Rests of words that the form would contain in part: not directly after it, and not directly before it. */
  restsAfter?: string[] | undefined;
  restsBefore?: string[] | undefined;
  /** Words beside which the form is a word, whatever words the dictionary reads there. */
  standsBefore?: string[] | undefined;
  standsAfter?: string[] | undefined;
  /** One of these is enough to accept. `entries` are entry ids. */
  needs?:
    | {
        near?: string[] | undefined;
        page?: string[] | undefined;
        entries?: string[] | undefined;
        quoted?: true | undefined;
        /** Settings of which a word of their own is anywhere on the page. */
        settings?: string[] | undefined;
      }
    | undefined;
  /** One of these is enough to reject. */
  unless?: { near?: string[] | undefined; page?: string[] | undefined } | undefined;
  /** The names of the settings in which the form means the entry without further evidence. */
  settings?: string[] | undefined;
}

/** A setting by name: words that speak for it, and words that speak for another. */
export interface NamedSetting {
  id: string;
  home: readonly string[];
  away: readonly string[];
  /** As `Setting.simplified`. */
  simplified?: true | undefined;
}

/** An entry and its forms, each with at least one letter. */
export interface NamedEntry {
  id: string;
  /** Its entry index; by default its position in the list. */
  index?: EntryIndex;
  forms: readonly FormRules[];
}

/** How data is compiled. */
export interface CompileOptions {
  /** As `FinderData.revisions`. */
  revisions: readonly string[];
  folding: Folding;
  /** The settings that forms name. */
  settings?: readonly NamedSetting[];
}

/** Entries compiled in one step: a few milliseconds. */
const STEP_ENTRIES = 512;

/** Numbers distinct strings in order. */
class Numbering {
  readonly all: string[] = [];
  readonly #indexes = new Map<string, number>();
  indexOf(item: string): number {
    const known = this.#indexes.get(item);
    if (known !== undefined) return known;
    this.#indexes.set(item, this.all.length);
    return this.all.push(item) - 1;
  }
}

/**
 * Compiles the finder's part of a pack.
 * @param entries with distinct ids, those in rules included. If entries share a form, earlier ones come first.
 */
export function compileFinder(...input: Parameters<typeof compilingFinder>): FinderData {
  return finish(compilingFinder(...input));
}

/** As `compileFinder`, in steps. */
export function* compilingFinder(
  entries: readonly NamedEntry[],
  exclusions: readonly { text: string }[],
  { revisions, folding, settings: named = [] }: CompileOptions,
): Generator<void, FinderData> {
  const patterns = new Numbering();
  const rules = new Numbering();
  const indexOfEntry = new Map(entries.map((entry, place) => [entry.id, entry.index ?? place]));
  yield;
  const names: Names = {
    fold: (word) => folding.fold(word),
    cue: (word) => patterns.indexOf(folding.fold(word)),
    entry: (id) => indexOfEntry.get(id) ?? -1,
    setting: (id) => named.findIndex((setting) => setting.id === id),
    home: (id) => settings[names.setting(id)]?.home ?? [],
  };
  const settings = named.map(
    ({ home, away, simplified }): Setting => ({
      home: home.map(names.cue),
      away: away.map(names.cue),
      ...(simplified && { simplified }),
    }),
  );
  const blocked = exclusions.map((exclusion) => names.cue(exclusion.text));
  const senses: { pattern: number; entry: number; rule: number }[] = [];
  const budget = new StepBudget(STEP_ENTRIES);
  for (const entry of entries) {
    if (budget.spend()) yield;
    const distinct = new Map<string, (typeof senses)[number]>();
    for (const form of entry.forms) {
      const rule = ruleOf(form, names);
      const sense = {
        pattern: names.cue(form.text),
        entry: names.entry(entry.id),
        rule: rule ? rules.indexOf(JSON.stringify(rule)) : -1,
      };
      distinct.set(`${sense.pattern} ${sense.rule}`, sense);
    }
    senses.push(...distinct.values());
  }
  yield;
  // If its condition holds, a sense with a condition is likelier.
  senses.sort((a, b) => a.pattern - b.pattern || Number(a.rule < 0) - Number(b.rule < 0));
  const compiledRules = rules.all.map((rule) => JSON.parse(rule) as Rule); // Written by `ruleOf` above.
  const neighbours = compiledRules.flatMap(neighboursIn);
  yield;
  const variants = folding.spellingsOf([...patterns.all, ...neighbours]);
  yield;
  return {
    revisions,
    patterns: patterns.all.join('\n'),
    variants,
    senses: senses.flatMap(({ pattern, entry, rule }) => [pattern, entry, rule]),
    rules: compiledRules,
    exclusions: blocked,
    ...(settings.length > 0 && { settings }),
  };
}

/** The words that a rule looks for directly beside its form. */
export function neighboursIn(rule: Rule): string[] {
  const { notBefore, notAfter, restsAfter, restsBefore, standsBefore, standsAfter } = rule;
  return [notBefore, notAfter, restsAfter, restsBefore, standsBefore, standsAfter].flatMap((words) => words ?? []);
}

/** Compiles the words of a rule. */
interface Names {
  fold(word: string): string;
  cue(word: string): PatternIndex;
  entry(id: string): EntryIndex;
  setting(id: string): number;
  home(id: string): readonly PatternIndex[];
}

function ruleOf(form: FormRules, { fold, cue, entry, setting, home }: Names): Rule | null {
  const { page: words, settings: asked } = form.needs ?? {};
  const page = (words ?? asked) && [...(words ?? []).map(cue), ...(asked ?? []).flatMap(home)];
  const rule = {
    exact: form.exactCase ? form.text.normalize('NFKC') : undefined,
    quoted: form.quoted,
    inside: form.insideWords,
    notBefore: form.notBefore?.map(fold),
    notAfter: form.notAfter?.map(fold),
    restsAfter: form.restsAfter?.map(fold),
    restsBefore: form.restsBefore?.map(fold),
    standsBefore: form.standsBefore?.map(fold),
    standsAfter: form.standsAfter?.map(fold),
    near: form.needs?.near?.map(cue),
    page: page && [...new Set(page)],
    entries: form.needs?.entries?.map(entry),
    orQuoted: form.needs?.quoted,
    unlessNear: form.unless?.near?.map(cue),
    unlessPage: form.unless?.page?.map(cue),
    settings: form.settings?.map(setting),
  };
  const kept = Object.entries(rule).filter(([, value]) => value !== undefined && value !== false);
  return kept.length > 0 ? (Object.fromEntries(kept) as Rule) : null; // The keys are those of Rule.
}
