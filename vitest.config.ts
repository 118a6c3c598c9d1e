import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { runnerImport } from 'vite';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

// Loaded by Vite's own loader: Node's, which is to read this file, resolves no import without an extension.
const plugin = fileURLToPath(new URL('glossary/cli/glossary-plugin.ts', import.meta.url));
const { glossaryPlugin } = (
  await runnerImport<typeof import('./glossary/cli/glossary-plugin')>(plugin, { configFile: false, logLevel: 'error' })
).module;

/** Decides in which order files run. */
class Sequencer extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isBrowser = ({ project }: TestSpecification) => project.name === 'browser';
    // The longest first, so that no worker is left with one at the end.
    const browser = sorted.filter(isBrowser).map((file) => ({ file, length: lengthWithParts(file.moduleId) }));
    browser.sort((a, b) => b.length - a.length);
    // Files that need a DOM in a row: a shared worker starts anew for a file of another environment.
    const unit = sorted.filter((file) => !isBrowser(file));
    const needsDom = ({ moduleId }: TestSpecification) =>
      readFileSync(moduleId, 'utf8').startsWith('// @vitest-environment happy-dom');
    return [...unit.filter(needsDom), ...unit.filter((file) => !needsDom(file)), ...browser.map(({ file }) => file)];
  }
}

/** Length of a file of tests and of the parts of it beside it, in UTF-16 units. */
function lengthWithParts(path: string): number {
  const source = readFileSync(path, 'utf8');
  const parts = [...source.matchAll(/ from '(\.\/[^']+)'/g)].map(([, part]) => join(dirname(path), `${part}.ts`));
  const lengths = parts.filter((part) => existsSync(part)).map((part) => readFileSync(part, 'utf8').length);
  return lengths.reduce((sum, length) => sum + length, source.length);
}

/** `unit` needs no browser; `browser` drives real ones against the built extension, three files at a time. */
export default defineConfig({
  test: {
    sequence: { sequencer: Sequencer },
    coverage: {
      provider: 'v8',
      include: ['glossary/**/*.ts', 'components/**/*.{ts,tsx}'],
      exclude: ['tests/**'],
      reporter: ['text-summary', 'json-summary'],
      reportsDirectory: '.output/coverage',
      // A test that fails on a busy machine hides no figure.
      reportOnFailure: true,
      // Per cent. A floor of all lines together: views that only a browser lays out are tested there.
      thresholds: { lines: 90 },
    },
    projects: [
      {
        plugins: [preact(), glossaryPlugin()],
        test: {
          name: 'unit',
          include: ['tests/{glossary,components,entrypoints,site,repository}/**/*.test.{ts,tsx}'],
          env: { BROWSER: 'chrome', MANIFEST_VERSION: '3' },
          // Starting a worker and loading packages takes longer than most files: workers are shared.
          isolate: false,
          setupFiles: [fileURLToPath(new URL('tests/fresh-file.ts', import.meta.url))],
          maxWorkers: 2,
          // Far above what any test takes on a busy machine: a test that reaches it hangs.
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
      {
        plugins: [glossaryPlugin()],
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          // Each file has a browser of its own: three fill two cores. With more, what a test does waits for a core so long
          // that the pointer stops where a hand does not.
          maxWorkers: 3,
          // Workers are shared, and load modules once.
          isolate: false,
          // A bound for what hangs, far above what any test takes beside other busy processes.
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
