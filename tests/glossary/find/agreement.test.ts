import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldForm, variantsOf } from '../../../glossary/editor/fold';
import { createFinder, type Finder } from '../../../glossary/find/finder';
import { alphabetOf } from '../../../glossary/find/letter-classes';
import { PageFinder } from '../../../glossary/find/page-finder';
import { mayContain, type OnHit, scan, scanPart } from '../../../glossary/find/scan';
import { scanWithLinks } from '../../../glossary/find/scan-with-links';
import { buildTables } from '../../../glossary/find/tables';
import { lettersOf } from '../../../glossary/pack/characters';
import { amount } from '../../long-runs';
import { BREAK, type Found, INVISIBLE, MARKS, mentions, SPACES, SPELLINGS } from './naive-finder';

const letters = Object.keys(SPELLINGS);

const pattern = fc
  .array(fc.constantFrom(...letters, ' '), { minLength: 1, maxLength: 5 })
  .map((units) => foldForm(units.join('')))
  .filter((folded) => folded !== '');
const patterns = fc.uniqueArray(pattern, { minLength: 1, maxLength: 8 });

const spelling = fc.constantFrom(...Object.values(SPELLINGS).join(''));
const skipped = fc.constantFrom(...(INVISIBLE + SPACES + BREAK + MARKS));
const other = fc.constantFrom('。', 'x', '\ud842', '\udfb7', '人');
const unit = fc.oneof(
  { weight: 12, arbitrary: spelling },
  { weight: 5, arbitrary: skipped },
  { weight: 1, arbitrary: other },
);
const text = fc.array(unit, { maxLength: 24 }).map((units) => units.join(''));

/** A text that contains the patterns with any spellings and skipped characters, because random text rarely does. */
const textOf = (forms: readonly string[]) => {
  const spelt = fc
    .constantFrom(...forms)
    .chain((form) =>
      fc.tuple(
        ...[...form].map((letter) =>
          fc.tuple(
            fc.constantFrom(...(SPELLINGS[letter] ?? ' ')),
            fc.oneof({ weight: 4, arbitrary: fc.constant('') }, skipped),
          ),
        ),
      ),
    );
  return fc
    .array(
      fc.oneof(
        spelt.map((pairs) => pairs.flat().join('')),
        unit,
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join(''));
};

function finderFor(forms: readonly string[], exclusions: readonly number[]) {
  const finder = createFinder({
    revisions: ['test'],
    patterns: forms.join('\n'),
    variants: variantsOf(forms),
    senses: forms.flatMap((_, i) => (exclusions.includes(i) ? [] : [i, i, -1])),
    rules: [],
    exclusions: [...exclusions],
  });
  return { ...finder, isCrossed: () => false };
}

function mentionsIn(finder: Finder, whole: string): Found[] {
  const page = new PageFinder(finder);
  const run = {};
  page.add(run, whole);
  page.settle();
  return page.mentionsOf(run).map(({ start, end, senses }) => ({ pattern: senses[0].entry, start, end }));
}

function found(forms: readonly string[], exclusions: readonly number[], whole: string): Found[] {
  return mentionsIn(finderFor(forms, exclusions), whole);
}

const packed = patterns.chain((forms) =>
  fc.record({ forms: fc.constant(forms), exclusions: fc.subarray(forms.map((_, i) => i)) }),
);
const example = packed.chain((pack) =>
  fc.record({
    forms: fc.constant(pack.forms),
    exclusions: fc.constant(pack.exclusions),
    text: fc.oneof(text, textOf(pack.forms)),
  }),
);

/** Units of a text to be looked at place by place, not by twos. */
const CROWD = 100;
/** Texts of one pack: a case is a pack and a text, and texts are cheaper to make. */
const TEXTS = 80;
/** Number of cases compared with the naive finder. */
const CASES = amount(6_000, 3_000_000);
const many = packed.chain(({ forms, exclusions }) =>
  fc.record({
    forms: fc.constant(forms),
    exclusions: fc.constant(exclusions),
    texts: fc.array(fc.oneof(text, textOf(forms)), { minLength: TEXTS, maxLength: TEXTS }),
  }),
);

describe('the finder', () => {
  test('agrees with the naive finder', { timeout: amount(240_000, 3_600_000) }, () => {
    let cases = 0;
    let mentioned = 0;
    fc.assert(
      fc.property(many, ({ forms, exclusions, texts }) => {
        const finder = finderFor(forms, exclusions);
        const blocking = new Set(exclusions);
        const crowd = (forms[0] ?? '').charAt(0).repeat(CROWD);
        for (const [i, whole] of texts.entries()) {
          // A text full of first letters changes how later ones are filtered.
          if (i === TEXTS / 2) mentionsIn(finder, crowd);
          const expected = mentions(forms, blocking, whole);
          const actual = mentionsIn(finder, whole);
          cases++;
          mentioned += expected.length;
          // Compared here, because an assertion for each would take longer than the finder.
          if (JSON.stringify(actual) !== JSON.stringify(expected))
            expect({ whole, actual }).toEqual({ whole, actual: expected });
        }
      }),
      { numRuns: CASES / TEXTS },
    );
    expect(cases).toBeGreaterThanOrEqual(CASES);
    expect(mentioned).toBeGreaterThan(CASES / 4);
  });

  test('returns sorted, disjoint offsets inside the text, and surfaces that fold to the form', () => {
    fc.assert(
      fc.property(example, ({ forms, exclusions, text: whole }) => {
        let end = 0;
        for (const mention of found(forms, exclusions, whole)) {
          expect(mention.start).toBeGreaterThanOrEqual(end);
          end = mention.end;
          expect(foldForm(whole.slice(mention.start, mention.end))).toBe(forms[mention.pattern]);
        }
        expect(end).toBeLessThanOrEqual(whole.length);
      }),
      { numRuns: amount(200, 5000) },
    );
  });

  test('may contain a mention wherever there is one', () => {
    fc.assert(
      fc.property(example, ({ forms, exclusions, text: whole }) => {
        const { tables } = finderFor(forms, exclusions);
        const isForm = (index: number) => !exclusions.includes(index);
        if (found(forms, exclusions, whole).length > 0) expect(mayContain(tables, whole, isForm)).toBe(true);
        if (lettersOf(whole).length === 0) expect(mayContain(tables, whole, isForm)).toBe(false);
      }),
      { numRuns: amount(150, 10_000) },
    );
  });
});

describe('the tables', () => {
  const word = fc.string({ unit: fc.constantFrom(...'中国学会科协ab1+'), minLength: 1, maxLength: 6 });

  test('contain exactly the patterns they were built from', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 40 }), fc.array(word, { maxLength: 40 }), (forms, probes) => {
        const tables = buildTables(forms, alphabetOf(forms, ''));
        for (const probe of [...forms, ...probes]) {
          const whole: string[] = [];
          scan(tables, probe, (index, start, end) => {
            if (start === 0 && end === probe.length) whole.push(forms[index] ?? '');
          });
          expect(whole).toEqual(forms.includes(probe) ? [probe] : []);
        }
      }),
    );
  });

  test('report every occurrence, also nested ones, by start and length', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 20 }), word, word, (forms, one, two) => {
        const whole = one + two + one;
        const hits: [number, number, string][] = [];
        scan(buildTables(forms, alphabetOf(forms, '')), whole, (index, start, end) =>
          hits.push([start, end, forms[index] ?? '']),
        );
        const expected: typeof hits = [];
        for (let start = 0; start < whole.length; start++) {
          for (let end = start + 1; end <= whole.length; end++) {
            if (forms.includes(whole.slice(start, end))) expected.push([start, end, whole.slice(start, end)]);
          }
        }
        expect(hits).toEqual(expected);
      }),
    );
  });

  test('report the same in parts as for the whole text', () => {
    fc.assert(
      fc.property(packed, fc.nat(30), fc.nat(30), ({ forms, exclusions }, one, two) => {
        const { tables } = finderFor(forms, exclusions);
        const [sample] = fc.sample(textOf(forms), { numRuns: 1, seed: one * 31 + two });
        const whole = sample ?? '';
        const hitsOf = (run: (onHit: OnHit) => void) => {
          const hits: number[][] = [];
          run((...hit) => hits.push(hit));
          return hits;
        };
        const expected = hitsOf((onHit) => scan(tables, whole, onHit));
        const [from = 0, to = 0] = [Math.min(one, whole.length), Math.min(two, whole.length)].sort((a, b) => a - b);
        const parts = [
          { from: 0, to: from },
          { from, to },
          { from: to, to: whole.length },
        ];
        expect(parts.flatMap((part) => hitsOf((onHit) => scanPart(tables, whole, onHit, part)))).toEqual(expected);
        const onward = parts.flatMap((part) => scanWithLinks(tables, whole, part.from, part.to));
        expect(onward.map(({ pattern: index, start, end }) => [index, start, end])).toEqual(expected);
      }),
      { numRuns: amount(250, 30_000) },
    );
  });

  test('end a scan on request', () => {
    const starts: number[] = [];
    scan(buildTables(['中', '中国'], alphabetOf(['中', '中国'], '')), '中国中国', (_index, start) => {
      starts.push(start);
      return starts.length === 2;
    });
    expect(starts).toEqual([0, 0]);
  });

  test('find nothing without patterns', () => {
    expect(mayContain(buildTables([], alphabetOf([], '')), '中国', () => true)).toBe(false);
  });
});
