/** The state that the import wizard shows: a file, the choices for reading it, and the result. */
import type { Choices, FileFault } from '../../glossary/exchange/contract';
import type { Imported, Progress } from '../../glossary/exchange/import-file';
import type { Inspection } from '../../glossary/exchange/inspect-file';
import type { TermChanges } from '../../glossary/library/compare-terms';
import type { PackAbout } from '../../glossary/pack/plain-term';

/** A file read whole, without its terms. */
export interface ReadFile extends Omit<Imported, 'pack'> {
  /** The manifest in the file. */
  about: PackAbout;
  count: number;
  /** Compared with the pack it would update; null for a new pack. */
  changes: TermChanges | null;
}

/** The wizard for one file. */
export interface WizardState {
  fileName: string;
  choices: Choices;
  /** How it is read, and its first terms; null until that is known. */
  inspection: Inspection | null;
  /** Of the pack, as the reader may have written it. */
  title: string;
  /** Id of the pack that is updated; null for a new one. */
  into: string | null;
  /** How far the file is read; null before and after. */
  progress: Progress | null;
  /** Null until the file is read whole. */
  read: ReadFile | null;
  /** Why nothing of the file can be imported; null otherwise. */
  fault: FileFault | null;
  isSaving: boolean;
}
