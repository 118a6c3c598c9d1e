/**
 * `npm run mutation [-- PATH…]`: mutation testing of the finder, the packs and the reducer of the card. Changes one place at a
 * time and runs tests against each change. PATH is a file, or a folder for all files in it; without one, all files are
 * judged. The result of each file is kept in `.output/mutation/`, and judged again only as far as code or tests changed.
 * Prints the changes that no test noticed, and the score of all kept results. Exit code 1 if a file could not be judged.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, runCommand } from '../check/command';
import { keptResult, scoreOf } from './results';

/** Ends the run of a file that hangs, in ms. */
const FILE_TIMEOUT_MS = 3_600_000;

/** What is judged, and the tests that run: without those of time, which a slow change fails by chance. */
const AREAS: readonly { code: readonly string[]; tests: readonly string[] }[] = [
  {
    code: ['entrypoints/shared/page/card-state.ts'],
    tests: ['tests/entrypoints/shared/page/card-{state,driver}.test.ts'],
  },
  { code: filesIn('glossary/pack'), tests: ['tests/glossary/pack/*.test.ts'] },
  {
    code: filesIn('glossary/find'),
    tests: [
      'tests/glossary/find/{add-packs,agreement,bisect,choose-packs,folds,hashed-prefilter,hits,join-finders,named-reason}.test.ts',
      'tests/glossary/find/{page-finder,pairs,prefilter,refused-spans,rules,setting,settling}.test.ts',
      'tests/glossary/find/{spellings,standalone-text,steps,word-edges}.test.ts',
    ],
  },
];

const asked = process.argv.slice(2);
const isAsked = (file: string) => asked.length === 0 || asked.some((path) => `${file}/`.startsWith(`${path}/`));
const files = AREAS.flatMap(({ code, tests }) => code.map((file) => ({ file, tests })));
const reportOf = (file: string) => join(ROOT, '.output/mutation', `${file.replaceAll('/', '-')}.json`);

for (const { file, tests } of files.filter((each) => isAsked(each.file))) {
  const isDone = await judge(file, tests);
  if (!isDone) process.exitCode = 1;
}
show();

function filesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => `${folder}/${name}`);
}

async function judge(file: string, tests: readonly string[]): Promise<boolean> {
  const { status } = await runCommand(
    'tools/mutation/node_modules/@stryker-mutator/core/bin/stryker.js',
    ['run', 'tools/mutation/stryker.config.json', '--mutate', file, '--incrementalFile', reportOf(file)],
    {
      env: { PANGZHU_MUTATION_TESTS: tests.join('\n'), VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' },
      isShown: true,
      signal: AbortSignal.timeout(FILE_TIMEOUT_MS),
    },
  );
  return status === 0;
}

function show(): void {
  const all = { noticed: 0, missed: 0 };
  for (const { file } of files) {
    const result = keptResult(reportOf(file), file, readFileSync(join(ROOT, file), 'utf8'));
    if (!result) {
      console.log(`${file}: not judged`);
      continue;
    }
    const { noticed, missed } = result;
    all.noticed += noticed;
    all.missed += missed.length;
    console.log(`${file}: ${scoreOf({ noticed, missed: missed.length })} % of ${noticed + missed.length}`);
    for (const change of missed) console.log(`  ${change}`);
  }
  console.log(`Score: ${scoreOf(all)} % of ${all.noticed + all.missed}`);
}
