/** Sends messages to the background: once more if the worker was not there, and later again if there were too many. */
import { browser } from 'wxt/browser';
import type { Request, Responses } from '../shared/messages';
import type { Send } from '../shared/page/engine-api';
import { onPageRestored } from '../shared/page/page-events';
import { type Failure, failure, type Result } from '../shared/result';
import type { Lifetime } from './lifetime';

/** All requests are idempotent or harmless to repeat: the worker may die between request and answer. */
const ATTEMPTS = 2;

/** Delays of a request that was refused as one too many (in a tab of hundreds of frames), in ms; up to twice that, at random. */
const WAITS_MS = [400, 800, 1600, 3200, 6400, 12800];

/** Chromium may never settle a message to a worker that was ending: after this time, in ms, it is taken as lost. */
const LOST_MS = 8000;

const RETURNED = Symbol('returned');

/** Each request fails once `lifetime` is over. */
export function createSend(lifetime: Lifetime): Send {
  return async (request) => {
    for (const waitMs of WAITS_MS) {
      const answer = await ask(request, lifetime);
      if (answer.ok || answer.error.kind !== 'busy') return answer as Result<Responses[typeof request.type]>; // By the contract with the background.
      await new Promise((resolve) => setTimeout(resolve, waitMs * (1 + Math.random())));
    }
    return failure({ kind: 'busy' });
  };
}

async function ask(request: Request, lifetime: Lifetime): Promise<Result<unknown>> {
  let error: Failure = { kind: 'fault', message: 'the extension is gone' };
  for (let attempt = 0; attempt < ATTEMPTS && lifetime.isAlive(); attempt++) {
    try {
      const answer = await answerOrReturn(request, lifetime.signal);
      if (isResult(answer)) return answer;
      if (answer === RETURNED) attempt--;
      error = { kind: 'fault', message: 'there was no answer' };
    } catch (thrown) {
      error = { kind: 'fault', message: String(thrown) };
    }
  }
  return failure(error);
}

/** The answer; undefined if it was lost; or RETURNED when the reader left the page meanwhile and came back: the answer may have been lost. */
async function answerOrReturn(request: Request, signal: AbortSignal): Promise<unknown> {
  const answered = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const returned = new Promise<unknown>((resolve) => {
    onPageRestored(() => resolve(RETURNED), AbortSignal.any([signal, answered.signal]));
  });
  try {
    const lost = new Promise((resolve) => {
      timer = setTimeout(resolve, LOST_MS);
    });
    return await Promise.race([browser.runtime.sendMessage(request), returned, lost]);
  } finally {
    clearTimeout(timer);
    answered.abort();
  }
}

function isResult(answer: unknown): answer is Result<unknown> {
  return typeof answer === 'object' && answer !== null && 'ok' in answer;
}
