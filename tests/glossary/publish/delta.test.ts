import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyDelta, deltaOf } from '../../../glossary/publish/delta';
import { splitParts } from '../../../glossary/publish/parts';

const line = fc.oneof(fc.constantFrom('', 'a', 'b', '=0,1', '+', '\r'), fc.string({ unit: 'binary' }));
const text = fc.array(line, { maxLength: 30 }).map((lines) => lines.join('\n'));

describe('a delta', () => {
  it.each([
    ['', '', '=0,1'],
    ['a\nb\nc', 'a\nb\nc', '=0,3'],
    ['a\nb\nc', 'a\nB\nc', '=0,1\n+B\n=2,1'],
    ['a\nb\nc', 'a\nc', '=0,1\n=2,1'],
    ['a\nb', 'new\na\nb', '+new\n=0,2'],
    ['a\nb', 'b\na', '=1,1\n=0,1'],
    ['a', '', '+'],
  ])('from %j to %j is %j', (before, after, delta) => {
    expect(deltaOf(before, after)).toBe(delta);
  });

  it('leads from any text to any other', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(applyDelta(before, deltaOf(before, after), after.length)).toBe(after);
      }),
    );
  });

  it.each(['', 'x', '=0', '=0,3', '=1,2', '=-1,1', '=0,1x', '= 0,1', '=0,99999999', '+a\nb'])(
    'is refused if it is %j',
    (delta) => {
      expect(applyDelta('a\nb', delta, 100)).toBeNull();
    },
  );

  it('is refused if its copies would make more than the limit', () => {
    expect(applyDelta('ab', '=0,1\n=0,1', 5)).toBe('ab\nab');
    expect(applyDelta('ab', '=0,1\n=0,1', 4)).toBeNull();
  });
});

describe('parts', () => {
  const numbered = (count: number) => Array.from({ length: count }, (_, i) => `term ${i} `.repeat(3));

  it('join to the text', () => {
    fc.assert(
      fc.property(text, (whole) => {
        expect(splitParts(whole).join('')).toBe(whole);
      }),
    );
  });

  it.each([
    [100, 1, 4],
    [5_000, 25, 64],
    [100_000, 32, 128],
  ])('of %i lines are %i to %i', (count, least, most) => {
    const { length } = splitParts(numbered(count).join('\n'));
    expect(length).toBeGreaterThanOrEqual(least);
    expect(length).toBeLessThanOrEqual(most);
  });

  it('stay the same where no line changed, also behind added and removed lines', () => {
    const lines = numbered(5_000);
    const before = new Set(splitParts(lines.join('\n')));
    lines[40] = 'reworded';
    lines.splice(2_000, 1);
    lines.splice(3_000, 0, 'added');
    const missing = splitParts(lines.join('\n')).filter((part) => !before.has(part));
    expect(missing.length).toBeLessThanOrEqual(5);
  });
});
