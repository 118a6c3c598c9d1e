import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Text a reader would see that no translator ever will, with where it is. */
function literalsIn(code: string): string[] {
  const bare = code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
  const inAttributes = bare.matchAll(/\s(?:aria-label|title|alt|label)="([^"]*[\p{L}]{2,}[^"]*)"/gu);
  const inText = bare.matchAll(/<\w[^<>]*>\s*([\p{L}][\p{L} ,.’!?]{2,})\s*<\//gu);
  const chinese = bare.matchAll(/[\p{Script=Han}]{2,}/gu);
  return [...inAttributes, ...inText, ...chinese].map(([found, text]) => text ?? found);
}

it('finds what it looks for', () => {
  expect(literalsIn('<p title="Close it">{t("x")}</p>')).toEqual(['Close it']);
  expect(literalsIn('<p class="a">Close it</p>')).toEqual(['Close it']);
  expect(literalsIn("const a = '关闭'; // 关闭")).toEqual(['关闭']);
});

it.each(['components', 'entrypoints'])('no view in %s holds text of its own', (folder) => {
  const views = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.tsx'),
  );
  const found = views.flatMap((name) =>
    literalsIn(readFileSync(join(ROOT, folder, name), 'utf8')).map((text) => `${name}: ${text}`),
  );
  expect(views.length).toBeGreaterThan(3);
  expect(found).toEqual([]);
});
