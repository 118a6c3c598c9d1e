/**
 * Reads imported packs in private windows of Firefox, which have a database of their own: extension pages there ask the
 * background, which has the database of ordinary windows. Read-only.
 */
import browser from 'webextension-polyfill';
import type { PackRecord } from './pack-record';
import { PackStore } from './pack-store';

/** Requests of pages to the background. Messages of Firefox are cloned, so that maps and bytes arrive as such. */
export type PackQuestion =
  | { type: 'packs.read'; what: 'list' }
  | { type: 'packs.read'; what: 'terms' | 'tables' | 'prefilter' | 'edition'; record: PackRecord }
  | { type: 'packs.read'; what: 'termsAt'; record: PackRecord; places: readonly number[] };

/** Whether a message is such a question: only extension pages send these. */
export function isPackQuestion(message: unknown): message is PackQuestion {
  return (message as { type?: unknown } | null)?.type === 'packs.read';
}

/** The answer to a question. */
export function answerQuestion(store: PackStore, question: PackQuestion): Promise<unknown> {
  switch (question.what) {
    case 'list':
      return store.listAll();
    case 'terms':
      return store.terms(question.record);
    case 'tables':
      return store.tables(question.record);
    case 'prefilter':
      return store.prefilter(question.record);
    case 'edition':
      return store.edition(question.record);
    case 'termsAt':
      return store.termsAt(question.record, question.places);
    default:
      return question satisfies never;
  }
}

/** The database of ordinary windows, read through the background. Its inherited writing methods must not be called. */
export class RemotePackStore extends PackStore {
  override listAll(): Promise<PackRecord[]> {
    return ask({ type: 'packs.read', what: 'list' });
  }

  override terms(record: PackRecord): ReturnType<PackStore['terms']> {
    return ask({ type: 'packs.read', what: 'terms', record });
  }

  override tables(record: PackRecord): ReturnType<PackStore['tables']> {
    return ask({ type: 'packs.read', what: 'tables', record });
  }

  override prefilter(record: PackRecord): ReturnType<PackStore['prefilter']> {
    return ask({ type: 'packs.read', what: 'prefilter', record });
  }

  override edition(record: PackRecord): ReturnType<PackStore['edition']> {
    return ask({ type: 'packs.read', what: 'edition', record });
  }

  override termsAt(record: PackRecord, places: readonly number[]): ReturnType<PackStore['termsAt']> {
    return ask({ type: 'packs.read', what: 'termsAt', record, places });
  }
}

function ask<T>(question: PackQuestion): Promise<T> {
  return browser.runtime.sendMessage(question) as Promise<T>; // As `answerQuestion` answers it.
}
