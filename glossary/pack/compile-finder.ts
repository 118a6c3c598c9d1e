/** Owns turning forms, rules and blockers into what the finder is given. */
import type { FinderData, PatternIndex, Rule } from '../find/finder-data';
import type { BlockerSource, EntrySource, FormSource } from './entry-schema';
import { foldForm, variantsOf } from './fold';
import { formsOf } from './forms';

/** Numbers distinct strings in the order they come. */
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
 * @param entries checked (`checkEntries` found nothing); their order gives the entry indexes.
 */
export function compileFinder(
  entries: readonly EntrySource[],
  blockers: readonly BlockerSource[],
  revision: string,
): FinderData {
  const patterns = new Numbering();
  const rules = new Numbering();
  const indexOfEntry = new Map(entries.map((entry, index) => [entry.id, index]));
  const cue = (words: readonly string[] | undefined): PatternIndex[] | undefined =>
    words?.map((word) => patterns.indexOf(foldForm(word)));
  const blocked = blockers.map((blocker) => patterns.indexOf(foldForm(blocker.text)));
  const senses = entries.flatMap((entry, index) =>
    formsOf(entry).map((form) => {
      const pattern = patterns.indexOf(foldForm(form.text));
      const rule = ruleOf(form, cue, (id) => indexOfEntry.get(id) ?? -1);
      return { pattern, entry: index, rule: rule ? rules.indexOf(JSON.stringify(rule)) : -1 };
    }),
  );
  // A sense with a condition is the likelier one where its condition holds.
  senses.sort((a, b) => a.pattern - b.pattern || Number(a.rule < 0) - Number(b.rule < 0));
  const compiledRules = rules.all.map((rule) => JSON.parse(rule) as Rule); // Written by `ruleOf` above.
  const neighbours = compiledRules.flatMap((rule) => [...(rule.notBefore ?? []), ...(rule.notAfter ?? [])]);
  return {
    revision,
    patterns: patterns.all.join('\n'),
    variants: variantsOf([...patterns.all, ...neighbours]),
    senses: senses.flatMap(({ pattern, entry, rule }) => [pattern, entry, rule]),
    rules: compiledRules,
    blockers: blocked,
  };
}

function ruleOf(
  form: FormSource,
  cue: (words: readonly string[] | undefined) => PatternIndex[] | undefined,
  entryIndex: (id: string) => number,
): Rule | null {
  const rule = {
    exact: form.exactCase ? form.text.normalize('NFKC') : undefined,
    quoted: form.quoted,
    notBefore: form.notBefore?.map(foldForm),
    notAfter: form.notAfter?.map(foldForm),
    near: cue(form.needs?.near),
    page: cue(form.needs?.page),
    entries: form.needs?.entries?.map(entryIndex),
    orQuoted: form.needs?.quoted,
    unlessNear: cue(form.unless?.near),
    unlessPage: cue(form.unless?.page),
  };
  const kept = Object.entries(rule).filter(([, value]) => value !== undefined && value !== false);
  return kept.length > 0 ? (Object.fromEntries(kept) as Rule) : null; // The keys are those of Rule.
}
