/**
 * `npm run bench`: measures speed and size, prints a table and writes `.output/bench.json`, a list of results
 * (`result.ts`). The finder is bundled before it is measured: run module by module it would be a different program.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { glossaryPlugin } from '../../glossary/cli/glossary-plugin';
import { BUDGETS, gzippedSize } from '../check/sizes';
import { type Measured, type Result, resultOf } from './result';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const OUTPUT = join(ROOT, '.output');

/** Standard output of a Node script. @throws if it fails. */
function run(script: string, ...args: string[]): string {
  const { status, stdout } = spawnSync(process.execPath, [script, ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`${script} failed: see the message above.\n${stdout}`);
  return stdout;
}

async function measureFinder(): Promise<Measured[]> {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    plugins: [glossaryPlugin()],
    build: {
      ssr: join(ROOT, 'tests/bench/measure.ts'),
      outDir: join(OUTPUT, 'bench'),
      emptyOutDir: true,
      rolldownOptions: { output: { entryFileNames: 'measure.mjs' } },
    },
  });
  return JSON.parse(run(join(OUTPUT, 'bench/measure.mjs'))) as Measured[]; // What the script prints.
}

function measureSizes(): Measured[] {
  run(join(ROOT, 'node_modules/wxt/bin/wxt.mjs'), 'build');
  return BUDGETS.map(({ file, what, limit }) => ({
    name: `${file}, ${what}`,
    value: gzippedSize(ROOT, file),
    unit: 'bytes',
    limit,
    peers: {},
  }));
}

function show(results: readonly Result[]): void {
  console.table(
    Object.fromEntries(
      results.map(({ name, peers, ...rest }) => [
        name,
        {
          ...rest,
          peers: Object.entries(peers)
            .map(([peer, value]) => `${peer}: ${value}`)
            .join('; '),
        },
      ]),
    ),
  );
}

mkdirSync(OUTPUT, { recursive: true });
const results = [...(await measureFinder()), ...measureSizes()].map(resultOf);
writeFileSync(join(OUTPUT, 'bench.json'), `${JSON.stringify(results, null, 2)}\n`);
show(results);
