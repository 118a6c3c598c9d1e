import pack from 'virtual:pangzhu/pack';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PanelLibrary } from '../../../entrypoints/sidepanel/panel-library';
import { Library } from '../../../glossary/library/library';

const [first, second] = [new Library([pack]), new Library([pack])];

beforeEach(() => {
  // It tells developers why.
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => vi.restoreAllMocks());

/** Gives what is next in the list, or rejects with it; the last for good. */
function inTurn(...answers: (Library | Error | Promise<Library>)[]): () => Promise<Library> {
  return async () => {
    const answer = (answers.length > 1 ? answers.shift() : answers[0]) ?? new Error('nothing was given');
    if (answer instanceof Error) throw answer;
    return answer;
  };
}

describe('the library of the panel', () => {
  it('is loaded at the second attempt if the first failed', async () => {
    const now = new PanelLibrary(inTurn(new Error('unreadable'), first));
    expect(await now.update()).toBeNull();
    expect([now.library.value, now.failure.value]).toEqual([null, 'glossary']);
    expect(await now.update()).toBe(first);
    expect([now.library.value, now.failure.value]).toEqual([first, null]);
  });

  it('stays if a later one cannot be loaded, with the failure', async () => {
    const now = new PanelLibrary(inTurn(first, new Error('unreadable'), second));
    await now.update();
    expect(await now.update()).toBeNull();
    expect([now.library.value, now.failure.value]).toEqual([first, 'terms']);
    expect(await now.update()).toBe(second);
    expect(now.failure.value).toBeNull();
  });

  it('is reported as new only if it differs', async () => {
    const now = new PanelLibrary(inTurn(first, first));
    expect(await now.update()).toBe(first);
    expect(await now.update()).toBeNull();
  });

  it.each([
    ['with an older library', () => first],
    [
      'with a failure',
      () => {
        throw new Error('late');
      },
    ],
  ])('is not replaced by an earlier attempt that ends later %s', async (_name, end) => {
    let begin = () => {};
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const now = new PanelLibrary(inTurn(begun.then(end), second));
    const late = now.update();
    await now.update();
    begin();
    expect(await late).toBeNull();
    expect([now.library.value, now.failure.value]).toEqual([second, null]);
  });
});
