import { describe, expect, it } from 'vitest';
import { loadOf, USUAL } from '../../../glossary/publish/scale';
import { runInMemory } from '../cli/run-in-memory';

const sizes = { latest: 2_000, full: 300_000, delta: 3_000 };
const assumed = { ...USUAL, headerBytes: 300, wholeShare: 0, edges: 300, refreshesPerDay: 24 };

describe('the load of readers', () => {
  it('without news is one small answer a day', () => {
    const load = loadOf(1e6, sizes, { ...assumed, revisionsPerDay: 0 });
    expect(load).toMatchObject({ requestsPerDay: 1e6, bytesPerDay: 3e8, originRequestsPerDay: 7_200 });
  });

  it('with a revision a day is a manifest and a delta', () => {
    const load = loadOf(1e6, sizes, { ...assumed, revisionsPerDay: 1 });
    expect(load).toMatchObject({ requestsPerDay: 2e6, bytesPerDay: 1e6 * (2_300 + 3_300) });
    expect(load.requestsPerSecond).toBeCloseTo(23.1, 1);
    expect(load.dollarsPerMonth).toBeCloseTo(60 * USUAL.perMillionRequests + 168 * USUAL.perGigabyte, 5);
  });

  it('reaches the origin behind a content network up to a bound', () => {
    const at = (readers: number) => loadOf(readers, sizes, assumed).originRequestsPerDay;
    expect(at(10)).toBe(20);
    expect(at(1e8)).toBe(at(1e5));
    expect(at(1e8)).toBeLessThan(10_000);
  });
});

it('the command prints measured sizes and loads', async () => {
  const { status, stdout } = await runInMemory(['scale', '--terms', '500', '--sizes', '500']);
  expect(status).toBe(0);
  const rows = stdout.split('\n');
  expect(rows.find((row) => row.startsWith('| 500 '))).toMatch(
    /^\| 500 \| \d+ kB \| \d+ kB \| 2\.\d kB \| 2 \| \d+ B \| \d+ \/ \d+ kB \|/,
  );
  expect(rows.filter((row) => /^\| [\d,]+000 \| [\d., M]+\|/.test(row))).toHaveLength(6);
});
