import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { glossaryPlugin } from './glossary/cli/glossary-plugin';
import { readGlossary } from './glossary/cli/read-glossary';
import { compileGlossary } from './glossary/editor/compile';
import { packagedFiles } from './glossary/editor/packaged-files';
import { licencesPlugin } from './tools/build/licences-plugin';
import { manifestFor } from './tools/build/manifest';
import { popupPlugin } from './tools/build/popup-plugin';
import oldestBrowsers from './tools/setup/oldest-browsers.json';

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'firefox'],
  hooks: {
    'build:publicAssets': (_wxt, files) => {
      for (const [relativeDest, data] of packagedFiles(compileGlossary(readGlossary()))) {
        files.push({ relativeDest, contents: JSON.stringify(data) });
      }
    },
  },
  // The sources are for Mozilla's reviewers: what a build and `npm start` read, and the documents.
  zip: {
    includeSources: ['**/*', '.npmrc'],
    excludeSources: ['tests/*.ts', 'tests/!(pages)/**', 'coverage/**', 'glossary/proposals/**', '**/*.log'],
  },
  vite: () => ({
    // For older browsers the bundler would write `light-dark()` as what the system prefers, whatever the page is like.
    build: { cssTarget: [`chrome${oldestBrowsers.chromium}`, `firefox${oldestBrowsers.firefox}`] },
    plugins: [preact({ devToolsEnabled: false }), glossaryPlugin(), licencesPlugin(), popupPlugin()],
    worker: { plugins: () => [licencesPlugin()] },
    resolve: {
      // WXT's own context dispatches an event that names us to every page, and lets any page end us.
      alias: {
        'wxt/utils/content-script-context': fileURLToPath(
          new URL('./entrypoints/shared/page/quiet-context.ts', import.meta.url),
        ),
      },
    },
  }),
  manifest: manifestFor,
});
