/** Messages between the page of glossaries and its import worker. */
import type { FoundPack } from '../../components/glossaries/FollowPreview';
import type { ReadFile } from '../../components/glossaries/wizard-state';
import type { Choices } from '../../glossary/exchange/contract';
import type { Outcome, Progress } from '../../glossary/exchange/import-file';
import type { Inspection } from '../../glossary/exchange/inspect-file';
import type { FollowAddress } from '../../glossary/follow/follow-address';
import type { FollowFailure, Pending } from '../../glossary/follow/followed';
import type { FollowEnvironment } from '../shared/follow/follow-environment';
import type { CheckResult } from '../shared/follow/follow-pack';
import type { PackFailure, Result } from '../shared/result';

/** What a worker cannot read: the version of the extension, and where the bundled pack goes on. */
export type FollowFacts = Pick<FollowEnvironment, 'version' | 'bundled'>;

/** Requests about followed packs. */
export type FollowRequest = { turn: number } & FollowFacts &
  (
    | /** Reads the manifest at an address. */
    { type: 'preview'; address: FollowAddress }
    /** Fetches and saves the publication that was previewed last. */
    | { type: 'follow' }
    /** Updates a followed pack. @param consent what the reader agreed to. */
    | { type: 'check'; id: string; consent: Pending | null }
  );

/** Worker to page, about followed packs. */
export type FollowAnswer =
  | { type: 'previewed'; turn: number; result: Result<FoundPack, FollowFailure> }
  /** With the id of the pack. */
  | { type: 'followed'; turn: number; result: Result<string, FollowFailure> }
  | { type: 'checked'; turn: number; result: CheckResult };

/** Page to worker. Each is answered once, with its `turn`, and a reading with progress before. */
export type ImportRequest =
  | FollowRequest
  | { type: 'inspect'; turn: number; file: File; choices: Choices }
  /** Reads a file whole. @param into id of the pack it would update; null for a new one. */
  | { type: 'read'; turn: number; file: File; choices: Choices; into: string | null }
  /** Compiles and saves the file that was read last. */
  | { type: 'save'; turn: number; title: string; into: string | null }
  /** Reads a backup and saves its packs; those of the same ids are replaced. */
  | { type: 'restore'; turn: number; file: File };

/** Worker to page. */
export type ImportAnswer =
  | FollowAnswer
  | { type: 'inspected'; turn: number; outcome: Outcome<Inspection> }
  | { type: 'progress'; turn: number; progress: Progress }
  | { type: 'read'; turn: number; outcome: Outcome<ReadFile> }
  | {
      type: 'saved';
      turn: number;
      result: Result<{ ids: string[]; count: number }, PackFailure | { kind: 'no-backup' }>;
    };
