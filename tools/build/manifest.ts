/** The manifest of the extension, apart from what the bundler derives from `entrypoints/`. */
import type { UserManifest } from 'wxt';
import oldestBrowsers from '../setup/oldest-browsers.json';

/** Which build a manifest is for. */
export interface ManifestTarget {
  /** `chrome` or `firefox`. */
  browser: string;
  /** `serve` while developing: styles and changes then come from the development server. */
  command: 'build' | 'serve';
}

/** The manifest for a browser. */
export function manifestFor({ browser, command }: ManifestTarget): UserManifest {
  return {
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    // Also the language of stores and browsers in any other one.
    default_locale: 'en',
    // One instance for all windows. Nothing is stored of what is done in a private one (docs/decisions).
    incognito: 'spanning',
    // storage: the settings. scripting: the style of the marks, and the card on first need. contextMenus: search for a
    // selection. activeTab: marks one page by a click if the extension has no access to its site. alarms: asks once a day
    // for new revisions of glossaries that the reader follows.
    permissions: ['storage', 'scripting', 'contextMenus', 'activeTab', 'alarms'],
    omnibox: { keyword: 'pz' },
    host_permissions: ['<all_urls>'],
    icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
    // Names as in `entrypoints/shared/commands.ts`. At most four may have suggested keys, none of them reserved by the
    // browser (Chromium: Alt+Shift+N, B and others). Readers change keys in the browser.
    commands: {
      'next-term': { suggested_key: { default: 'Alt+Shift+J' }, description: '__MSG_command_next_term__' },
      'previous-term': { suggested_key: { default: 'Alt+Shift+K' }, description: '__MSG_command_previous_term__' },
      'toggle-card': { suggested_key: { default: 'Alt+Shift+O' }, description: '__MSG_command_toggle_card__' },
      'toggle-marks': { suggested_key: { default: 'Alt+Shift+H' }, description: '__MSG_command_toggle_marks__' },
      'mark-page': { description: '__MSG_command_mark_page__' },
    },
    content_security_policy: { extension_pages: policyFor(command) },
    ...(browser === 'firefox' ? FOR_FIREFOX : FOR_CHROMIUM),
  };
}

const FOR_FIREFOX: UserManifest = {
  browser_specific_settings: {
    gecko: {
      // Never changes: a store takes another id for another extension, and its settings are lost to readers.
      id: 'pangzhu@pangzhu.example',
      strict_min_version: `${oldestBrowsers.firefox}.0`,
      data_collection_permissions: { required: ['none'] },
    },
    gecko_android: { strict_min_version: `${oldestBrowsers.firefox}.0` },
  },
};

const FOR_CHROMIUM: UserManifest = {
  storage: { managed_schema: 'managed_schema.json' },
  minimum_chrome_version: `${oldestBrowsers.chromium}`,
  externally_connectable: { ids: [] },
};

/**
 * The policy of extension pages. Connections go to published glossaries that the reader follows. Text becomes neither markup
 * nor script, except the address of the import worker, by the policy `import-worker`
 * (`entrypoints/glossaries/import-client.ts`).
 */
function policyFor(command: ManifestTarget['command']): string {
  const isServed = command === 'serve';
  const own = isServed ? "'self' http://localhost:* ws://localhost:*" : "'self'";
  const inline = isServed ? " 'unsafe-inline'" : '';
  // The development server's client writes styles and reloads scripts by text.
  const trusted = isServed ? '' : "; require-trusted-types-for 'script'; trusted-types import-worker";
  return `default-src 'none'; script-src 'self'; style-src ${own}${inline}; img-src ${own}; font-src ${own}; connect-src ${own} https:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'${trusted}`;
}
