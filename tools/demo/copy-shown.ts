/** Copies the pictures that the README shows to `docs/images`. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const KEPT = 'docs/images';

/**
 * Replaces all pictures in `docs/images` by those that the README shows. @param folder with the new pictures.
 * @throws if one is missing; then nothing is replaced.
 */
export function copyShown(root: string, folder: string): void {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const names = [...readme.matchAll(/\(docs\/images\/([\w-]+\.png)\)/g)].map(([, name = '']) => name);
  const missing = names.filter((name) => !existsSync(join(folder, name)));
  if (missing.length > 0) throw new Error(`The README shows missing pictures: ${missing.join(', ')}`);
  const kept = join(root, KEPT);
  rmSync(kept, { recursive: true, force: true });
  mkdirSync(kept, { recursive: true });
  for (const name of names) copyFileSync(join(folder, name), join(kept, name));
  console.log(`In ${KEPT}: ${names.join(', ')}`);
}
