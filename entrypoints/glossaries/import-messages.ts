/** Messages between the page of glossaries and its import worker. */

import type { ReadFile } from '../../components/glossaries/wizard-state';
import type { Choices } from '../../glossary/exchange/contract';
import type { Inspection, Outcome, Progress } from '../../glossary/exchange/import-file';
import type { PackFailure } from '../shared/packs/pack-store';
import type { Result } from '../shared/result';

/** Page to worker. Each is answered once, with its `turn`, and a reading with progress before. */
export type ImportRequest =
  | { type: 'inspect'; turn: number; file: File; choices: Choices }
  /** Reads a file whole. @param into id of the pack it would update; null for a new one. */
  | { type: 'read'; turn: number; file: File; choices: Choices; into: string | null }
  /** Compiles and saves the file that was read last. */
  | { type: 'save'; turn: number; title: string; into: string | null }
  /** Reads a backup and saves its packs; those of the same ids are replaced. */
  | { type: 'restore'; turn: number; file: File };

/** Worker to page. */
export type ImportAnswer =
  | { type: 'inspected'; turn: number; outcome: Outcome<Inspection> }
  | { type: 'progress'; turn: number; progress: Progress }
  | { type: 'read'; turn: number; outcome: Outcome<ReadFile> }
  | {
      type: 'saved';
      turn: number;
      result: Result<{ ids: string[]; count: number }, PackFailure | { kind: 'no-backup' }>;
    };
