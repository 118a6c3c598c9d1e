/** Results of mutation testing, one file of code each, as Stryker keeps them. */
import { existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';

const reportSchema = v.object({
  files: v.record(
    v.string(),
    v.object({
      source: v.string(),
      mutants: v.array(
        v.object({
          mutatorName: v.string(),
          status: v.string(),
          replacement: v.optional(v.string()),
          location: v.object({ start: v.object({ line: v.number() }) }),
        }),
      ),
    }),
  ),
});

/** How many changes tests noticed, and those that none did: line, kind and new code. */
export interface MutationResult {
  noticed: number;
  missed: readonly string[];
}

/**
 * The kept result of a file of code.
 * @param report the path of Stryker's report.
 * @param path of the code, from the root, as in the report.
 * @param source the code now; null is returned if that is not the code that was judged, or nothing was.
 */
export function keptResult(report: string, path: string, source: string): MutationResult | null {
  if (!existsSync(report)) return null;
  const judged = v.parse(reportSchema, JSON.parse(readFileSync(report, 'utf8'))).files[path];
  if (judged?.source !== source) return null;
  const isStatus = (...names: string[]) => judged.mutants.filter(({ status }) => names.includes(status));
  const missed = isStatus('Survived', 'NoCoverage').map(
    ({ location, mutatorName, status, replacement = '' }) =>
      `${location.start.line} ${mutatorName}${status === 'NoCoverage' ? ' (no test runs it)' : ''}: ${replacement.split('\n', 1)[0]}`,
  );
  return { noticed: isStatus('Killed', 'Timeout').length, missed };
}

/** Noticed changes per cent of all, by one decimal; 100 if there were none. */
export function scoreOf({ noticed, missed }: { noticed: number; missed: number }): number {
  const all = noticed + missed;
  return all === 0 ? 100 : Math.round((1000 * noticed) / all) / 10;
}
