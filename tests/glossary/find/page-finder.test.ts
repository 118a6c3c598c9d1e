import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PageFinder } from '../../../glossary/find/page-finder';
import { amount } from '../../long-runs';
import { describeMentions, type Forms, finderOf, mentionsIn } from './finder-of';

/** A page whose text runs have names. */
class Page {
  readonly #finder;
  readonly #page;
  readonly #runs = new Map<string, { text: string }>();
  /** Text runs reported by settlings in steps. */
  readonly reported = new Set<string>();
  #settling: Generator<void, Set<{ text: string }>> | null = null;

  constructor(forms: Forms, exclusions: string[] = []) {
    this.#finder = finderOf(forms, exclusions);
    // Smallest steps, so that changes can happen at any point.
    this.#page = new PageFinder<{ text: string }>(this.#finder.finder, { stepPieces: 1 });
  }
  add(name: string, text: string): void {
    const run = this.#runs.get(name) ?? { text };
    run.text = text;
    this.#runs.set(name, run);
    this.#page.add(run, text);
  }
  remove(name: string): void {
    const run = this.#runs.get(name);
    if (run) this.#page.remove(run);
    this.#runs.delete(name);
  }
  /** @returns names of the text runs reported as changed, sorted. */
  settle(): string[] {
    return this.#namesOf(this.#page.settle());
  }
  /** Continues or begins a settling for some steps; 0 abandons the current one. */
  step(count: number): void {
    if (count === 0) this.#settling?.return(new Set());
    this.#settling ??= this.#page.settling();
    for (let i = 0; i < count; i++) {
      const { done, value } = this.#settling.next();
      if (!done) continue;
      for (const name of value ? this.#namesOf(value) : []) this.reported.add(name);
      this.#settling = null;
      return;
    }
  }
  #namesOf(runs: ReadonlySet<{ text: string }>): string[] {
    return [...this.#runs].filter(([, run]) => runs.has(run)).map(([name]) => name);
  }
  has(name: string): boolean {
    const run = this.#runs.get(name);
    return run !== undefined && this.#page.has(run);
  }
  mentions(name: string): string[] {
    const run = this.#runs.get(name);
    return run ? describeMentions(this.#finder, run.text, this.#page.mentionsOf(run)) : [];
  }
  amount(): [string, string][] {
    return [...this.#runs].map(([name, run]) => [name, run.text]);
  }
}

describe('runs', () => {
  test('has no mentions before it settles', () => {
    const page = new Page({ a: ['甲'] });
    page.add('1', '甲');
    expect(page.mentions('1')).toEqual([]);
    expect(page.settle()).toEqual(['1']);
    expect(page.mentions('1')).toEqual(['甲 = a (form)']);
  });

  test('a run with a cue only is kept where a rule asks for the cue anywhere on the page', () => {
    const page = new Page({
      near: [{ text: '学会', needs: { near: ['会员'] } }],
      page: [{ text: '团体', needs: { page: ['章程'] } }],
    });
    page.add('near', '会员');
    page.add('page', '章程');
    page.settle();
    expect([page.has('near'), page.has('page')]).toEqual([false, true]);
  });

  test('keeps no run without a hit', () => {
    const page = new Page({ a: ['甲'] });
    page.add('1', '乙');
    expect(page.has('1')).toBe(false);
    expect(page.settle()).toEqual([]);
  });

  test('replaces the text of a run', () => {
    const page = new Page({ a: ['甲'], b: ['乙'] });
    page.add('1', '甲');
    page.settle();
    page.add('1', '乙');
    expect(page.settle()).toEqual(['1']);
    expect(page.mentions('1')).toEqual(['乙 = b (form)']);
    page.add('1', '丙');
    expect(page.has('1')).toBe(false);
    expect(page.mentions('1')).toEqual([]);
  });

  test('reports nothing if nothing changed', () => {
    const page = new Page({ a: ['甲'], b: [{ text: '乙', needs: { page: ['甲'] } }] });
    page.add('1', '甲');
    page.add('2', '乙');
    page.settle();
    expect(page.settle()).toEqual([]);
    page.remove('3');
    expect(page.settle()).toEqual([]);
  });
});

describe('cues elsewhere on the page', () => {
  const forms: Forms = {
    b: [{ text: '乙', needs: { page: ['甲'] } }],
    c: [{ text: '丙', unless: { page: ['甲'] } }],
    d: [{ text: '丁', needs: { page: ['丁'] } }],
    e: [{ text: '科协', needs: { page: ['协'] } }],
  };

  test('accept a form while they are present', () => {
    const page = new Page(forms);
    page.add('1', '乙');
    page.settle();
    expect(page.mentions('1')).toEqual([]);
    page.add('2', '甲');
    expect(page.settle()).toEqual(['1', '2']);
    expect(page.mentions('1')).toEqual(['乙 = b (page 甲)']);
    page.remove('2');
    expect(page.settle()).toEqual(['1']);
    expect(page.mentions('1')).toEqual([]);
  });

  test('refuse a form while they are present', () => {
    const page = new Page(forms);
    page.add('1', '丙');
    page.settle();
    expect(page.mentions('1')).toEqual(['丙 = c (form)']);
    page.add('2', '甲');
    page.add('3', '甲');
    page.settle();
    expect(page.mentions('1')).toEqual([]);
    page.remove('2');
    expect(page.settle()).toEqual([]);
    page.remove('3');
    expect(page.settle()).toEqual(['1']);
    expect(page.mentions('1')).toEqual(['丙 = c (form)']);
  });

  test('refuse in the same run, however far', () => {
    const page = new Page(forms);
    page.add('1', `丙${'，'.repeat(300)}甲`);
    page.settle();
    expect(page.mentions('1')).toEqual([]);
  });

  test('are neither the form itself nor inside it', () => {
    const page = new Page(forms);
    page.add('1', '丁');
    page.add('2', '科协');
    page.settle();
    expect([page.mentions('1'), page.mentions('2')]).toEqual([[], []]);
    page.add('3', '丁，协');
    page.settle();
    expect(page.mentions('1')).toEqual(['丁 = d (page 丁)']);
    expect(page.mentions('2')).toEqual(['科协 = e (page 协)']);
    expect(page.mentions('3')).toEqual(['丁 = d (page 丁)']);
    page.remove('1');
    page.settle();
    expect(page.mentions('3')).toEqual([]);
  });
});

describe('entries elsewhere on the page', () => {
  test('are resolved along a chain of rules', () => {
    const chain: Forms = { a: ['甲'] };
    [...'乙丙丁戊己庚辛壬癸子丑'].forEach((text, i) => {
      chain[text] = [{ text, needs: { entries: [i === 0 ? 'a' : ([...'乙丙丁戊己庚辛壬癸子丑'][i - 1] ?? '')] } }];
    });
    const page = new Page(chain);
    for (const text of '丑子癸壬辛庚己戊丁丙乙') page.add(text, text);
    page.settle();
    expect(page.mentions('丑')).toEqual([]);
    page.add('甲', '甲');
    expect(page.settle()).toHaveLength(12);
    expect(page.mentions('丑')).toEqual(['丑 = 丑 (entry 子)']);
    page.remove('甲');
    expect(page.settle()).toHaveLength(11);
    expect(page.mentions('乙')).toEqual([]);
  });

  test('count in the same run, but not at the place of the form', () => {
    const page = new Page({ a: ['甲'], ab: [{ text: '甲乙', needs: { entries: ['a'] } }] });
    page.add('1', '甲乙');
    page.settle();
    expect(page.mentions('1')).toEqual(['甲 = a (form)']);
    page.add('1', '甲乙，甲');
    page.settle();
    expect(page.mentions('1')).toEqual(['甲乙 = ab (entry a)', '甲 = a (form)']);
  });

  test('do not accept each other', () => {
    const page = new Page({
      a: [{ text: '甲', needs: { near: ['始'], entries: ['b'] } }],
      b: [{ text: '乙', needs: { entries: ['a'] } }],
    });
    page.add('1', '甲');
    page.add('2', '乙');
    page.settle();
    expect([page.mentions('1'), page.mentions('2')]).toEqual([[], []]);
    page.add('3', '始甲');
    page.settle();
    expect(page.mentions('1')).toEqual(['甲 = a (entry b)']);
    expect(page.mentions('2')).toEqual(['乙 = b (entry a)']);
    page.remove('3');
    expect(page.settle()).toEqual(['1', '2']);
    expect([page.mentions('1'), page.mentions('2')]).toEqual([[], []]);
  });

  test('do not count inside an exclusion or a longer form', () => {
    const page = new Page({ a: ['甲'], long: ['甲乙'], b: [{ text: '丙', needs: { entries: ['a'] } }] }, ['甲丁']);
    page.add('1', '丙');
    page.add('2', '甲乙，甲丁');
    page.settle();
    expect(page.mentions('1')).toEqual([]);
  });

  test('a form that replaces its own evidence is stable', () => {
    const page = new Page({
      a: ['甲'],
      ab: [{ text: '甲乙', needs: { entries: ['b'] } }],
      b: [{ text: '丙', needs: { entries: ['a'] } }],
    });
    page.add('1', '甲乙');
    page.add('2', '丙');
    page.settle();
    expect(page.mentions('1')).toEqual(['甲乙 = ab (entry b)']);
    expect(page.settle()).toEqual([]);
  });

  test('do not count if a cue on the page refuses them', () => {
    const page = new Page({
      a: ['甲'],
      b: [{ text: '乙', needs: { entries: ['a'] }, unless: { page: ['止'] } }],
      c: [{ text: '丙', needs: { entries: ['b'] } }],
    });
    for (const text of '甲乙丙止') page.add(text, text);
    page.settle();
    expect([page.mentions('乙'), page.mentions('丙')]).toEqual([[], []]);
    page.remove('止');
    page.settle();
    expect(page.mentions('丙')).toEqual(['丙 = c (entry b)']);
  });

  test('still count if one of two places in a run is lost', () => {
    const page = new Page({
      a: ['甲甲', { text: '甲', needs: { entries: ['b'] } }],
      b: ['乙'],
      c: [{ text: '丙', needs: { entries: ['a'] } }],
    });
    page.add('1', '甲甲，甲');
    page.add('2', '乙');
    page.add('3', '丙');
    page.settle();
    page.remove('2');
    expect(page.settle()).toEqual(['1']);
    expect(page.mentions('3')).toEqual(['丙 = c (entry a)']);
  });

  test('count by their first sense only', () => {
    const page = new Page({
      plain: ['甲'],
      ruled: [{ text: '甲', needs: { near: ['始'] } }],
      b: [{ text: '乙', needs: { entries: ['plain'] } }],
    });
    page.add('1', '始甲');
    page.add('2', '乙');
    page.settle();
    expect(page.mentions('2')).toEqual([]);
    page.add('3', '甲');
    page.settle();
    expect(page.mentions('2')).toEqual(['乙 = b (entry plain)']);
  });
});

describe('evidence in the same run', () => {
  test.each([
    ['乙，乙丙', '乙 = b (form),乙丙 = e (entry b)'],
    ['乙丙，乙', '乙丙 = e (entry b),乙 = b (form)'],
    ['乙，乙，乙丙，乙', '乙 = b (form),乙 = b (form),乙丙 = e (entry b),乙 = b (form)'],
    ['乙丙，乙丙', '乙丙 = e (entry b),乙丙 = e (entry b)'],
    ['乙丙', '乙 = b (form)'],
  ])('must be separate from the form: %s', (text, told) => {
    const page = new Page({ b: ['乙'], e: [{ text: '乙丙', needs: { entries: ['b'] } }] });
    page.add('1', text);
    page.settle();
    expect(page.mentions('1').join()).toBe(told);
  });
});

describe('any sequence of changes', () => {
  const forms: Forms = {
    a: [{ text: '甲', needs: { near: ['始'], entries: ['b'] } }, '甲始'],
    b: [{ text: '乙', needs: { entries: ['a', 'c'], page: ['终'] } }],
    c: [{ text: '乙丙', needs: { entries: ['a'] }, unless: { page: ['止'] } }],
    d: [
      { text: '丙', needs: { entries: ['c', 'b'] } },
      { text: '甲丙', needs: { entries: ['d'] } },
    ],
    e: ['终始', { text: '丙', unless: { page: ['终'] } }],
  };
  const exclusions = ['止甲'];
  const text = fc.array(fc.constantFrom(...'甲乙丙始终止，'), { maxLength: 6 }).map((units) => units.join(''));
  const change = fc.oneof(
    { weight: 3, arbitrary: fc.record({ name: fc.constantFrom('1', '2', '3', '4', '5'), text }) },
    { weight: 2, arbitrary: fc.record({ name: fc.constantFrom('1', '2', '3', '4', '5'), text: fc.constant(null) }) },
    { weight: 2, arbitrary: fc.constant('settle' as const) },
    { weight: 3, arbitrary: fc.nat(12) },
  );

  const changes = fc.array(change, { maxLength: 24 });
  const apply = (page: Page, item: { name: string; text: string | null } | 'settle' | number) => {
    if (item === 'settle') page.settle();
    else if (typeof item === 'number') page.step(item);
    else if (item.text === null) page.remove(item.name);
    else page.add(item.name, item.text);
  };
  const tellAll = (page: Page) => new Map(page.amount().map(([name]) => [name, page.mentions(name).join()]));

  test('ends with the mentions of a new page', () => {
    fc.assert(
      fc.property(changes, (items) => {
        const page = new Page(forms, exclusions);
        for (const item of items) apply(page, item);
        page.settle();
        const fresh = new Page(forms, exclusions);
        for (const [name, run] of page.amount().reverse()) fresh.add(name, run);
        fresh.settle();
        for (const [name] of page.amount()) expect(page.mentions(name)).toEqual(fresh.mentions(name));
      }),
      { numRuns: amount(300, 600) },
    );
  });

  test('is settled at once, and reports each changed run', () => {
    fc.assert(
      fc.property(changes, changes, (before, after) => {
        const page = new Page(forms, exclusions);
        for (const item of before) apply(page, item);
        page.settle();
        const told = tellAll(page);
        page.reported.clear();
        for (const item of after) if (item !== 'settle') apply(page, item);
        const changed = [...page.settle(), ...page.reported];
        const now = tellAll(page);
        const differing = [...now].filter(([name, mentions]) => mentions !== (told.get(name) ?? ''));
        for (const [name] of differing) if (page.has(name)) expect(changed).toContain(name);
        expect(page.settle()).toEqual([]);
        expect(tellAll(page)).toEqual(now);
      }),
    );
  });

  test('a page of one text run has the mentions of that run', () => {
    const finder = finderOf(forms, exclusions);
    fc.assert(
      fc.property(text, (whole) => {
        const mentions = mentionsIn(finder, whole);
        let end = 0;
        for (const mention of mentions) {
          expect(mention.start).toBeGreaterThanOrEqual(end);
          expect(mention.end).toBeGreaterThan(mention.start);
          end = mention.end;
        }
        expect(end).toBeLessThanOrEqual(whole.length);
      }),
    );
  });
});
