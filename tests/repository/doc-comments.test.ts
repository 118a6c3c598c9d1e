import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ESTree, parseSync } from 'vite';
import { expect, it } from 'vitest';
import { modulesIn, ROOT } from './modules-in';

/** Folders in which every exported function, class and interface has a doc comment. */
const FOLDERS = ['components', 'entrypoints', 'glossary', 'site', 'tools', 'tests'];

/** Names of exported declarations without a doc comment directly above them. */
function undocumented(name: string, code: string): string[] {
  return parseSync(name, code).program.body.flatMap((node) => {
    if (node.type !== 'ExportNamedDeclaration' || !node.declaration) return [];
    return isDocumented(code.slice(0, node.start)) ? [] : declaredNames(node.declaration);
  });
}

function isDocumented(before: string): boolean {
  return /\/\*\*(?:(?!\*\/)[\s\S])*\*\/\s*$/.test(before);
}

function declaredNames(declaration: ESTree.Declaration): string[] {
  switch (declaration.type) {
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
    case 'TSInterfaceDeclaration':
      return declaration.id ? [declaration.id.name] : [];
    case 'VariableDeclaration':
      return declaration.declarations.flatMap(({ id, init }) =>
        init?.type === 'ArrowFunctionExpression' && id.type === 'Identifier' ? [id.name] : [],
      );
    default:
      return [];
  }
}

it.each([
  ['export function a() {}', ['a']],
  ['export async function a() {}', ['a']],
  ['export class A {}', ['A']],
  ['export interface A {}', ['A']],
  ['export const a = () => 1;', ['a']],
  ['/* Not a doc comment. */\nexport function a() {}', ['a']],
  ['/** Of another. */\nconst b = 1;\nexport function a() {}', ['a']],
  ['/** Documented. */\nexport function a() {}', []],
  ['/**\n * Documented * twice.\n */\nexport class A {}', []],
  ['export const a = 1;\nexport type B = string;\nfunction c() {}', []],
])('finds the undocumented exports of %j', (code, names) => {
  expect(undocumented('module.ts', code)).toEqual(names);
});

it.each(FOLDERS)('%s documents its exported functions, classes and interfaces', (folder) => {
  const files = modulesIn(folder, /\.tsx?$/);
  expect(files.length).toBeGreaterThan(10);
  const missing = files.flatMap((file) =>
    undocumented(file, readFileSync(join(ROOT, file), 'utf8')).map((name) => `${file}: ${name}`),
  );
  expect(missing).toEqual([]);
});
