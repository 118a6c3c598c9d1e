import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { manifestFor } from '../../tools/build/manifest';
import { modulesIn, ROOT } from './modules-in';

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** Directives of a policy by name, each with its values. */
function directivesOf(policy: string): Map<string, string[]> {
  return new Map(policy.split('; ').map((directive) => [directive.split(' ')[0] ?? '', directive.split(' ').slice(1)]));
}

describe.each(['chrome', 'firefox'])('the manifest for %s', (browser) => {
  const manifest = manifestFor({ browser, command: 'build' });
  const policy = directivesOf(manifest.content_security_policy?.extension_pages ?? '');

  it('loads nothing from elsewhere, and connects by https only', () => {
    expect(policy.get('default-src')).toEqual(["'none'"]);
    expect(
      [...policy]
        .filter(([name]) => name.endsWith('-src') && name !== 'default-src' && name !== 'connect-src')
        .map(([, own]) => own),
    ).toEqual(Array(4).fill(["'self'"]));
    expect(policy.get('connect-src')).toEqual(["'self'", 'https:']);
    for (const name of ['base-uri', 'form-action', 'frame-ancestors'])
      expect(policy.get(name), name).toEqual(["'none'"]);
  });

  it('makes no code of text, but for the address of one worker', () => {
    expect(policy.get('require-trusted-types-for')).toEqual(["'script'"]);
    const policies = modulesIn('entrypoints', /\.tsx?$/).flatMap((path) =>
      [...read(path).matchAll(/createPolicy\('([^']+)'/g)].map(([, name]) => name),
    );
    expect(policy.get('trusted-types')).toEqual(policies);
  });

  it('asks for the documented permissions only', () => {
    expect(manifest.permissions).toEqual(['storage', 'scripting', 'contextMenus', 'activeTab', 'alarms']);
    expect(manifest.host_permissions).toEqual(['<all_urls>']);
    expect(manifest).not.toHaveProperty('optional_permissions');
  });

  it('offers nothing to pages and other extensions', () => {
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    // Without the key, Chromium would accept messages of every extension.
    expect(manifest.externally_connectable).toEqual(browser === 'chrome' ? { ids: [] } : undefined);
  });

  it('is in English where it is in no language of the reader', () => {
    expect(manifest.default_locale).toBe('en');
  });
});

it('Firefox knows the extension by one id, on telephones too, and that it collects no data', () => {
  const { gecko, gecko_android } =
    manifestFor({ browser: 'firefox', command: 'build' }).browser_specific_settings ?? {};
  expect(gecko?.id).toMatch(/^[\w.-]+@[\w.-]+$/);
  expect(gecko?.data_collection_permissions).toEqual({ required: ['none'] });
  expect(gecko_android?.strict_min_version).toBe(gecko?.strict_min_version);
});
