/** Lists the modules that tests of the repository read. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Files whose path matches `pattern`, in a folder and those in it, relative to the root. Excludes packages and builds. */
export function modulesIn(folder: string, pattern: RegExp): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules' && name !== '.output')
    .flatMap((item) => {
      const path = `${folder}/${item.name}`;
      if (item.isDirectory()) return modulesIn(path, pattern);
      return pattern.test(path) ? [path] : [];
    });
}
