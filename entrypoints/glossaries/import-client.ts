/** Calls the import worker: one request at a time, and the worker is ended when the reader cancels. */
import browser from 'webextension-polyfill';
import type { FoundPack } from '../../components/glossaries/FollowPreview';
import type { ReadFile } from '../../components/glossaries/wizard-state';
import type { Choices } from '../../glossary/exchange/contract';
import type { Outcome, Progress } from '../../glossary/exchange/import-file';
import type { Inspection } from '../../glossary/exchange/inspect-file';
import type { FollowAddress } from '../../glossary/follow/follow-address';
import type { FollowFailure, Pending } from '../../glossary/follow/followed';
import { BUNDLED_SOURCE } from '../shared/follow/bundled-source';
import type { CheckResult } from '../shared/follow/follow-pack';
import { failure, type Result } from '../shared/result';
import type { FollowFacts, ImportAnswer, ImportRequest } from './import-messages';
import workerAddress from './import-worker.ts?worker&url';

type Saved = Extract<ImportAnswer, { type: 'saved' }>['result'];
type Unsent<T> = T extends unknown ? Omit<T, 'turn'> : never;

/** Never rejects. A cancelled request stays without an answer. */
export class ImportClient {
  #worker: Worker | null = null;
  #turn = 0;

  /** How a file would be read. */
  async inspect(file: File, choices: Choices): Promise<Outcome<Inspection>> {
    const answer = await this.#ask({ type: 'inspect', file, choices });
    if (answer.type === 'inspected') return answer.outcome;
    return unreadable();
  }

  /** Reads a file whole. @param into id of the pack it would update; null for a new one. */
  async read(
    file: File,
    { choices, into }: { choices: Choices; into: string | null },
    onProgress: (progress: Progress) => void,
  ): Promise<Outcome<ReadFile>> {
    const answer = await this.#ask({ type: 'read', file, choices, into }, onProgress);
    if (answer.type === 'read') return answer.outcome;
    return unreadable();
  }

  /** Saves the file read last. */
  save(title: string, into: string | null): Promise<Saved> {
    return this.#saved({ type: 'save', title, into });
  }

  /** Saves the packs of a backup. */
  restore(file: File): Promise<Saved> {
    return this.#saved({ type: 'restore', file });
  }

  /** Reads the manifest of a publication. */
  async preview(address: FollowAddress): Promise<Result<FoundPack, FollowFailure>> {
    const answer = await this.#ask({ type: 'preview', ...facts(), address });
    return answer.type === 'previewed' ? answer.result : failure({ kind: 'unreachable' });
  }

  /** Fetches and saves the publication that was previewed last. @returns the id of its pack. */
  async follow(): Promise<Result<string, FollowFailure>> {
    const answer = await this.#ask({ type: 'follow', ...facts() });
    return answer.type === 'followed' ? answer.result : failure({ kind: 'unreachable' });
  }

  /** Updates a followed pack. @param consent what the reader agreed to, or null. */
  async check(id: string, consent: Pending | null): Promise<CheckResult> {
    const answer = await this.#ask({ type: 'check', ...facts(), id, consent });
    return answer.type === 'checked' ? answer.result : 'failed';
  }

  /** Ends the current request, and drops the file read last. */
  cancel(): void {
    this.#turn++;
    this.#worker?.terminate();
    this.#worker = null;
  }

  async #saved(request: Unsent<ImportRequest>): Promise<Saved> {
    const answer = await this.#ask(request);
    if (answer.type === 'saved') return answer.result;
    return { ok: false, error: { kind: 'fault', message: 'no answer' } };
  }

  #ask(request: Unsent<ImportRequest>, onProgress?: (progress: Progress) => void): Promise<ImportAnswer> {
    const turn = ++this.#turn;
    const worker = this.#started();
    return new Promise((resolve) => {
      const fail = () => resolve({ type: 'inspected', turn, outcome: unreadable() });
      worker.onerror = fail;
      worker.onmessageerror = fail;
      worker.onmessage = ({ data }: MessageEvent<ImportAnswer>) => {
        if (data.turn !== turn) return;
        if (data.type === 'progress') onProgress?.(data.progress);
        else resolve(data);
      };
      worker.postMessage({ ...request, turn });
    });
  }

  #started(): Worker {
    this.#worker ??= new Worker(trustedAddress(), { type: 'module' });
    return this.#worker;
  }
}

/** The part of Trusted Types that is used here, which TypeScript's library lacks. */
interface TrustedTypesGlobal {
  trustedTypes?: { createPolicy(name: string, rules: object): { createScriptURL(url: string): string } };
}

const { trustedTypes } = globalThis as TrustedTypesGlobal; // Older browsers have none.
/** The only text that extension pages may turn into code: the name of the policy is in the manifest. */
const policy = trustedTypes?.createPolicy('import-worker', {
  createScriptURL: (url: string) => {
    if (url !== workerAddress) throw new TypeError(`${url} is not the import worker`);
    return url;
  },
});

function facts(): FollowFacts {
  return { version: browser.runtime.getManifest().version, bundled: BUNDLED_SOURCE };
}

function trustedAddress(): string {
  return policy?.createScriptURL(workerAddress) ?? workerAddress;
}

function unreadable(): Outcome<never> {
  return { ok: false, error: { code: 'unreadable-file', value: '', place: null } };
}
