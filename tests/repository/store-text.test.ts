import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { manifestFor } from '../../tools/build/manifest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** Limits of the stores, in characters. */
const LIMITS = { Name: 45, Summary: 132, Description: 16_000, 'Single purpose': 1000, Privacy: 1000 };
const MAX_JUSTIFICATION = 1000;

/** The text under each heading of a level, by the heading. */
function sectionsOf(text: string, level: '##' | '###'): Map<string, string> {
  const parts = text.split(new RegExp(`^${level} (.+)$`, 'm')).slice(1);
  const sections = new Map<string, string>();
  for (let i = 0; i < parts.length; i += 2) sections.set((parts[i] ?? '').trim(), (parts[i + 1] ?? '').trim());
  return sections;
}

/** The permissions of the manifest, and the one that the bundler adds for the side panel. */
function requestedPermissions(): unknown[] {
  const { permissions = [], host_permissions = [] } = manifestFor({ browser: 'chrome', command: 'build' });
  return [...permissions, ...host_permissions, 'sidePanel'];
}

describe.each(['zh_CN', 'zh_TW', 'en'])('the store text in %s', (locale) => {
  const sections = sectionsOf(read(`docs/store/${locale}.md`), '##');
  const messages = JSON.parse(read(`public/_locales/${locale}/messages.json`)) as Record<string, { message: string }>; // The browsers' format.

  it.each(Object.entries(LIMITS))('has a %s of at most %i characters', (name, limit) => {
    const text = sections.get(name) ?? '';
    expect(text).not.toBe('');
    expect([...text].length).toBeLessThanOrEqual(limit);
  });

  it('has the name and the summary of the manifest', () => {
    expect(sections.get('Name')).toBe(messages.extension_name?.message);
    expect(sections.get('Summary')).toBe(messages.extension_description?.message);
  });

  it('has a line for promotional pictures and for each of five pictures, which fit on them', () => {
    const lines = [...(sections.get('Pictures') ?? '').matchAll(/^- (.+)$/gm)].map(([, line = '']) => line);
    expect(lines).toHaveLength(6);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(50);
  });

  it('justifies each permission of the manifest, and no other', () => {
    const justified = sectionsOf(sections.get('Permissions') ?? '', '###');
    expect([...justified.keys()].sort()).toEqual(requestedPermissions().sort());
    for (const [permission, why] of justified) {
      expect(why, permission).not.toBe('');
      expect([...why].length, permission).toBeLessThanOrEqual(MAX_JUSTIFICATION);
    }
  });
});
