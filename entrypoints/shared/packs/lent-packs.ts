/**
 * Imported packs in private windows of Firefox, whose database is another one: extension pages there ask the background,
 * which has that of ordinary windows. Nothing can be changed from there.
 */
import browser from 'webextension-polyfill';
import type { PackRecord } from './pack-record';
import { PackStore } from './pack-store';

/** What pages ask of the background. Messages of Firefox are cloned, so that maps and bytes arrive as such. */
export type PackQuestion =
  | { type: 'packs.lend'; what: 'list' }
  | { type: 'packs.lend'; what: 'terms' | 'prefilter'; record: PackRecord }
  | { type: 'packs.lend'; what: 'termsAt'; record: PackRecord; places: readonly number[] };

/** Whether a message is such a question: only extension pages send these. */
export function isPackQuestion(message: unknown): message is PackQuestion {
  return (message as { type?: unknown } | null)?.type === 'packs.lend';
}

/** The answer to a question. */
export function lend(store: PackStore, question: PackQuestion): Promise<unknown> {
  switch (question.what) {
    case 'list':
      return store.list();
    case 'terms':
      return store.terms(question.record);
    case 'prefilter':
      return store.prefilter(question.record);
    case 'termsAt':
      return store.termsAt(question.record, question.places);
    default:
      return question satisfies never;
  }
}

/** The database of ordinary windows, to be read only. */
export class LentPackStore extends PackStore {
  override list(): Promise<PackRecord[]> {
    return ask({ type: 'packs.lend', what: 'list' });
  }

  override terms(record: PackRecord): ReturnType<PackStore['terms']> {
    return ask({ type: 'packs.lend', what: 'terms', record });
  }

  override prefilter(record: PackRecord): ReturnType<PackStore['prefilter']> {
    return ask({ type: 'packs.lend', what: 'prefilter', record });
  }

  override termsAt(record: PackRecord, places: readonly number[]): ReturnType<PackStore['termsAt']> {
    return ask({ type: 'packs.lend', what: 'termsAt', record, places });
  }
}

function ask<T>(question: PackQuestion): Promise<T> {
  return browser.runtime.sendMessage(question) as Promise<T>; // As `lend` answers it.
}
