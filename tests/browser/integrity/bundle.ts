/** Bundles the applications of test pages. */
import { bundleScript } from '../harness/bundle';

/** Bundles `tests/pages/apps/NAME.mjs` as one script. */
export function bundleApp(name: string): Promise<string> {
  const entry = new URL(`../../pages/apps/${name}.mjs`, import.meta.url);
  return bundleScript(entry, 'app', { 'process.env.NODE_ENV': '"production"' });
}
