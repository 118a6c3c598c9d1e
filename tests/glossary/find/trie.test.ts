import { describe, expect, it } from 'vitest';
import { PENDING } from '../../../glossary/find/double-array';
import { alphabetOf } from '../../../glossary/find/letter-classes';
import { scan } from '../../../glossary/find/scan';
import { buildTables, completing, type Tables } from '../../../glossary/find/tables';
import { finish } from '../../../glossary/pack/step-budget';

const build = (forms: string[]) => buildTables(forms, alphabetOf(forms, ''));

/** Numbers of states: all, and those whose children are not built yet. */
function statesOf({ cells }: Tables): { all: number; pending: number } {
  const places = Array.from({ length: cells.length / 2 }, (_, place) => 2 * place);
  return {
    all: places.filter((at) => cells[at + 1] !== 0).length,
    pending: places.filter((at) => (cells[at] ?? 0) <= PENDING).length,
  };
}

function hits(tables: Tables, text: string): number[] {
  const found: number[] = [];
  scan(tables, text, (word) => found.push(word));
  return found;
}

describe('the trie', () => {
  const forms = ['中国科协', '中国', '学会', '学习强国'];

  it('has the first letters only, until a scan gets to more', () => {
    const tables = build(forms);
    expect(statesOf(tables)).toEqual({ all: 3, pending: 2 });
    expect(hits(tables, '没有')).toEqual([]);
    expect(statesOf(tables).pending).toBe(2);
    expect(hits(tables, '学会')).toEqual([2]);
    // Below 学 are 会, where a form ends, and 习, which no text had.
    expect(statesOf(tables)).toEqual({ all: 5, pending: 2 });
  });

  it('has all states once it is completed, and finds the same', () => {
    const tables = build(forms);
    finish(completing(tables));
    // The root, nine letters, and the place of the index of 中国, which continues.
    expect(statesOf(tables)).toEqual({ all: 11, pending: 0 });
    expect(hits(tables, '中国科协学习强国')).toEqual([1, 0, 3]);
  });

  it('is completed for many forms', () => {
    const many = Array.from({ length: 20_000 }, (_, i) => `甲${String.fromCharCode(0x4e00 + i)}乙`);
    expect(statesOf(build(many)).pending).toBe(0);
  });
});
