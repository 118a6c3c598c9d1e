/**
 * The bundled glossary, compiled once in each worker: modules are evaluated again for each file (`fresh-file.ts`), and
 * compiling takes most of a second. Frozen, so that no file changes it for another.
 */
import type { Compiled } from '../glossary/editor/compile';

const worker = globalThis as { compiledGlossaryOfTests?: Compiled };
worker.compiledGlossaryOfTests ??= frozen(await compile());

export const glossary = worker.compiledGlossaryOfTests;

/** Loads the compiler only where it is needed: that takes long itself. */
async function compile(): Promise<Compiled> {
  const { readGlossary } = await import('../glossary/cli/read-glossary');
  const { compileGlossary } = await import('../glossary/editor/compile');
  return compileGlossary(readGlossary());
}

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const item of Object.values(value)) frozen(item);
  return value;
}
