/** Owns which pictures the repository keeps: those the README shows. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const KEPT = 'docs/images';

/** Puts the pictures the README shows, and no others, where it looks for them. @throws if one was not taken; then those that are kept stay. */
export function copyShown(root: string, folder: string): void {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const names = [...readme.matchAll(/\(docs\/images\/([\w-]+\.png)\)/g)].map(([, name = '']) => name);
  const missing = names.filter((name) => !existsSync(join(folder, name)));
  if (missing.length > 0) throw new Error(`The README shows what nobody took: ${missing.join(', ')}`);
  const kept = join(root, KEPT);
  rmSync(kept, { recursive: true, force: true });
  mkdirSync(kept, { recursive: true });
  for (const name of names) copyFileSync(join(folder, name), join(kept, name));
  console.log(`In ${KEPT}: ${names.join(', ')}`);
}
