/** Chooses the prefilter's literals: few letter sequences, each rare in ordinary text. */
import type { FinderData, PrefilterData, Rule } from '../pack/finder-data';
import type { Folding } from '../pack/folding';

/** Longer sequences are rarer, but cover fewer forms. Three Latin letters occur on every English page. */
const RUN_LENGTH = 3;
const LATIN_RUN_LENGTH = 10;
/** Letters and digits, rare ones in English first: the first letter decides how often a sequence is compared. */
const BY_RARITY = '+0123456789qzxjkvbywgpfmudlhrcsinoate';

/** Compiles a small set of literals such that every form contains one, by greedy set cover. */
export function compilePrefilter({ patterns, senses, rules }: FinderData, folding: Folding): PrefilterData {
  const all = patterns.split('\n');
  const forms = new Set(senses.filter((_, i) => i % 3 === 0).map((pattern) => all[pattern] ?? ''));
  const formsByRun = new Map<string, Set<string>>();
  for (const form of forms) {
    for (const run of runsOf(form)) formsByRun.set(run, (formsByRun.get(run) ?? new Set()).add(form));
  }
  const chosen: string[] = [];
  const open = new Set(forms);
  while (open.size > 0) {
    const best = bestRun(formsByRun, open);
    if (best === null) throw new Error('a form without letters got past the checks');
    chosen.push(best);
    for (const form of formsByRun.get(best) ?? []) open.delete(form);
    formsByRun.delete(best);
  }
  const capitals = capitalsOf(all, senses, rules);
  // A literal that other forms contain may be in lower case there.
  for (const form of forms) for (const run of runsOf(form)) if (run !== form) capitals.delete(run);
  const literals = chosen.map((run) => capitals.get(run) ?? run).sort();
  return { literals: literals.join('\n'), variants: folding.spellingsOf(chosen) };
}

/** Exact spellings of forms that are always written in capitals, by form. */
function capitalsOf(
  patterns: readonly string[],
  senses: readonly number[],
  rules: readonly Rule[],
): Map<string, string> {
  const capitals = new Map<string, string>();
  const others = new Set<string>();
  for (let i = 0; i + 2 < senses.length; i += 3) {
    const form = patterns[senses[i] ?? -1] ?? '';
    const { exact = '' } = rules[senses[i + 2] ?? -1] ?? {};
    if (/^[A-Z]+$/.test(exact)) capitals.set(form, exact);
    else others.add(form);
  }
  for (const form of others) capitals.delete(form);
  return capitals;
}

/** All possible literals of a form, without spaces, which the prefilter skips. */
function runsOf(form: string): string[] {
  const letters = form.replaceAll(' ', '');
  const length = /^[!-~]*$/.test(letters) ? LATIN_RUN_LENGTH : RUN_LENGTH;
  if (letters.length <= length) return [letters];
  return Array.from({ length: letters.length - length + 1 }, (_, i) => letters.slice(i, i + length));
}

/** The best sequence, of equal ones the first by code units; null without one. */
function bestRun(formsByRun: ReadonlyMap<string, ReadonlySet<string>>, open: ReadonlySet<string>): string | null {
  let best: string | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const [run, forms] of formsByRun) {
    const value = worth(run, forms, open);
    if (value < most || (value === most && best !== null && best < run)) continue;
    best = run;
    most = value;
  }
  return best;
}

/** Prefers sequences that cover many forms, and Chinese characters to digits and letters: 021 occurs on every page with a date. */
function worth(run: string, forms: ReadonlySet<string>, open: ReadonlySet<string>): number {
  let covered = 0;
  for (const form of forms) if (open.has(form)) covered++;
  const telling = run.replace(/[0-9a-z+]/g, '').length / run.length;
  const rarity = 1 - BY_RARITY.indexOf(run.charAt(0)) / BY_RARITY.length;
  // Letters that several English names share are those of ordinary words: “science and technology”.
  return telling === 0 ? Math.min(covered, 1) * (0.001 + 0.0001 * rarity) : covered * (telling ** 3 + 0.001);
}
