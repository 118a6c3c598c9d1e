/** Owns bundling the applications of test pages, each as one script. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** The script of `tests/pages/apps/NAME.mjs`. */
export async function bundleApp(name: string): Promise<string> {
  const entry = fileURLToPath(new URL(`../../pages/apps/${name}.mjs`, import.meta.url));
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, lib: { entry, formats: ['iife'], name: 'app' } },
  });
  const [result] = Array.isArray(built) ? built : [built];
  if (!result || !('output' in result)) throw new Error(`nothing was built of ${name}`);
  return result.output[0].code;
}
