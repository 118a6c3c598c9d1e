/** Runs scripts like the product: bundled, each in a new process. Unbundled modules perform differently. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { glossaryPlugin } from '../../glossary/cli/glossary-plugin';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const OUTPUT = join(ROOT, '.output');

/**
 * Bundles `script` (a path from the project's root) for Node.
 * @returns where the bundle is.
 */
export async function bundle(script: string): Promise<string> {
  // Where packages of the benchmarks are found.
  const folder = join(ROOT, 'tools/bench/.output', script.replaceAll('/', '-'));
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    plugins: [glossaryPlugin()],
    build: {
      ssr: join(ROOT, script),
      target: 'esnext',
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: { output: { entryFileNames: 'script.mjs' } },
    },
  });
  return join(folder, 'script.mjs');
}

/** Bundles `script` and runs it with Node. @returns what it printed. @throws if it fails. */
export async function runBundled(script: string): Promise<string> {
  return runNode([await bundle(script)]);
}

/** Standard output of a Node script. @throws if it fails. */
export function runNode(args: readonly string[]): string {
  const { status, stdout } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`${args.join(' ')} failed: see the message above.\n${stdout}`);
  return stdout;
}
