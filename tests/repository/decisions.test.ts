import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const FOLDER = new URL('../../docs/decisions/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, FOLDER), 'utf8');
const names = readdirSync(FOLDER).filter((name) => /^\d{4}-/.test(name));
const HEAD =
  /^# (\d+)\. (.+)\n\nStatus: (\S+) · Date: (\d{4}-\d\d-\d\d)(?: · Amended: (\d{4}-\d\d-\d\d))?\n\n## Context\n/;

it.each(names)('decision %s has the common form, and its row in the index', (name) => {
  const text = read(name);
  const [, number = '', title, status, date, amended = ''] = HEAD.exec(text) ?? [];
  expect(name).toMatch(new RegExp(`^${number.padStart(4, '0')}-`));
  expect([...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)).toEqual([
    'Context',
    'Decision',
    'Consequences',
  ]);
  const row = [number, `[${title}](${name})`, status, date, amended].filter((cell) => cell !== '').join(' | ');
  expect(read('README.md')).toContain(`\n| ${row} |${amended === '' ? ' |' : ''}\n`);
});

it('the index has no other rows', () => {
  expect([...read('README.md').matchAll(/^\| \d+ \|/gm)]).toHaveLength(names.length);
});
