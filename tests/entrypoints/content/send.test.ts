// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Send } from '../../../entrypoints/shared/page/engine-api';
import { failure, ok } from '../../../entrypoints/shared/result';

/** What the browser answers, in turn. */
let answers: (() => Promise<unknown>)[];
let asked: number;
let send: Send;

const never = () => new Promise<unknown>(() => {});

beforeEach(async () => {
  vi.useFakeTimers();
  answers = [];
  asked = 0;
  const sendMessage = () => answers[asked++]?.() ?? never();
  vi.stubGlobal('browser', { runtime: { id: 'pangzhu', sendMessage } });
  // The module takes the browser's API when it is loaded.
  vi.resetModules();
  const [{ createSend }, { Lifetime }] = await Promise.all([
    import('../../../entrypoints/content/send'),
    import('../../../entrypoints/content/lifetime'),
  ]);
  send = createSend(new Lifetime());
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  vi.resetModules();
});

describe('a request to the background', () => {
  const place = async () => ok('page.example');

  it.each<[string, (() => Promise<unknown>)[], number]>([
    ['at once', [place], 0],
    ['after the worker was gone', [() => Promise.reject(new Error('closed')), place], 0],
    ['after a worker answered nothing', [async () => undefined, place], 0],
    ['after an answer that never comes', [never, place], 8000],
    ['after too many requests', [async () => failure({ kind: 'busy' }), place], 800],
  ])('is answered %s', async (_when, given, afterMs) => {
    answers = given;
    const answer = send({ type: 'site.place' });
    await vi.advanceTimersByTimeAsync(afterMs);
    expect(await answer).toEqual(ok('page.example'));
    expect(asked).toBe(given.length);
  });

  it('fails if two answers never come', async () => {
    const answer = send({ type: 'site.place' });
    await vi.advanceTimersByTimeAsync(16_000);
    expect(await answer).toEqual(failure({ kind: 'fault', message: 'there was no answer' }));
  });
});
