/** Types of the data that a page passes to its script: a block in the page, and a file that sets a global variable. */
import type { Words } from '../../entrypoints/shared/language/words';
import type { Pack } from '../../glossary/pack/pack';
import type { PlainTerm } from '../../glossary/pack/plain-term';
import type { Readings } from '../../glossary/search/homophones';
import type { SiteLanguage } from '../languages';
import type { PagePlace } from '../links';
import type { LiveView } from '../site-page';

/** The block of data with the id `page-data`. */
export interface PageData extends PagePlace {
  view: LiveView;
  language: SiteLanguage;
  words: Words;
}

/** The glossary, as the file of data has it. */
export interface PackData {
  /** Without its terms if they are plain. */
  pack: Pack;
  /** Terms without categories or evidence, which take less room as they were written; null for others. */
  plain: readonly PlainTerm[] | null;
  readings: Readings;
}

declare global {
  /** Set by the file of data, which is a script because pages opened as files cannot request one. */
  var pangzhuSite: PackData | undefined;
}
