/** Owns bundling the applications of test pages, each as one script. */
import { bundleScript } from '../harness/bundle';

/** The script of `tests/pages/apps/NAME.mjs`. */
export function bundleApp(name: string): Promise<string> {
  const entry = new URL(`../../pages/apps/${name}.mjs`, import.meta.url);
  return bundleScript(entry, 'app', { 'process.env.NODE_ENV': '"production"' });
}
