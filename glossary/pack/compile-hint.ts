/** Owns choosing the hint's runs of letters: few, and each telling. */
import type { FinderData } from '../find/finder-data';
import type { HintData } from '../find/hint';
import type { Folding } from './folding';

/** Longer runs are more telling and cover fewer forms each. */
const RUN_LENGTH = 3;

/** Compiles the hint of a finder: a small set of runs such that every form holds one (greedy set cover). */
export function compileHint({ revision, patterns, senses }: FinderData, folding: Folding): HintData {
  const all = patterns.split('\n');
  const forms = new Set(senses.filter((_, i) => i % 3 === 0).map((pattern) => all[pattern] ?? ''));
  const formsByRun = new Map<string, Set<string>>();
  for (const form of forms) {
    for (const run of runsOf(form)) formsByRun.set(run, (formsByRun.get(run) ?? new Set()).add(form));
  }
  const chosen: string[] = [];
  const open = new Set(forms);
  while (open.size > 0) {
    const [best] = [...formsByRun].sort((a, b) => worth(b, open) - worth(a, open) || (a[0] < b[0] ? -1 : 1));
    if (!best) throw new Error('a form without letters got past the checks');
    chosen.push(best[0]);
    for (const form of best[1]) open.delete(form);
    formsByRun.delete(best[0]);
  }
  const runs = chosen.sort().join('\n');
  return { revision, runs, variants: folding.spellingsOf(chosen) };
}

/** Spaces are left out: between letters the hint skips them anyway. */
function runsOf(form: string): string[] {
  const letters = form.replaceAll(' ', '');
  if (letters.length <= RUN_LENGTH) return [letters];
  return Array.from({ length: letters.length - RUN_LENGTH + 1 }, (_, i) => letters.slice(i, i + RUN_LENGTH));
}

/** Chinese characters tell more than digits and Latin letters do: 021 would be in every page with a date, 57字 in few. */
function worth([run, forms]: readonly [string, ReadonlySet<string>], open: ReadonlySet<string>): number {
  const covered = [...forms].filter((form) => open.has(form)).length;
  const telling = run.replace(/[0-9a-z+]/g, '').length / run.length;
  return covered * (telling ** 3 + 0.001);
}
