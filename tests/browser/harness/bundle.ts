/** Bundles a module as one script for a page. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/**
 * Bundles the module at `entry`.
 * @param define replacements for names such as `import.meta.env.…` and `process.env.…`.
 * @returns a script that assigns the exports of the module to the global variable `name`.
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
