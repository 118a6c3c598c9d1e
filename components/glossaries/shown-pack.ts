/** Types that the parts of the list of packs share: a pack as it is shown, and actions on packs. */
import type { FormatName } from '../../glossary/exchange/contract';
import type { Loss } from '../../glossary/exchange/export-pack';
import type { PackKind } from '../../glossary/pack/pack';
import type { PlainTerm } from '../../glossary/pack/plain-term';
import type { FollowedEvents, ShownFollowed } from './FollowedPack';
import type { PackChoices, PackSettingEvents } from './PackSettings';

/** A pack as the page shows it. */
export interface ShownPack {
  id: string;
  title: string;
  kind: PackKind;
  count: number;
  licence: string | null;
  attribution: string;
  /** https address, or ''. */
  homepage: string;
  choices: PackChoices;
  /** Whether the organisation decides the choices. */
  isLocked: boolean;
  /** Where an imported pack is from; null for others. */
  imported: ImportedPack | null;
  /** The state of a followed pack; null for others. */
  followed: ShownFollowed | null;
}

/** Where an imported pack is from. */
export interface ImportedPack {
  fileName: string;
  /** ISO date. */
  updated: string;
}

/** Actions on packs. */
export interface PackEvents extends PackSettingEvents, FollowedEvents {
  onMove(id: string, by: -1 | 1): void;
  onRemove(id: string): void;
  /** All terms of a pack. */
  termsOf(id: string): Promise<readonly PlainTerm[]>;
  /** @param places of the terms that are exported; null: all of the pack. */
  onExport(id: string, format: FormatName, places: readonly number[] | null): void;
  /** Fields that a format cannot hold. */
  describeLosses(id: string, format: FormatName, places: readonly number[] | null): Promise<readonly Loss[]>;
}

/** Whether a pack is in the database, so that it can be moved and removed. */
export function isStored({ kind }: Pick<ShownPack, 'kind'>): boolean {
  return kind === 'imported' || kind === 'followed';
}
