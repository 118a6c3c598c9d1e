/** Saves the terms of the page as a file. */
import type { FormatName } from '../../glossary/exchange/contract';
import { type Loss, lossesOf } from '../../glossary/exchange/export-pack';
import type { Entry } from '../../glossary/library/library';
import { plainTermOf } from '../../glossary/library/plain-term-of';
import type { Bulletin } from '../../glossary/pack/pack';
import type { PackContent } from '../../glossary/pack/plain-term';
import { translate } from './language/translate';
import { saveTerms } from './save-file';

/** Saves entries in a format. @param bulletins that they quote. */
export function exportEntries(entries: readonly Entry[], bulletins: readonly Bulletin[], format: FormatName): void {
  saveTerms(contentOf(entries, bulletins), format);
}

/** Fields of entries that the format cannot hold. */
export function lossesOfEntries(
  entries: readonly Entry[],
  bulletins: readonly Bulletin[],
  format: FormatName,
): readonly Loss[] {
  return lossesOf(contentOf(entries, bulletins), format);
}

function contentOf(entries: readonly Entry[], bulletins: readonly Bulletin[]): PackContent {
  const terms = entries.map((entry) => ({ ...plainTermOf(entry, bulletins), id: entry.id.replace('/', '-') }));
  return { id: 'page-terms', title: translate('popup_page_terms'), terms };
}
