/** Runs Mozilla's linter on the Firefox build. Errors fail, and so do warnings that are not explained here. */
import { join } from 'node:path';
import * as v from 'valibot';
import { ROOT, runCommand } from './command';
import type { StepResult } from './results';

/** Known warnings that are not faults of the project, with the reason. */
const EXPLAINED: ReadonlyMap<string, string> = new Map([
  ['UNSAFE_VAR_ASSIGNMENT', 'Preact carries dangerouslySetInnerHTML; our linter forbids its use'],
]);

const messageSchema = v.object({
  code: v.string(),
  message: v.string(),
  file: v.nullish(v.string()),
});
const reportSchema = v.object({ errors: v.array(messageSchema), warnings: v.array(messageSchema) });

/** One pass or one failure, with a line for each message. @throws if the linter returns no report. */
export async function lintAddon(): Promise<StepResult> {
  const { stdout, stderr } = await runCommand('tools/check/node_modules/addons-linter/bin/addons-linter', [
    '--output=json',
    join(ROOT, '.output/firefox-mv3'),
  ]);
  if (!stdout.trim().startsWith('{')) throw new Error(`the linter gave no report: ${stderr}`);
  const { errors, warnings } = v.parse(reportSchema, JSON.parse(stdout));
  const faults = [...errors, ...warnings.filter(({ code }) => !EXPLAINED.has(code))];
  const known = warnings.filter(({ code }) => EXPLAINED.has(code));
  const lines = [
    ...faults.map(({ code, message, file }) => `✗ ${code} ${file ?? ''}: ${message}`),
    ...known.map(({ code, file }) => `· ${code} ${file ?? ''}: ${EXPLAINED.get(code)}`),
  ];
  const isClean = faults.length === 0;
  return { passed: isClean ? 1 : 0, failed: isClean ? 0 : 1, output: lines.join('\n') };
}
