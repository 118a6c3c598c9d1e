import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_PAGE_OPTIONS,
  type PageOptions,
  USUAL_CAP,
  worthMarks,
} from '../../../entrypoints/engine.content/choose-shown';
import type { Mention } from '../../../glossary/pack/finder-data';

const mention = (start: number, ...entries: [number, ...number[]]): Mention => {
  const [first, ...others] = entries.map((entry) => ({ entry, reason: { kind: 'form' } as const }));
  if (!first) throw new Error('a mention stands for something');
  return { start, end: start + 2, senses: [first, ...others] };
};
const options = (part: Partial<PageOptions>): PageOptions => ({ ...DEFAULT_PAGE_OPTIONS, ...part });
const startsOf = (mentions: readonly Mention[]) => mentions.map(({ start }) => start);

describe('worthMarks', () => {
  it.each<[string, Mention[], Partial<PageOptions>, number[]]>([
    ['nothing of nothing', [], {}, []],
    ['all by default', [mention(0, 1), mention(2, 1), mention(4, 2)], {}, [0, 2, 4]],
    ['none of a muted entry', [mention(0, 1), mention(2, 2)], { muted: new Set([1]) }, [2]],
    ['what may stand for another as well', [mention(0, 1, 2), mention(2, 1)], { muted: new Set([1]) }, [0]],
    ['nothing where all senses are muted', [mention(0, 1, 2)], { muted: new Set([1, 2]) }, []],
    ['firsts before repeats', [mention(0, 1), mention(2, 1), mention(4, 1), mention(6, 2)], { cap: 2 }, [0, 6]],
    [
      'repeats while there is room',
      [mention(0, 1), mention(2, 1), mention(4, 1), mention(6, 2)],
      { cap: 3 },
      [0, 2, 6],
    ],
    ['no more than the cap of firsts', [mention(0, 1), mention(2, 2), mention(4, 3)], { cap: 2 }, [0, 2]],
    [
      'each stretch by itself',
      [mention(0, 1), mention(2, 1), mention(1000, 1), mention(1002, 1)],
      { cap: 1 },
      [0, 1000],
    ],
    ['nothing at a cap of nothing', [mention(0, 1)], { cap: 0 }, []],
  ])('keeps %s', (_name, mentions, part, expected) => {
    expect(startsOf(worthMarks(mentions, options(part)))).toEqual(expected);
  });

  it('returns its input if nothing is dropped, so that nothing is marked again', () => {
    const mentions = [mention(0, 1), mention(2, 2)];
    expect(worthMarks(mentions, DEFAULT_PAGE_OPTIONS)).toBe(mentions);
  });

  it('keeps the order and the limit, and drops repeats before first mentions', () => {
    const lists = fc.array(fc.tuple(fc.nat(30), fc.nat(6)), { maxLength: 120 }).map((steps) => {
      let at = 0;
      return steps.map(([gap, entry]) => {
        at += gap + 2;
        return mention(at, entry);
      });
    });
    fc.assert(
      fc.property(lists, fc.nat(12), (mentions, cap) => {
        const kept = worthMarks(mentions, options({ cap }));
        expect(startsOf(kept)).toEqual(startsOf(mentions.filter((item) => kept.includes(item))));
        const stretches = new Set(mentions.map(({ start }) => Math.floor(start / 1000)));
        for (const stretch of mentions.length > cap ? stretches : []) {
          const inside = (item: Mention) => Math.floor(item.start / 1000) === stretch;
          const all = mentions.filter(inside);
          const here = kept.filter(inside);
          const entries = new Set(all.map(({ senses: [{ entry }] }) => entry));
          expect(here.length).toBe(Math.min(cap, all.length));
          const shown = new Set(here.map(({ senses: [{ entry }] }) => entry));
          expect(shown.size).toBe(Math.min(cap, entries.size));
        }
      }),
    );
  });

  it('drops nothing in text as dense as the bulletins', () => {
    const dense = Array.from({ length: USUAL_CAP }, (_, i) => mention(i * 12, i % 40));
    expect(worthMarks(dense, DEFAULT_PAGE_OPTIONS)).toHaveLength(USUAL_CAP);
  });
});
