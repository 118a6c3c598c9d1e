/** Checks that imported stylesheets exist; otherwise only a build would report them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const files = ['components', 'entrypoints'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(css|tsx?)$/.test(name))
    .map((name) => join(root, folder, name)),
);
const imports = files.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/(?:@import|import|from) '(\.[^']+\.css)(?:\?\w+)?'/g)].map(
    ([, path = '']) => ({
      file: file.slice(root.length),
      path,
      target: join(dirname(file), path),
    }),
  ),
);

test('every imported stylesheet exists', () => {
  expect(imports.length).toBeGreaterThan(10);
  expect(imports.filter(({ target }) => !existsSync(target)).map(({ file, path }) => `${file}: ${path}`)).toEqual([]);
});
