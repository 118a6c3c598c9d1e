import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, Visitor } from 'vite';
import { expect, it } from 'vitest';
import { modulesIn, ROOT } from './modules-in';

/** Lines. The linter has the same bounds, but does not count lines of JSX. */
const MAX_FUNCTION = 75;
const MAX_MODULE = 325;

function longFunctions(name: string, code: string): string[] {
  const found: string[] = [];
  const check = ({ start, end }: { start: number; end: number }) => {
    const lines = code.slice(start, end).split('\n').length;
    const line = code.slice(0, start).split('\n').length;
    if (lines > MAX_FUNCTION) found.push(`${name}:${line} has ${lines} lines`);
  };
  new Visitor({
    FunctionDeclaration: check,
    FunctionExpression: check,
    ArrowFunctionExpression: check,
  }).visit(parseSync(name, code).program);
  return found;
}

it('finds long functions, lines of JSX included', () => {
  const view = (lines: number) => `export function View() {\n  return <p>${'\n    <b />'.repeat(lines)}\n  </p>;\n}\n`;
  expect(longFunctions('view.tsx', view(80))).toEqual(['view.tsx:1 has 84 lines']);
  expect(longFunctions('view.tsx', view(60))).toEqual([]);
  expect(longFunctions('a.ts', `\nconst a = () => {${'\n'.repeat(90)}};`)).toEqual(['a.ts:2 has 91 lines']);
});

it.each(['components', 'entrypoints', 'glossary', 'site', 'tools'])(
  '%s has no long functions and modules',
  (folder) => {
    const modules = modulesIn(folder, /\.(tsx?|mjs)$/).map((path) => ({
      path,
      code: readFileSync(join(ROOT, path), 'utf8'),
    }));
    expect(modules.length).toBeGreaterThan(10);
    expect(modules.flatMap(({ path, code }) => longFunctions(path, code))).toEqual([]);
    expect(
      modules.filter(({ code }) => code.trimEnd().split('\n').length > MAX_MODULE).map(({ path }) => path),
    ).toEqual([]);
  },
);
