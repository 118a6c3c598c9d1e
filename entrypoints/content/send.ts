/** Owns messages to the background: typed by the contract, and sent once more if the worker was not there. */
import { browser } from 'wxt/browser';
import type { Send } from '../shared/engine-api';
import type { Responses } from '../shared/messages';
import { failure, type Result } from '../shared/result';
import type { Lifetime } from './lifetime';

/** All requests are idempotent or harmless to repeat: the worker may die between receiving and answering. */
const ATTEMPTS = 2;

export function createSend(lifetime: Lifetime): Send {
  return async (request) => {
    let error = 'the extension is gone';
    for (let attempt = 0; attempt < ATTEMPTS && lifetime.isAlive(); attempt++) {
      try {
        const answer: unknown = await browser.runtime.sendMessage(request);
        if (isResult(answer)) return answer as Result<Responses[typeof request.type]>; // By contract of our own background.
        error = 'there was no answer';
      } catch (thrown) {
        error = thrown instanceof Error ? thrown.message : String(thrown);
      }
    }
    return failure(error);
  };
}

function isResult(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'ok' in answer;
}
