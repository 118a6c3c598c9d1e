import { createContext, runInContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFinder, type Finder } from '../../../glossary/find/finder';
import { alphabetOf, classTable } from '../../../glossary/find/letter-classes';
import { mentionsInText } from '../../../glossary/find/standalone-text';
import { amount } from '../../long-runs';

/** Stops endless loops, which the time limit of a test cannot. */
const GUARD_MS = 60_000;
const guarded = createContext({ run: () => {} });

function inTime<T>(run: () => T): T {
  guarded.run = run;
  return runInContext('run()', guarded, { timeout: GUARD_MS }) as T; // It is what `run` returns.
}

function build(patterns: readonly string[], variants: string): Finder {
  const senses = patterns.flatMap((_, index) => [index, index, -1]);
  const data = { revisions: ['damaged'], patterns: patterns.join('\n'), variants, senses, rules: [], exclusions: [] };
  return inTime(() => createFinder(data));
}

/** Whether all patterns have different classes, and all letters have one. */
function areApart(patterns: readonly string[], variants: string): boolean {
  const classOf = classTable(alphabetOf(patterns, variants));
  const words = patterns.map((pattern) => pattern.split('').map((unit) => classOf[unit.charCodeAt(0)] ?? 0));
  return words.flat().every((cls) => cls > 0) && new Set(words.map(String)).size === words.length;
}

describe('a finder of damaged data', () => {
  it.each<[name: string, patterns: string[], variants: string, named: string]>([
    ['letters that are variants of none', ['%', '0', '8('], "'w%j0u", 'Pattern 1 (0)'],
    ['one letter that is a variant of none', ['ab', 'ac'], 'bx', 'Pattern 0 (ab)'],
    ['a letter that is a variant of another', ['ab', 'xb'], 'ax', 'Pattern 1 (xb)'],
    ['a pattern twice', ['ab', 'cd', 'ab'], '', 'Pattern 2 (ab)'],
    ['a pattern twice that goes on elsewhere', ['ab', 'abc', 'ab'], '', '(ab)'],
    ['a pattern of one letter twice', ['a', 'a'], '', 'Pattern 1 (a)'],
  ])('is refused for %s', (_name, patterns, variants, named) => {
    expect(() => build(patterns, variants)).toThrow(named);
  });

  it('is rejected exactly if patterns are ambiguous, and usable otherwise', () => {
    const unit = fc.constantFrom(...'abcdAB甲乙丙ａ% (“\u200b\u3000\0');
    const word = fc.string({ unit, minLength: 1, maxLength: 4 });
    const variants = fc.string({
      unit: fc.oneof(unit, fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })),
      maxLength: 6,
    });
    let [refused, built] = [0, 0];
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), variants, (patterns, pairs) => {
        if (areApart(patterns, pairs)) {
          built++;
          const finder = build(patterns, pairs);
          inTime(() => mentionsInText(finder, patterns.join('\u3000')));
        } else {
          refused++;
          expect(() => build(patterns, pairs)).toThrow(/^Pattern \d+ \(/);
        }
      }),
      { numRuns: amount(500, 20_000) },
    );
    expect(Math.min(refused, built)).toBeGreaterThan(amount(50, 100));
  });
});
