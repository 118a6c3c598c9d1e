/** Checks that imported stylesheets exist; otherwise only a build would report them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const files = ['components', 'entrypoints', 'site'].flatMap((folder) =>
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

/** Relative luminance of `#rrggbb` (WCAG 2). */
function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

test.each([
  ['--ink', 7],
  ['--ink-soft', 7],
  ['--accent', 7],
  ['--rule', 3],
])('for readers who want more contrast, %s has one of at least %d on paper, light and dark', (name, least) => {
  const [, block = ''] = readFileSync(join(root, 'components/tokens.css'), 'utf8').split('(prefers-contrast: more)');
  const coloursOf = (token: string) =>
    new RegExp(`${token}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(block)?.slice(1) ?? [];
  const papers = coloursOf('--paper');
  const contrasts = coloursOf(name).map((colour, scheme) => {
    const [low = 0, high = 0] = [luminanceOf(colour), luminanceOf(papers[scheme] ?? '')].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  });
  expect(contrasts).toHaveLength(2);
  expect(Math.min(...contrasts)).toBeGreaterThanOrEqual(least);
});
