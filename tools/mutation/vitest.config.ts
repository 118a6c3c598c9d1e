/** Selects the tests that run against each mutation, by `PANGZHU_MUTATION_TESTS`: patterns of paths, a line each. */
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { defineConfig } from 'vitest/config';

// As in `vitest.config.ts` of the root.
const plugin = fileURLToPath(new URL('../../glossary/cli/glossary-plugin.ts', import.meta.url));
const { glossaryPlugin } = (
  await runnerImport<typeof import('../../glossary/cli/glossary-plugin')>(plugin, {
    configFile: false,
    logLevel: 'error',
  })
).module;

export default defineConfig({
  plugins: [glossaryPlugin()],
  test: {
    include: (process.env.PANGZHU_MUTATION_TESTS ?? '').split('\n'),
    env: { BROWSER: 'chrome', MANIFEST_VERSION: '3' },
    // As in the root: a worker runs all files, with fresh modules for each.
    isolate: false,
    setupFiles: ['../../tests/fresh-file.ts', 'same-input.ts'].map((file) =>
      fileURLToPath(new URL(file, import.meta.url)),
    ),
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
