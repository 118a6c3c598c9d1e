import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { glossaryPlugin } from './glossary/cli/glossary-plugin';
import { readGlossary } from './glossary/cli/read-glossary';
import { compileGlossary } from './glossary/editor/compile';
import { packagedFiles } from './glossary/editor/packaged-files';
import { licencesPlugin } from './tools/build/licences-plugin';
import { popupPlugin } from './tools/build/popup-plugin';
import oldestBrowsers from './tools/setup/oldest-browsers.json';

/** The policy of extension pages. While developing, styles and changes come from the development server. */
const policyFor = (command: 'build' | 'serve') => {
  const own = command === 'serve' ? "'self' http://localhost:* ws://localhost:*" : "'self'";
  const inline = command === 'serve' ? " 'unsafe-inline'" : '';
  return `default-src 'none'; script-src 'self'; style-src ${own}${inline}; img-src ${own}; font-src ${own}; connect-src ${own}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
};

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
  // The sources are for Mozilla's reviewers: what a build reads, and the documents.
  zip: {
    includeSources: ['**/*', '.npmrc'],
    excludeSources: ['tests/**', 'coverage/**', 'glossary/proposals/**', '**/*.log'],
  },
  vite: () => ({
    // For older browsers the bundler would write `light-dark()` as what the system prefers, whatever the page is like.
    build: { cssTarget: [`chrome${oldestBrowsers.chromium}`, `firefox${oldestBrowsers.firefox}`] },
    plugins: [preact({ devToolsEnabled: false }), glossaryPlugin(), licencesPlugin(), popupPlugin()],
    resolve: {
      // WXT's own context dispatches an event that names us to every page, and lets any page end us.
      alias: {
        'wxt/utils/content-script-context': fileURLToPath(
          new URL('./entrypoints/shared/page/quiet-context.ts', import.meta.url),
        ),
      },
    },
  }),
  manifest: ({ browser, command }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'zh_CN',
    // One extension for all windows; what is done in a private one leaves nothing (docs/decisions).
    incognito: 'spanning',
    // storage: the settings. scripting: the style of the marks, and the card on first need. contextMenus: looking a
    // selection up. activeTab: marking one page by a click where the reader keeps us out of sites.
    permissions: ['storage', 'scripting', 'contextMenus', 'activeTab'],
    omnibox: { keyword: 'pz' },
    host_permissions: ['<all_urls>'],
    icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
    // Names as in `entrypoints/shared/commands.ts`. At most four may come with keys, of
    // those the browser does not keep for itself (Chromium: Alt+Shift+N, B and others); the reader can change them there.
    commands: {
      'next-term': { suggested_key: { default: 'Alt+Shift+J' }, description: '__MSG_command_next_term__' },
      'previous-term': { suggested_key: { default: 'Alt+Shift+K' }, description: '__MSG_command_previous_term__' },
      'toggle-card': { suggested_key: { default: 'Alt+Shift+O' }, description: '__MSG_command_toggle_card__' },
      'toggle-marks': { suggested_key: { default: 'Alt+Shift+H' }, description: '__MSG_command_toggle_marks__' },
      'mark-page': { description: '__MSG_command_mark_page__' },
    },
    content_security_policy: { extension_pages: policyFor(command) },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'pangzhu@pangzhu.example',
              strict_min_version: `${oldestBrowsers.firefox}.0`,
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {
          storage: { managed_schema: 'managed_schema.json' },
          minimum_chrome_version: `${oldestBrowsers.chromium}`,
          externally_connectable: { ids: [] },
        }),
  }),
});
