import pack from 'virtual:pangzhu/pack';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PackNow } from '../../../entrypoints/sidepanel/pack-now';
import { readerPack } from '../../../glossary/library/reader-pack';
import type { ReaderPack } from '../../../glossary/pack/pack';

const packOf = (headword: string): ReaderPack =>
  readerPack(pack, { terms: [{ id: 'a', headword, forms: [], definition: '释义' }], variants: '', readings: '' });
const [first, second] = [packOf('术语'), packOf('另一术语')];

beforeEach(() => {
  // It tells developers why.
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => vi.restoreAllMocks());

/** Gives what is next in the list, or rejects with it; the last for good. */
function inTurn(...answers: (ReaderPack | Error | Promise<ReaderPack>)[]): () => Promise<ReaderPack> {
  return async () => {
    const answer = (answers.length > 1 ? answers.shift() : answers[0]) ?? new Error('nothing was given');
    if (answer instanceof Error) throw answer;
    return answer;
  };
}

describe('the pack of the panel', () => {
  it('is had at the second attempt where the first failed', async () => {
    const now = new PackNow(inTurn(new Error('unreadable'), first));
    expect(await now.take()).toBeNull();
    expect([now.pack.value, now.failure.value]).toEqual([null, 'glossary']);
    expect(await now.take()).toBe(first);
    expect([now.pack.value, now.failure.value]).toEqual([first, null]);
  });

  it('stays where a later one cannot be had, and it is said what is missing', async () => {
    const now = new PackNow(inTurn(first, new Error('unreadable'), second));
    await now.take();
    expect(await now.take()).toBeNull();
    expect([now.pack.value, now.failure.value]).toEqual([first, 'terms']);
    expect(await now.take()).toBe(second);
    expect(now.failure.value).toBeNull();
  });

  it('is told as new only where it is another', async () => {
    const now = new PackNow(inTurn(first, first));
    expect(await now.take()).toBe(first);
    expect(await now.take()).toBeNull();
  });

  it.each([
    ['with an older pack', () => first],
    [
      'with a failure',
      () => {
        throw new Error('late');
      },
    ],
  ])('is not taken back by an attempt that ends later %s', async (_name, end) => {
    let begin = () => {};
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const now = new PackNow(inTurn(begun.then(end), second));
    const late = now.take();
    await now.take();
    begin();
    expect(await late).toBeNull();
    expect([now.pack.value, now.failure.value]).toEqual([second, null]);
  });
});
