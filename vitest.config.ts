import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';
import { glossaryPlugin } from './glossary/cli/glossary-plugin';

/** `unit` needs no browser; `browser` drives real ones against the built extension, two files at a time. */
export default defineConfig({
  test: {
    projects: [
      {
        plugins: [preact(), glossaryPlugin()],
        test: {
          name: 'unit',
          include: ['tests/{glossary,components,entrypoints,repository}/**/*.test.{ts,tsx}'],
          env: { BROWSER: 'chrome', MANIFEST_VERSION: '3' },
          // Starting a worker and loading packages takes longer than most files: workers are shared.
          isolate: false,
          setupFiles: [fileURLToPath(new URL('tests/fresh-file.ts', import.meta.url))],
          maxWorkers: 2,
          // Far above what any test takes on a busy machine: a test that reaches it hangs.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        plugins: [glossaryPlugin()],
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          // Each file has a browser of its own, and mostly waits for it.
          maxWorkers: 2,
          // A bound for what hangs, far above what any test takes beside other busy processes.
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
