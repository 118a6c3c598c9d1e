/**
 * Owns messages to the background: typed by the contract, sent once more if the worker was not there, and later again
 * if there were too many at once.
 */
import { browser } from 'wxt/browser';
import type { Request, Responses } from '../shared/messages';
import type { Send } from '../shared/page/engine-api';
import { whenBack } from '../shared/page/when-back';
import { type Failure, failure, type Result } from '../shared/result';
import type { Lifetime } from './lifetime';

/** All requests are idempotent or harmless to repeat: the worker may die between receiving and answering. */
const ATTEMPTS = 2;

/** How long a request waits that was one too many (a tab of hundreds of frames), in ms; up to twice that, by chance. */
const WAITS_MS = [400, 800, 1600, 3200, 6400, 12800];

const RETURNED = Symbol('returned');

export function createSend(lifetime: Lifetime): Send {
  return async (request) => {
    for (const waitMs of WAITS_MS) {
      const answer = await ask(request, lifetime);
      if (answer.ok || answer.error.kind !== 'busy') return answer as Result<Responses[typeof request.type]>; // By contract of our own background.
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

/** The answer; or RETURNED when the reader left the page meanwhile and came back to it: the answer may have been lost. */
async function answerOrReturn(request: Request, signal: AbortSignal): Promise<unknown> {
  const answered = new AbortController();
  const returned = new Promise<unknown>((resolve) => {
    whenBack(() => resolve(RETURNED), AbortSignal.any([signal, answered.signal]));
  });
  try {
    return await Promise.race([browser.runtime.sendMessage(request), returned]);
  } finally {
    answered.abort();
  }
}

function isResult(answer: unknown): answer is Result<unknown> {
  return typeof answer === 'object' && answer !== null && 'ok' in answer;
}
