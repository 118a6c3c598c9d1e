/** Owns what Mozilla's linter says of the Firefox build: no errors, and no warnings but those explained here. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import * as v from 'valibot';

/** Warnings that are known, and why they are none of ours. */
const EXPLAINED: ReadonlyMap<string, string> = new Map([
  ['UNSAFE_VAR_ASSIGNMENT', 'Preact carries dangerouslySetInnerHTML; our linter forbids its use'],
]);

const messageSchema = v.object({
  code: v.string(),
  message: v.string(),
  file: v.nullish(v.string()),
});
const reportSchema = v.object({ errors: v.array(messageSchema), warnings: v.array(messageSchema) });

export function lintAddon(root: string): { passed: number; failed: number } {
  const linter = join(root, 'node_modules/addons-linter/bin/addons-linter');
  const { stdout, stderr } = spawnSync(process.execPath, [linter, '--output=json', join(root, '.output/firefox-mv3')], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (!stdout.trim().startsWith('{')) throw new Error(`the linter gave no report: ${stderr}`);
  const { errors, warnings } = v.parse(reportSchema, JSON.parse(stdout));
  const faults = [...errors, ...warnings.filter(({ code }) => !EXPLAINED.has(code))];
  for (const { code, message, file } of faults) console.log(`✗ ${code} ${file ?? ''}: ${message}`);
  for (const { code, file } of warnings) {
    if (EXPLAINED.has(code)) console.log(`· ${code} ${file ?? ''}: ${EXPLAINED.get(code)}`);
  }
  return faults.length > 0 ? { passed: 0, failed: 1 } : { passed: 1, failed: 0 };
}
