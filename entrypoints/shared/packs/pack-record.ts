/** Types of the stored manifest of an imported or followed pack, without its terms. */
import type { FormatName } from '../../../glossary/exchange/contract';
import type { Followed } from '../../../glossary/follow/followed';
import type { ImportedAbout } from '../../../glossary/library/imported-packs';
import type { Pack } from '../../../glossary/pack/pack';
import type { PackWords } from '../../../glossary/pack/pack-words';
import type { PackPreferences } from '../page/pack-marks';

/** What is shown of an edited pack. */
export interface Edition {
  pack: Pack;
  traditional: PackWords | null;
}

/** An imported or followed pack without its terms. */
export interface PackRecord extends ImportedAbout, PackPreferences {
  /** Names terms and tables of this revision in the database; random. */
  generation: string;
  /** `COMPILER` of its tables and prefilter. */
  compiledBy: string;
  /** The file it was read from last; null for a followed pack. */
  file: { name: string; format: FormatName } | null;
  /** Null for an imported pack. */
  followed: Followed | null;
  /** When it was imported, and when it was updated last, in ms since the epoch. */
  importedMs: number;
  updatedMs: number;
  /** Place in the reader's order: packs with lower ranks lead. */
  rank: number;
  /** When the reader removed it, in ms since the epoch; null for a pack that is there. */
  removedMs: number | null;
}
