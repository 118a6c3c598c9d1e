import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from './modules-in';

const FOLDER = join(ROOT, '.github/workflows');

interface Workflow {
  permissions?: unknown;
  concurrency?: unknown;
  jobs: Record<
    string,
    { 'timeout-minutes'?: number; permissions?: unknown; strategy?: { matrix: { node?: string[] } } }
  >;
}

/** Values of a key at any depth. */
function valuesOf(key: string, node: unknown): unknown[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, value]) => (name === key ? [value] : valuesOf(key, value)));
}

/** Actions and reusable workflows that a tag or a branch could change. */
const unpinned = (workflow: unknown) =>
  valuesOf('uses', workflow).filter((used) => !/^[\w./-]+@[0-9a-f]{40}$/.test(String(used)));

it.each([
  ['owner/action@11bd71901bbe5b1630ceea73d27597364c9af683', true],
  ['owner/action/part@11bd71901bbe5b1630ceea73d27597364c9af683', true],
  ['owner/action@v4', false],
  ['owner/action@main', false],
  ['owner/action@11bd719', false],
  ['owner/action', false],
  ['docker://image:latest', false],
])('%s is pinned: %s', (uses, isPinned) => {
  expect(unpinned({ jobs: { a: { steps: [{ run: 'x' }, { uses }] } } })).toEqual(isPinned ? [] : [uses]);
});

describe.each(readdirSync(FOLDER))('the workflow %s', (name) => {
  const text = readFileSync(join(FOLDER, name), 'utf8');
  const workflow = parse(text) as Workflow; // The host's own format.

  it('pins every action by hash, and says which version that is', () => {
    expect(valuesOf('uses', workflow).length).toBeGreaterThan(0);
    expect(unpinned(workflow)).toEqual([]);
    const lines = text.split('\n').filter((line) => line.includes('uses:'));
    expect(lines.filter((line) => !/ # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
  });

  it('may only read, has no secret, and ends', () => {
    expect([workflow.permissions, ...valuesOf('permissions', workflow.jobs)]).toEqual([{ contents: 'read' }]);
    expect(text).not.toMatch(/secrets\b|GITHUB_TOKEN|pull_request_target/);
    expect(workflow.concurrency).toBeDefined();
    for (const job of Object.values(workflow.jobs)) expect(job['timeout-minutes']).toBeLessThanOrEqual(60);
  });

  it('runs on the oldest Node that is supported', () => {
    const { engines } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { engines: { node: string } }; // npm's own format.
    const versions = Object.values(workflow.jobs).flatMap(({ strategy }) => strategy?.matrix.node ?? []);
    expect(engines.node).toBe(`>=${versions[0]}.0`);
  });
});
