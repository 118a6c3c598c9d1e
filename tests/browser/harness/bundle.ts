/** Owns bundling a module as one script for a page. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/**
 * @param define what to put for names of the bundler (`import.meta.env.…`, `process.env.…`).
 * @returns a script that leaves what the module exports as the global variable `name`.
 */
export async function bundleScript(entry: URL, name: string, define: Record<string, string> = {}): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define,
    build: { write: false, minify: false, lib: { entry: fileURLToPath(entry), formats: ['iife'], name } },
  });
  const [result] = Array.isArray(built) ? built : [built];
  if (!result || !('output' in result)) throw new Error(`nothing was built of ${entry.pathname}`);
  return result.output[0].code;
}
